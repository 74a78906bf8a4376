import { useState } from 'react';
import { Button, Loader, TextInput } from '@mantine/core';
import type { BlueprintView } from '@hz/assembly/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from 'react-router';
import { api, dataOf } from '../../shared/api/client';
import { ApiProblem } from '../../shared/api/problem';
import { Notice, ProblemAlert } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { useLanguage } from '../../shared/language';
import { useNow } from '../../shared/now';
import { useTexts } from '../../shared/texts';
import { Card } from '../../shared/ui';
import { BLUEPRINTS_KEY, FORMS_KEY } from './api';
import { formTexts } from './texts';

/** Assembles a form: progress while it runs, the form or the cells that the bank cannot fill afterwards. */
export function AssembleForm({ blueprint }: { blueprint: BlueprintView }) {
  const t = useTexts(formTexts);
  const format = useFormat();
  const client = useQueryClient();
  const [seed, setSeed] = useState('');
  const assembling = useMutation({
    mutationFn: () =>
      dataOf(
        api.POST('/api/v1/blueprints/{id}/forms', {
          params: { path: { id: blueprint.id } },
          body: seed.trim() === '' ? {} : { seed: seed.trim() },
        }),
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: BLUEPRINTS_KEY }),
        client.invalidateQueries({ queryKey: FORMS_KEY }),
      ]),
  });
  const { data: form } = assembling;
  return (
    <Card>
      <form
        style={{ display: 'grid', gap: 16 }}
        onSubmit={(event) => {
          event.preventDefault();
          assembling.mutate();
        }}
      >
        <p style={{ margin: 0 }}>{t('assembleHint')}</p>
        <TextInput
          label={t('seed')}
          description={t('seedHint')}
          maxLength={80}
          style={{ maxWidth: 520 }}
          value={seed}
          onChange={(event) => setSeed(event.currentTarget.value)}
        />
        <div>
          <Button type="submit" loading={assembling.isPending}>
            {t('assemble')}
          </Button>
        </div>
        {assembling.isPending && <Running />}
        <Refusal error={assembling.error} />
        {form && (
          <Notice
            tone="calm"
            icon="check-circle"
            live
            title={t('assembled', { code: form.code, items: form.items, points: format.points(form.points) })}
          >
            <Link to={`/manage/forms/${form.id}`}>{t('preview')}</Link>
          </Notice>
        )}
      </form>
    </Card>
  );
}

function Running() {
  const t = useTexts(formTexts);
  const [begun] = useState(() => Date.now());
  const now = useNow();
  return (
    <p style={{ display: 'flex', gap: 12, alignItems: 'center', margin: 0 }}>
      <Loader size="sm" aria-hidden />
      <span role="status">{t('assembling', { seconds: Math.max(0, Math.floor((now - begun) / 1000)) })}</span>
    </p>
  );
}

function Refusal({ error }: { error: unknown }) {
  const t = useTexts(formTexts);
  const language = useLanguage();
  if (!(error instanceof ApiProblem) || error.document.errors.length === 0) return <ProblemAlert error={error} />;
  return (
    <ProblemAlert error={error}>
      <p>{t('missing')}</p>
      <ul>
        {error.document.errors.map(({ pointer, code, detail }) => (
          <li key={`${pointer} ${code} ${detail}`}>{detail === undefined ? pointer : inLanguage(detail, language)}</li>
        ))}
      </ul>
      <p>{t('missingHint')}</p>
    </ProblemAlert>
  );
}

/** A detail holds both languages, parted by " / ". */
function inLanguage(detail: string, language: 'zh' | 'en'): string {
  const [zh, en] = detail.split(' / ');
  return (language === 'en' ? en : zh) ?? detail;
}

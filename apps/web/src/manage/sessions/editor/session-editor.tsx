import { useEffect, useMemo, useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { SessionView } from '@hz/registration/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useNavigate } from 'react-router';
import { api, dataOf } from '../../../shared/api/client';
import { ApiProblem } from '../../../shared/api/problem';
import { Notice, ProblemAlert } from '../../../shared/feedback';
import { commonTexts, useTexts } from '../../../shared/texts';
import { ErrorSummary } from '../../../shared/ui';
import { SESSIONS_KEY } from '../api';
import { Warnings } from '../warnings';
import { BasicsGroup, TimesGroup } from './basics';
import { draftOf, EMPTY_DRAFT, valuesOf, type DraftValues } from './draft';
import type { GroupProps } from './group';
import { keptDraft } from './kept-draft';
import { problemsFromServer, problemsOf, type Problems } from './problems';
import { RulesGroup } from './rules';
import { SectionsGroup } from './sections';
import { summaryOf } from './summary';
import { editorTexts } from './texts';

export function SessionEditor({ session }: { session: SessionView | null }) {
  const t = useTexts(editorTexts);
  const common = useTexts(commonTexts);
  const kept = useMemo(() => keptDraft(session?.id ?? null), [session]);
  const [restored, setRestored] = useState(() => kept.read());
  const start = session ? valuesOf(session) : EMPTY_DRAFT;
  const [values, setValues] = useState<DraftValues>(restored ?? start);
  const [touched, setTouched] = useState(restored !== null);
  const [problems, setProblems] = useState<Problems>({});
  const [tries, setTries] = useState(0);
  const saving = useSaving(session, kept.forget);
  useEffect(() => {
    if (touched) kept.write(values);
  }, [kept, touched, values]);

  const set: GroupProps['set'] = (name, value) => {
    setTouched(true);
    setValues((before) => ({ ...before, [name]: value }));
    setProblems(({ [name]: _mended, ...others }) => others);
  };
  const startOver = () => {
    kept.forget();
    setTouched(false);
    setRestored(null);
    setValues(start);
    setProblems({});
  };
  const submit = () => {
    const found = problemsOf(values, t);
    setProblems(found);
    setTries((count) => count + 1);
    if (Object.keys(found).length > 0) return;
    saving.mutate(values, {
      onError: (error) => {
        if (error instanceof ApiProblem) setProblems(problemsFromServer(error.document.errors, values, t));
        setTries((count) => count + 1);
      },
    });
  };
  const group = { values, problems, set };
  const errors = summaryOf(problems, t);
  return (
    <form
      noValidate
      style={{ display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: 24 }}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {restored && (
        <Notice tone="calm" title={t('kept')}>
          <Button variant="default" size="sm" mt="xs" onClick={startOver}>
            {t('startOver')}
          </Button>
        </Notice>
      )}
      <ErrorSummary errors={errors} attempt={tries} />
      {errors.length === 0 && <ProblemAlert error={saving.error} />}
      <Warnings warnings={session?.warnings ?? null} />
      <BasicsGroup {...group} />
      <TimesGroup {...group} />
      <RulesGroup {...group} />
      <SectionsGroup {...group} />
      <Group>
        <Button type="submit" loading={saving.isPending}>
          {t('save')}
        </Button>
        <Button variant="default" component={Link} to={session ? `/manage/sessions/${session.id}` : '/manage/sessions'}>
          {common('cancel')}
        </Button>
      </Group>
    </form>
  );
}

function useSaving(session: SessionView | null, forget: () => void) {
  const client = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (values: DraftValues) =>
      session
        ? dataOf(api.PATCH('/api/v1/sessions/{id}', { params: { path: { id: session.id } }, body: draftOf(values) }))
        : dataOf(api.POST('/api/v1/sessions', { body: draftOf(values) })),
    onSuccess: async (saved) => {
      forget();
      await client.invalidateQueries({ queryKey: SESSIONS_KEY });
      await navigate(`/manage/sessions/${saved.id}`);
    },
  });
}

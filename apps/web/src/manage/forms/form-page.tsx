import { useState } from 'react';
import { Button, Group } from '@mantine/core';
import { addPoints } from '@hz/kernel';
import type { FormView } from '@hz/assembly/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { api } from '../../shared/api/client';
import { ErrorState, LoadingState } from '../../shared/feedback';
import { useFormat } from '../../shared/format';
import { Icon } from '../../shared/icons';
import { useLocalized } from '../../shared/localized';
import { useMe } from '../../shared/session/me';
import { RequireRole } from '../../shared/session/require-role';
import { DeedDialog, staffTexts, useWords } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Facts, Page, Section } from '../../shared/ui';
import { ItemBodyView } from '../items/item-body';
import { formQuery, schemesQuery } from '../sessions/api';
import { useSkills } from '../skills';
import { FORMS_KEY } from './api';
import { FormBadge } from './form-list-page';
import { formTexts } from './texts';

export function FormPage() {
  const { id = '' } = useParams();
  const { data, error, refetch } = useQuery(formQuery(id));
  return (
    <RequireRole roles={['exam-manager', 'author', 'reviewer']}>
      {data ? <Form form={data} /> : error ? <ErrorState error={error} onRetry={refetch} /> : <LoadingState />}
    </RequireRole>
  );
}

function Form({ form }: { form: FormView }) {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const format = useFormat();
  return (
    <Page
      title={form.code}
      lead={
        <>
          {local(form.title)} · <FormBadge status={form.status} />
        </>
      }
      back={{ to: '/manage/forms', text: t('toForms') }}
      actions={<FormActions form={form} />}
    >
      <Card>
        <Facts
          rows={[
            [t('itemsCount'), form.items],
            [t('points'), format.points(form.points)],
            [t('createdAt'), format.instant(form.createdAt)],
            [t('publishedAt'), form.publishedAt === null ? null : format.instant(form.publishedAt)],
            [t('seedValue'), form.seed],
            [t('hash'), form.contentHash],
          ]}
        />
      </Card>
      <p className="hz-soft" style={{ margin: 0 }}>
        {t('previewNote')}
      </p>
      <Sections form={form} />
    </Page>
  );
}

function Sections({ form }: { form: FormView }) {
  const t = useTexts(formTexts);
  const staff = useTexts(staffTexts);
  const local = useLocalized();
  const format = useFormat();
  const words = useWords();
  const { data: schemes } = useQuery(schemesQuery);
  const role = schemes?.find(({ versionId }) => versionId === form.schemeVersionId)?.roleId ?? '';
  const skills = useSkills(role);
  return (
    <>
      {form.sections.map(({ id, title, items }) => (
        <Section
          key={id}
          title={t('sectionHead', {
            title: local(title),
            count: items.length,
            points: format.points(addPoints(...items.map(({ points }) => points))),
          })}
        >
          {items.map(({ ref, body, points, skillId }, index) => (
            <Card key={ref}>
              <h3 style={{ margin: '0 0 8px', fontSize: 16 }}>
                {t('itemHead', { no: index + 1 })}{' '}
                <small className="hz-soft" style={{ fontWeight: 400 }}>
                  {words.type(body.interaction.type)} · {staff('points', { points: format.points(points) })} ·{' '}
                  {skills.nameOf(skillId)}
                </small>
              </h3>
              <ItemBodyView body={body} />
            </Card>
          ))}
        </Section>
      ))}
    </>
  );
}

function FormActions({ form }: { form: FormView }) {
  const t = useTexts(formTexts);
  const format = useFormat();
  const client = useQueryClient();
  const { me } = useMe();
  const [asked, setAsked] = useState(false);
  const publish = async () => {
    await api.POST('/api/v1/forms/{id}/publication', { params: { path: { id: form.id } } });
    await client.invalidateQueries({ queryKey: FORMS_KEY });
  };
  return (
    <Group gap="sm" className="hz-no-print">
      <Button variant="default" leftSection={<Icon name="print" size={18} />} onClick={() => window.print()}>
        {t('print')}
      </Button>
      {form.status === 'draft' && me?.roles.includes('exam-manager') === true && (
        <Button onClick={() => setAsked(true)}>{t('publish')}</Button>
      )}
      <DeedDialog
        opened={asked}
        onClose={() => setAsked(false)}
        title={t('publishTitle')}
        confirm={t('publish')}
        run={publish}
      >
        {t('publishText', { code: form.code, items: form.items, points: format.points(form.points) })}
      </DeedDialog>
    </Group>
  );
}

import { useCallback, useState } from 'react';
import { Button, Group } from '@mantine/core';
import type { TemplateView } from '@hz/certification/contract';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router';
import { ErrorState, LoadingState, ProblemAlert } from '../../shared/feedback';
import { useLocalized } from '../../shared/localized';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { Page } from '../../shared/ui';
import { preview, publish, saveDraft, templateQuery, templatesQuery } from './api';
import { PdfPreview } from './pdf-preview';
import { PublishDialog } from './publish-dialog';
import { TemplateForm } from './template-form';
import classes from './templates.module.css';
import { templateTexts } from './texts';

export function TemplatePage() {
  const { scope = '' } = useParams();
  const { data, error, refetch } = useQuery({ ...templateQuery(scope), refetchOnWindowFocus: false });
  return (
    <RequireRole roles={['administrator']}>
      {data ? (
        <Editor key={scope} template={data} />
      ) : error ? (
        <ErrorState error={error} onRetry={refetch} />
      ) : (
        <LoadingState />
      )}
    </RequireRole>
  );
}

function Editor({ template }: { template: TemplateView }) {
  const t = useTexts(templateTexts);
  const local = useLocalized();
  const client = useQueryClient();
  const { scope } = template;
  const [body, setBody] = useState(template.body);
  const [saved, setSaved] = useState({ body: template.body, revision: template.revision });
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<unknown>(null);
  const [asking, setAsking] = useState(false);
  const read = useCallback((signal: AbortSignal) => preview(scope, body, signal), [scope, body]);

  const save = async () => {
    setProblem(null);
    try {
      const { revision } = await saveDraft(scope, body, saved.revision);
      setSaved({ body, revision });
      setSaid(t('saved'));
    } catch (error) {
      setProblem(error);
    }
  };
  const publishSaved = async () => {
    const { version } = await publish(scope, saved.revision);
    setSaved({ body, revision: 0 });
    setSaid(t('published', { version }));
    setAsking(false);
    await client.invalidateQueries({ queryKey: templatesQuery().queryKey });
  };
  const isPublishable = saved.revision > 0 && saved.body === body;
  return (
    <Page
      width="wide"
      title={local(template.title)}
      lead={t('lead')}
      back={{ to: '/manage/certificate-templates', text: t('toTemplates') }}
    >
      <div className={classes.editor}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          <TemplateForm body={body} onChange={setBody} />
          {problem !== null && <ProblemAlert error={problem} />}
          <p role="status">{said}</p>
          <Group>
            <Button type="submit">{t('save')}</Button>
            <Button variant="default" disabled={!isPublishable} onClick={() => setAsking(true)}>
              {t('publish')}
            </Button>
          </Group>
        </form>
        <PdfPreview read={read} />
      </div>
      {asking && <PublishDialog onClose={() => setAsking(false)} onPublish={publishSaved} />}
    </Page>
  );
}

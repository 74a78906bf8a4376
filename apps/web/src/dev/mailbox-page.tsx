import { TextInput } from '@mantine/core';
import type { MailStatus, MailView } from '@hz/notification/contract';
import { useQuery } from '@tanstack/react-query';
import { useSearchParams } from 'react-router';
import { api, dataOf } from '../shared/api/client';
import { EmptyState, ErrorState, LoadingState } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { Icon } from '../shared/icons';
import { useTexts } from '../shared/texts';
import { Badge, Page } from '../shared/ui';
import classes from './mailbox.module.css';
import { devTexts } from './texts';

const POLL_MS = 5_000;

/** What the platform would have mailed. */
export function MailboxPage() {
  const t = useTexts(devTexts);
  const [query, setQuery] = useSearchParams();
  const wanted = query.get('q') ?? '';
  const { data, error, refetch } = useQuery({
    queryKey: ['mailbox'],
    queryFn: ({ signal }) => dataOf(api.GET('/api/v1/mailbox', { signal })),
    refetchInterval: POLL_MS,
  });
  const shown = data?.rows.filter(({ to, subject }) => `${to} ${subject}`.toLowerCase().includes(wanted.toLowerCase()));
  return (
    <Page title={t('mailbox')} lead={t('mailboxLead')} width="reading">
      {error && <ErrorState error={error} onRetry={refetch} />}
      {!error && !data && <LoadingState title={false} />}
      {data?.rows.length === 0 && <EmptyState icon="mail" title={t('none')} hint={t('noneHint')} />}
      {data && data.rows.length > 0 && (
        <TextInput
          type="search"
          label={t('filter')}
          leftSection={<Icon name="search" size={18} />}
          value={wanted}
          onChange={({ currentTarget }) =>
            setQuery(currentTarget.value === '' ? {} : { q: currentTarget.value }, { replace: true })
          }
        />
      )}
      {shown && shown.length === 0 && wanted !== '' && <EmptyState icon="search" title={t('noneFound')} />}
      <ul className={classes.mails}>
        {shown?.map((mail) => (
          <li key={mail.id}>
            <Mail mail={mail} />
          </li>
        ))}
      </ul>
    </Page>
  );
}

const STATUS = { waiting: 'statusWaiting', sent: 'statusSent', kept: 'statusKept' } as const satisfies Record<
  MailStatus,
  string
>;

function Mail({ mail }: { mail: MailView }) {
  const t = useTexts(devTexts);
  const format = useFormat();
  return (
    <article className={classes.mail} lang={mail.language === 'zh' ? 'zh-CN' : 'en'}>
      <header>
        <h2>{mail.subject}</h2>
        <Badge tone="plain">{t(STATUS[mail.status])}</Badge>
      </header>
      <p className="hz-soft">
        {t('to')} {mail.to} · <span className="hz-tabular">{format.instant(mail.createdAt, { seconds: true })}</span>
      </p>
      <p className={classes.text}>{linked(mail.text)}</p>
    </article>
  );
}

/** Addresses in the text as links, the way mail programs show them. */
function linked(text: string) {
  return text.split(/(https?:\/\/[^\s<>"']+)/).map((part, at) =>
    at % 2 === 1 ? (
      <a key={at} href={part}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

import type { ReactNode } from 'react';
import type { AttemptView, Receipt, ReceiptAdditions } from '@hz/delivery/contract';
import { Link, useParams } from 'react-router';
import { downloadBytes } from '../../shared/download';
import { EmptyState } from '../../shared/feedback/empty-state';
import { ErrorState } from '../../shared/feedback/error-state';
import { LoadingState } from '../../shared/feedback/loading-state';
import { Notice } from '../../shared/feedback/notice';
import { useFormat } from '../../shared/format';
import { Icon } from '../../shared/icons';
import { Localized } from '../../shared/localized';
import { usePageTitle } from '../../shared/page-title';
import { RequireRole } from '../../shared/session/require-role';
import { useTexts } from '../../shared/texts';
import { receiptHashHolds, type PendingSave } from '../core';
import { incidentTexts } from '../incident-texts';
import { useIncidentWords } from '../incident-words';
import type { ResponseFileMaker } from '../response-file';
import { ResponseFileBox } from '../response-file-box';
import classes from './receipt.module.css';
import { receiptTexts } from './texts';
import { useReceipt } from './use-receipt';

/** `/exam/:registrationId/receipt` */
export function ReceiptPage() {
  const { registrationId = '' } = useParams();
  const t = useTexts(receiptTexts);
  usePageTitle(t('title'));
  return (
    <main className={classes.page}>
      <RequireRole roles={['candidate']}>
        {(me) => <Body registrationId={registrationId} name={me.displayName} />}
      </RequireRole>
    </main>
  );
}

function Body({ registrationId, name }: { registrationId: string; name: string }) {
  const t = useTexts(receiptTexts);
  const { state, retry } = useReceipt(registrationId);
  switch (state.kind) {
    case 'loading':
      return <LoadingState />;
    case 'failed':
      return <ErrorState error={state.error} onRetry={retry} />;
    case 'not-yet':
      return (
        <EmptyState icon="clock" level={1} title={t('notYet')}>
          <Link className="hz-button" to={`/exam/${registrationId}`}>
            {t('backToRoom')}
          </Link>
        </EmptyState>
      );
    case 'here':
      return (
        <ReceiptView
          attempt={state.attempt}
          receipt={state.receipt}
          left={state.left}
          isLeftKept={state.isLeftKept}
          isLeftDeclined={state.isLeftDeclined}
          additions={state.additions}
          file={state.file}
          name={name}
        />
      );
  }
}

interface Props {
  attempt: AttemptView;
  receipt: Receipt;
  left: readonly PendingSave[];
  isLeftKept: boolean;
  isLeftDeclined: boolean;
  additions: ReceiptAdditions | null;
  file: ResponseFileMaker;
  name: string;
}

function ReceiptView({ attempt, receipt, left, isLeftKept, isLeftDeclined, additions, file, name }: Props) {
  const t = useTexts(receiptTexts);
  const format = useFormat();
  const holds = receiptHashHolds(receipt);
  return (
    <>
      <header className={classes.head}>
        <Icon name="check-circle" size={40} />
        <h1>{t(receipt.submittedBy === 'worker' ? 'handedInByWorker' : 'handedIn')}</h1>
        <p>{t(left.length === 0 ? 'kept' : 'keptInPart')}</p>
      </header>
      {left.length > 0 && (
        <Notice tone="amber" title={t('leftTitle', { count: left.length })}>
          <p>{t(isLeftDeclined ? 'leftDeclined' : isLeftKept ? 'leftKept' : 'leftUnsent')}</p>
          {!isLeftKept && <ResponseFileBox maker={file} />}
        </Notice>
      )}
      <dl className={classes.facts}>
        <Row term={t('exam')}>
          <Localized text={attempt.title} />
        </Row>
        <Row term={t('candidate')}>{name}</Row>
        <Row term={t('submittedAt')}>{format.instant(receipt.submittedAt, { seconds: true, zone: true })}</Row>
        <Row term={t('responses')}>{t('responsesValue', { count: receipt.responses.length })}</Row>
        <Row term={t('hash')}>
          <code>{receipt.hash}</code>
          <span className={classes.check} data-holds={holds}>
            <Icon name={holds ? 'check' : 'alert'} size={16} />
            {t(holds ? 'hashHolds' : 'hashFails')}
          </span>
        </Row>
        <Row term={t('signature')}>
          <code>{receipt.signature}</code>
        </Row>
        <Row term={t('publicKey')}>
          <code>{receipt.publicKey}</code>
        </Row>
        <Row term={t('attempt')}>
          <code>{receipt.attemptId}</code>
        </Row>
      </dl>
      <Incidents attempt={attempt} />
      {additions && (
        <Notice tone="calm" title={t('addedTitle', { count: additions.answers.length })}>
          <p>{t('addedHint')}</p>
        </Notice>
      )}
      <div className={`${classes.actions} hz-no-print`}>
        <button
          type="button"
          className="hz-button hz-button--primary"
          onClick={() => download(receipt, additions, left)}
        >
          <Icon name="download" />
          {t('download')}
        </button>
        <button type="button" className="hz-button" onClick={() => window.print()}>
          <Icon name="print" />
          {t('print')}
        </button>
        <Link className="hz-button" to="/my">
          {t('toMine')}
        </Link>
      </div>
      <p className="hz-soft hz-no-print">{t('next')}</p>
    </>
  );
}

/** What happened during the exam, and what follows from it. */
function Incidents({ attempt: { incidents } }: { attempt: AttemptView }) {
  const t = useTexts(incidentTexts);
  const words = useIncidentWords();
  return incidents.map((notice) => (
    <Notice
      key={`${notice.incidentId}-${notice.outcome}`}
      tone={notice.outcome === 'resit' ? 'amber' : 'calm'}
      title={words.title(notice)}
    >
      {notice.outcome === 'resit' && <p>{t('resitLater')}</p>}
    </Notice>
  ));
}

function Row({ term, children }: { term: string; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The receipt as a file; beside it, where there are any, the answers that did not count. */
function download(receipt: Receipt, additions: ReceiptAdditions | null, left: readonly PendingSave[]): void {
  const notCounted = left.map(({ itemRef, value, at }) => ({ itemRef, value, at }));
  const content = JSON.stringify(
    { receipt, ...(additions && { additions }), ...(left.length > 0 && { notCounted }) },
    null,
    2,
  );
  downloadBytes(`hengzheng-receipt-${receipt.attemptId}.json`, content, 'application/json');
}

import { useEffect, useState, type ReactNode } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { VerificationQuestion } from '@hz/verification/contract';
import { useLocation, useNavigate, useParams, useSearchParams } from 'react-router';
import { isProblem, NetworkProblem } from '../../shared/api/problem';
import { ErrorState, LoadingState, Notice } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { Card, Page } from '../../shared/ui';
import { AnswerActions } from './answer-actions';
import { AnswerView } from './answer-view';
import { askVerification } from './api';
import { CodeScanner } from './code-scanner';
import { FileDrop } from './file-drop';
import { fileTexts } from './file-texts';
import { prepareForOffline } from './offline';
import { QuestionForm } from './question-form';
import { ReportView } from './report-view';
import { verifyTexts } from './texts';
import classes from './verify.module.css';

/**
 * Checks a certificate, for anybody. The code of the QR link stays in the address; a typed name does not: it stays in the memory of
 * the page, so that nobody's name ends up in a history or a log. Files and what follows `#` never leave the device.
 */
export function VerifyPage() {
  const t = useTexts(verifyTexts);
  const { number } = useParams();
  const [query] = useSearchParams();
  const { hash } = useLocation();
  const code = query.get('code');
  useEffect(() => void prepareForOffline().catch(() => undefined), []);
  return (
    <Page title={t('title')} lead={number === undefined ? t('lead') : undefined} width="reading">
      {number !== undefined && code !== null ? (
        <ByCode key={`${number} ${code} ${hash}`} question={{ number, code }} payload={hash.slice(1)} />
      ) : (
        <ByName key={number} number={number} scan={query.has('scan')} />
      )}
    </Page>
  );
}

function ByName({ number, scan }: { number: string | undefined; scan: boolean }) {
  const t = useTexts(verifyTexts);
  const here = useTexts(fileTexts);
  const navigate = useNavigate();
  const [question, setQuestion] = useState<VerificationQuestion | null>(null);
  const [file, setFile] = useState<File | null>(null);
  if (question !== null) return <Asked question={question} onAgain={() => setQuestion(null)} />;
  if (file !== null) return <CheckedFile file={file} onAgain={() => setFile(null)} />;
  const openCode = (text: string): boolean => {
    const code = certificateCode(text);
    if (code === null) return false;
    void navigate(code);
    return true;
  };
  return (
    <>
      {number !== undefined && (
        <Notice tone="calm" title={t('needsName')}>
          <p>{t('codeWithout')}</p>
        </Notice>
      )}
      <Card>
        <QuestionForm number={number ?? ''} onAsk={setQuestion} />
      </Card>
      {number === undefined && (
        <div className={classes.ways} aria-label={here('onDevice')} role="group">
          <CodeScanner open={scan} onCode={openCode} />
          <FileDrop onFile={setFile} />
        </div>
      )}
    </>
  );
}

/** Where in this site the QR code of a certificate leads; null when it is none. An address of another site is checked here, not followed. */
function certificateCode(text: string): string | null {
  const [, path] = /^https?:\/\/[^/]+(\/verify\/[\w-]{1,60}\?[^#\s]{1,300}(?:#[\w.-]{1,2000})?)$/.exec(text) ?? [];
  return path ?? null;
}

function useCheckedHere(name: string, input: () => Promise<Uint8Array<ArrayBuffer> | string>) {
  return useQuery({
    queryKey: ['verified-here', name],
    queryFn: async () => (await import('./check-here')).checkHere(await input()),
    networkMode: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: false,
  });
}

function CheckedFile({ file, onAgain }: { file: File; onAgain: () => void }) {
  const here = useTexts(fileTexts);
  const [id] = useState(() => `${file.name} ${file.size} ${performance.now()}`);
  const { data, error, refetch } = useCheckedHere(id, async () => new Uint8Array(await file.arrayBuffer()));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  if (!data) return <LoadingState rows={2} title={false} />;
  return (
    <>
      <ReportView checked={data} title={`${here('onDevice')} · ${file.name}`} />
      <AnswerActions onAgain={onAgain} />
    </>
  );
}

/** What was scanned: what it says by itself, then what the platform says. The first needs no network, and no trust in any address. */
function ByCode({ question, payload }: { question: { number: string; code: string }; payload: string }) {
  const here = useTexts(fileTexts);
  const t = useTexts(verifyTexts);
  const scanned = `${location.origin}/verify/${question.number}?code=x#${payload}`;
  const { data: checked } = useCheckedHere(scanned, () => Promise.resolve(scanned));
  if (payload === '') return <Asked question={question} />;
  if (!checked) return <LoadingState rows={2} title={false} />;
  if (checked.verdict === 'not-valid' && checked.facts === null)
    return (
      <>
        <ReportView checked={checked} title={here('qrTitle')} />
        <Notice tone="red" title={here('qrBroken')} />
        <AnswerActions />
      </>
    );
  return (
    <>
      <Asked question={question} withoutNetwork={<Notice tone="amber" title={here('serverOffline')} />} />
      <details className={classes.payload} open={checked.verdict !== 'never-reached' && checked.offline}>
        <summary>{here('payloadSays', { verdict: t(PAYLOAD_WORDS[checked.verdict]) })}</summary>
        <p>{here('qrNote')}</p>
        <ReportView checked={checked} title={here('onDevice')} focus={false} />
      </details>
    </>
  );
}

const PAYLOAD_WORDS = {
  valid: 'valid',
  'not-valid': 'notValid',
  'cannot-be-determined': 'unknown',
  'never-reached': 'unknown',
} as const;

interface AskedProps {
  readonly question: VerificationQuestion;
  readonly onAgain?: () => void;
  /** What stands there when the platform cannot be reached. */
  readonly withoutNetwork?: ReactNode;
}

function Asked({ question, onAgain, withoutNetwork }: AskedProps) {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['verification', question],
    queryFn: () => askVerification(question),
    networkMode: 'always',
    staleTime: 0,
    gcTime: 0,
    retry: (failures, problem) => failures < 1 && !(isProblem(problem) && problem.status < 500),
  });
  const again = onAgain ?? (() => void navigate('/verify'));
  if (error instanceof NetworkProblem && withoutNetwork) return withoutNetwork;
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <AnswerView answer={data} onAgain={again} /> : <LoadingState rows={2} title={false} />;
}

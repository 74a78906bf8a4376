import { useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { VerificationQuestion } from '@hz/verification/contract';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import { isProblem } from '../../shared/api/problem';
import { ErrorState, LoadingState, Notice } from '../../shared/feedback';
import { useTexts } from '../../shared/texts';
import { Card, Page } from '../../shared/ui';
import { AnswerView } from './answer-view';
import { askVerification } from './api';
import { QuestionForm } from './question-form';
import { verifyTexts } from './texts';

/**
 * Checks a certificate, for anybody. The code of the QR link stays in the address; a typed name does not: it stays in the memory of
 * the page, so that nobody's name ends up in a history or a log.
 */
export function VerifyPage() {
  const t = useTexts(verifyTexts);
  const { number } = useParams();
  const [query] = useSearchParams();
  const code = query.get('code');
  return (
    <Page title={t('title')} lead={number === undefined ? t('lead') : undefined} width="reading">
      {number !== undefined && code !== null ? (
        <Asked key={`${number} ${code}`} question={{ number, code }} />
      ) : (
        <ByName key={number} number={number} />
      )}
    </Page>
  );
}

function ByName({ number }: { number: string | undefined }) {
  const t = useTexts(verifyTexts);
  const [question, setQuestion] = useState<VerificationQuestion | null>(null);
  if (question !== null) return <Asked question={question} onAgain={() => setQuestion(null)} />;
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
    </>
  );
}

function Asked({ question, onAgain }: { question: VerificationQuestion; onAgain?: () => void }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery({
    queryKey: ['verification', question],
    queryFn: () => askVerification(question),
    staleTime: 0,
    gcTime: 0,
    retry: (failures, problem) => failures < 1 && !(isProblem(problem) && problem.status < 500),
  });
  const again = onAgain ?? (() => void navigate('/verify'));
  if (error) return <ErrorState error={error} onRetry={refetch} />;
  return data ? <AnswerView answer={data} onAgain={again} /> : <LoadingState rows={2} title={false} />;
}

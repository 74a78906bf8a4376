import { isProblem } from '../shared/api/problem';
import { ProblemAlert } from '../shared/feedback';
import { useTexts } from '../shared/texts';
import { accountTexts } from './texts';

/** A refusal, and when one may try again where the server says so. */
export function SendingProblem({ error }: { error: unknown }) {
  const t = useTexts(accountTexts);
  const seconds = isProblem(error) ? error.document.params['retryAfterSeconds'] : undefined;
  return (
    <ProblemAlert error={error}>{typeof seconds === 'number' && <p>{t('retryAfter', { seconds })}</p>}</ProblemAlert>
  );
}

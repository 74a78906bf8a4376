import { ApiProblem } from '../../shared/api/problem';
import { useTexts } from '../../shared/texts';
import { editorTexts } from './editor/texts';

const WORDS = {
  'registration.no-form': 'needForm',
  'registration.form-not-published': 'formNotPublished',
  'registration.unknown-section': 'unknownSection',
} as const;

/** What of the forms keeps a session from opening. */
export function OpeningRefusal({ error }: { error: unknown }) {
  const t = useTexts(editorTexts);
  if (!(error instanceof ApiProblem) || error.document.errors.length === 0) return null;
  return (
    <ul>
      {error.document.errors.map(({ pointer, code, detail }) => {
        const key = WORDS[code as keyof typeof WORDS] as (typeof WORDS)[keyof typeof WORDS] | undefined;
        return <li key={pointer}>{key ? `${t(key)}${detail ? ` (${detail})` : ''}` : (detail ?? code)}</li>;
      })}
    </ul>
  );
}

import { RECHECK_CODES, type RecheckFaultView } from '@hz/certification/contract';
import { DISCLOSURES } from '@hz/verification/contract';
import { CODE_TEXTS } from '../../../../../packages/verifier/src/texts';
import { useLocalized } from '../../shared/localized';
import { useTexts } from '../../shared/texts';
import { faultTexts, recheckTexts } from './texts';

const isOneOf = <T extends string>(known: readonly T[], word: string): word is T => known.includes(word as T);
const isVerifiers = (code: string): code is keyof typeof CODE_TEXTS => Object.hasOwn(CODE_TEXTS, code);

/** The words for what was found and where. A code that this version does not know is shown as it is. */
export function useFaultWords() {
  const t = useTexts(recheckTexts);
  const says = useTexts(faultTexts);
  const local = useLocalized();
  return {
    where({ part, subject }: RecheckFaultView): string {
      if (subject === '') return t(part);
      return `${t(part)} · ${isOneOf(DISCLOSURES, subject) ? t(subject) : subject}`;
    },
    what({ code }: RecheckFaultView): string {
      if (isOneOf(RECHECK_CODES, code)) return says(code);
      return isVerifiers(code) ? local(CODE_TEXTS[code]) : code;
    },
  };
}

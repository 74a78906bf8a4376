import { eligibilityInWords, type EligibilityRule } from '@hz/competency/contract';
import type { LocalizedText } from '@hz/kernel';
import { useQuery } from '@tanstack/react-query';
import { useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { frameworkQuery } from './api';
import { publicTexts } from './texts';

/** The names of all roles by id; an id that is not known stands for itself. */
export function useRoleName(): (roleId: string) => LocalizedText {
  const { data } = useQuery(frameworkQuery);
  const roles = data?.domains.flatMap(({ directions }) => directions.flatMap((direction) => direction.roles)) ?? [];
  return (roleId) => roles.find(({ id }) => id === roleId)?.name ?? { zh: roleId };
}

/** Who may register, as a list of sentences. */
export function EligibilityInWords({ rule }: { rule: EligibilityRule }) {
  const t = useTexts(publicTexts);
  const local = useLocalized();
  const roleName = useRoleName();
  const words = (part: EligibilityRule) => local(eligibilityInWords(part, roleName));
  if (rule.kind !== 'any' && rule.kind !== 'all') return <p style={{ margin: 0 }}>{words(rule)}</p>;
  return (
    <div>
      <p style={{ margin: 0 }}>{t(rule.kind === 'any' ? 'eligibilityAny' : 'eligibilityAll')}</p>
      <ul style={{ margin: '8px 0 0', paddingLeft: '1.3em' }}>
        {rule.of.map((part, at) => (
          <li key={at}>{words(part)}</li>
        ))}
      </ul>
    </div>
  );
}

import type { ResultView } from '../shared/api/types';
import { useQuery } from '@tanstack/react-query';
import { roleQuery } from '../public/api';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import classes from './result.module.css';
import { candidateTexts } from './texts';

/** The share gained by skill, highest first. Each bar says its number, and few items are said to be few. */
export function SkillBars({ result }: { result: ResultView }) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  const { data: role } = useQuery(roleQuery(result.scheme.roleId));
  const known = [
    ...(role?.headings.flatMap(({ skills }) => skills) ?? []),
    ...(role?.added.map(({ skill }) => skill) ?? []),
  ];
  const nameOf = (id: string) => known.find((skill) => skill.id === id)?.name ?? { zh: id };
  const skills = result.skills.toSorted((a, b) => Number(b.percent) - Number(a.percent));
  return (
    <ul className={classes.skills}>
      {skills.map(({ skillId, percent, gained, possible, items }) => (
        <li key={skillId}>
          <span className={classes.skill}>
            <Localized text={nameOf(skillId)} />
          </span>
          <span className={classes.numbers}>
            <strong>{format.percent(percent, 0)}</strong> · {format.points(gained)} / {format.points(possible)} ·{' '}
            {t('itemsCount', { count: items })}
          </span>
          <span className={classes.track} aria-hidden>
            <span style={{ inlineSize: `${Math.min(100, Number(percent))}%` }} data-few={items < FEW_ITEMS} />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Below this number of items a share says little. */
const FEW_ITEMS = 3;

import type { Amount, BlueprintBody, BlueprintCell, BlueprintSection } from '@hz/assembly/contract';
import { useLevelName } from '../../shared/levels';
import { useLocalized } from '../../shared/localized';
import { useWords } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, TableFrame } from '../../shared/ui';
import { useSkills } from '../skills';
import { formTexts } from './texts';

const BY = { skill: 'bySkill', level: 'byLevel', cognitive: 'byCognitive', type: 'byType' } as const satisfies Record<
  BlueprintCell['by'],
  string
>;

/** The table of specifications (双向细目表) in words: one table for each section. */
export function Specification({ body }: { body: BlueprintBody }) {
  const t = useTexts(formTexts);
  const local = useLocalized();
  const words = useWords();
  const skills = useSkills(body.bank);
  const amount = useAmount();
  const inWords = useCellWords(skills.nameOf);
  return (
    <>
      {body.sections.map((section) => (
        <Card key={section.id}>
          <h3 style={{ marginTop: 0 }}>
            {local(section.title)}{' '}
            {local(section.title) !== words.component(section.component) && (
              <small className="hz-soft">· {words.component(section.component)}</small>
            )}
          </h3>
          <Limits section={section} skillName={skills.nameOf} />
          <TableFrame label={`${t('specification')}: ${local(section.title)}`}>
            <thead>
              <tr>
                <th scope="col">{t('what')}</th>
                <th scope="col" data-number>
                  {t('itemsCount')}
                </th>
                <th scope="col" data-number>
                  {t('points')}
                </th>
              </tr>
            </thead>
            <tbody>
              <tr>
                <th scope="row">{t('wholeSection')}</th>
                <td data-number>{amount(section.items)}</td>
                <td data-number>{amount(section.points)}</td>
              </tr>
              {section.mix.map((cell, index) => (
                <tr key={index}>
                  <td>
                    <span className="hz-soft">{t(BY[cell.by])}: </span>
                    {inWords(cell)}
                  </td>
                  <td data-number>{amount(cell.items)}</td>
                  <td data-number>{amount(cell.points)}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
        </Card>
      ))}
    </>
  );
}

function Limits({ section, skillName }: { section: BlueprintSection; skillName: (id: string) => string }) {
  const t = useTexts(formTexts);
  const words = useWords();
  const levelName = useLevelName();
  const amount = useAmount();
  const rows: (readonly [string, string | undefined])[] = [
    [t('facility'), section.facility === undefined ? undefined : amount(section.facility)],
    [t('seconds'), section.seconds === undefined ? undefined : amount(section.seconds)],
    [t('onlyTypes'), section.types?.map(words.type).join(' · ')],
    [t('onlyLevels'), section.levels?.map(levelName).join(' · ')],
    [t('onlySkills'), section.skills?.map(skillName).join(' · ')],
    [t('excluded'), section.exclude.length > 0 ? section.exclude.join(' · ') : undefined],
  ];
  return (
    <ul style={{ margin: '0 0 12px', paddingInlineStart: 20 }}>
      {rows
        .filter(([, value]) => value !== undefined)
        .map(([name, value]) => (
          <li key={name}>
            <span className="hz-soft">{name}: </span>
            {value}
          </li>
        ))}
    </ul>
  );
}

/** An exact amount or a range in words. */
function useAmount(): (amount: Amount | undefined) => string {
  const t = useTexts(formTexts);
  return (amount) => {
    if (amount === undefined) return '–';
    if (typeof amount === 'number') return String(amount);
    const { min, max } = amount;
    if (min !== undefined && max !== undefined) return t('between', { min, max });
    return min === undefined ? t('atMost', { max: max ?? '' }) : t('atLeast', { min });
  };
}

function useCellWords(skillName: (id: string) => string): (cell: BlueprintCell) => string {
  const words = useWords();
  const levelName = useLevelName();
  return (cell) => {
    switch (cell.by) {
      case 'skill':
        return cell.of.map(skillName).join(' / ');
      case 'level':
        return cell.of.map(levelName).join(' / ');
      case 'cognitive':
        return cell.of.map(words.cognitive).join(' / ');
      case 'type':
        return cell.of.map(words.type).join(' / ');
    }
  };
}

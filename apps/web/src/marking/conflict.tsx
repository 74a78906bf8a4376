import { Button } from '@mantine/core';
import { isProblem } from '../shared/api/problem';
import { Notice } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { useLocalized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Card, Facts, Section } from '../shared/ui';
import { totalOf, type DeskState } from './desk-state';
import { markingTexts } from './texts';

/** The script changed under the marker's hands: what was not saved stays readable, nothing is overwritten. */
export function Conflict({ error, state, onNext }: { error: unknown; state: DeskState; onNext: () => void }) {
  const t = useTexts(markingTexts);
  const format = useFormat();
  const local = useLocalized();
  const closed = isProblem(error, 'grading.marking-closed');
  const { script, marks, comment } = state;
  const present = presentMark();
  return (
    <>
      <Notice tone="amber" title={t(closed ? 'closedTitle' : 'conflictTitle')} live>
        <p>{t(closed ? 'closedText' : 'conflictText')}</p>
        {present !== null && <p>{present}</p>}
      </Notice>
      <Section title={t('conflictYours')} note={t('script', { no: script.scriptNo })}>
        <Card>
          <Facts
            rows={[
              ...script.rubric.criteria.map(
                ({ id, title }) => [local(title), marks[id] === undefined ? '–' : format.points(marks[id])] as const,
              ),
              [t('total'), format.points(totalOf(state))] as const,
              [t('comment'), comment === '' ? null : comment] as const,
            ]}
          />
        </Card>
      </Section>
      <div>
        <Button onClick={onNext} autoFocus>
          {t('nextScript')}
        </Button>
      </div>
    </>
  );

  /** How the script stands now, as far as the refusal says. */
  function presentMark(): string | null {
    const { points = null, mine = false } = isProblem(error) ? error.document.params : {};
    if (typeof points !== 'string') return null;
    return t(mine === true ? 'conflictNowMine' : 'conflictNow', { points: format.points(points) });
  }
}

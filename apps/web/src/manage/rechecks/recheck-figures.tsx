import type { RecheckOverview } from '@hz/certification/contract';
import { useFormat } from '../../shared/format';
import { Figures, ShareBar, type Figure } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { recheckTexts } from './texts';

/** Whether all is well, when that was last looked at, and how far the run of now is. */
export function RecheckFigures({ overview: { openFaults, runs } }: { overview: RecheckOverview }) {
  const t = useTexts(recheckTexts);
  const format = useFormat();
  const last = runs.find(({ finishedAt }) => finishedAt !== null);
  const open = runs.find(({ finishedAt }) => finishedAt === null);
  const rows: Figure[] = [
    {
      label: t('openFaults'),
      value: openFaults === 0 ? t('none') : openFaults,
      tone: openFaults === 0 ? 'plain' : 'red',
    },
    {
      label: t('lastRun'),
      value: last?.finishedAt ? format.instant(last.finishedAt) : t('never'),
      ...(last && { note: t('examinedThen', { n: last.examined }) }),
    },
  ];
  if (open) {
    const { examined, certificates } = open;
    rows.push({
      label: t('underWay'),
      value: <ShareBar value={examined} of={certificates} />,
      note: t('underWayNow', { examined, certificates }),
    });
  }
  return <Figures rows={rows} />;
}

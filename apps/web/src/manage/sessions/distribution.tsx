import { Button } from '@mantine/core';
import type { SessionGrading } from '@hz/grading/contract';
import { Icon } from '../../shared/icons';
import { csvText, downloadText, staffTexts } from '../../shared/staff';
import { useTexts } from '../../shared/texts';
import { Card, Section, TableFrame } from '../../shared/ui';
import classes from './sessions.module.css';
import { sessionTexts } from './texts';

type Steps = SessionGrading['distribution'];

/** The totals as a histogram, with its table and its export. */
export function Distribution({ steps, sessionId }: { steps: Steps; sessionId: string }) {
  const t = useTexts(sessionTexts);
  const staff = useTexts(staffTexts);
  const total = steps.reduce((sum, { results }) => sum + results, 0);
  const highest = Math.max(1, ...steps.map(({ results }) => results));
  const share = (results: number) => `${total === 0 ? 0 : Math.round((results / total) * 1000) / 10}%`;
  const exportAll = () =>
    downloadText(
      `distribution-${sessionId.slice(-8)}.csv`,
      csvText([
        [t('range'), t('results'), t('share')],
        ...steps.map(({ from, to, results }) => [`${from}–${to}`, results, share(results)]),
      ]),
    );
  return (
    <Section title={t('distribution')} note={t('distributionNote')}>
      <Card>
        <div className={classes.histogram} role="img" aria-label={t('distributionChart')}>
          {steps.map(({ from, results }) => (
            <div key={from}>
              <span>{results > 0 ? results : ''}</span>
              <i style={{ blockSize: `${(results / highest) * 100}%` }} />
            </div>
          ))}
        </div>
        <div className={classes.axis} aria-hidden>
          {steps.map(({ from }) => (
            <span key={from}>{from}</span>
          ))}
        </div>
        <div className={classes.numbers}>
          <TableFrame label={t('distribution')}>
            <thead>
              <tr>
                <th scope="col">{t('range')}</th>
                <th scope="col" data-number>
                  {t('results')}
                </th>
                <th scope="col" data-number>
                  {t('share')}
                </th>
              </tr>
            </thead>
            <tbody>
              {steps.map(({ from, to, results }) => (
                <tr key={from}>
                  <th scope="row">
                    {from}–{to}
                  </th>
                  <td data-number>{results}</td>
                  <td data-number>{share(results)}</td>
                </tr>
              ))}
            </tbody>
          </TableFrame>
        </div>
        <Button
          mt="md"
          variant="default"
          size="sm"
          className="hz-no-print"
          leftSection={<Icon name="download" size={18} />}
          onClick={exportAll}
        >
          {staff('exportCsv')}
        </Button>
      </Card>
    </Section>
  );
}

import type { ResultView } from '../shared/api/types';
import { useFormat } from '../shared/format';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Badge, TableFrame } from '../shared/ui';
import { OutcomeBadge } from './outcome';
import classes from './result.module.css';
import { candidateTexts } from './texts';

/** The components of the scheme, sat or not, each with score, pass mark and verdict. */
export function ComponentTable({ result }: { result: ResultView }) {
  const t = useTexts(candidateTexts);
  const format = useFormat();
  return (
    <TableFrame label={t('components')}>
      <thead>
        <tr>
          <th scope="col">{t('component')}</th>
          <th scope="col">{t('score')}</th>
          <th scope="col">{t('passMark')}</th>
          <th scope="col">{t('weight')}</th>
        </tr>
      </thead>
      <tbody>
        {result.scheme.components.map(({ code, title }) => {
          const sat = result.components.find((component) => component.code === code);
          return (
            <tr key={code}>
              <th scope="row">
                <span className={classes.component}>
                  <Localized text={title} />
                  {sat ? (
                    <OutcomeBadge outcome={sat.passed ? 'passed' : 'failed'} />
                  ) : (
                    <Badge tone="plain">{t('notSat')}</Badge>
                  )}
                </span>
              </th>
              <td className={classes.score}>
                {sat ? `${format.points(sat.score)} / ${format.points(sat.outOf)}` : '–'}
              </td>
              <td>{sat ? format.points(sat.passMark) : '–'}</td>
              <td className={classes.score}>{sat ? `${sat.weight}%` : '–'}</td>
            </tr>
          );
        })}
      </tbody>
    </TableFrame>
  );
}

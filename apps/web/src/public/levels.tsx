import { useQuery } from '@tanstack/react-query';
import { Localized } from '../shared/localized';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import { frameworkQuery } from './api';
import classes from './home.module.css';
import { publicTexts } from './texts';

/** What each level means, from junior to senior. Explains; while it is missing the page does without. */
export function Levels() {
  const t = useTexts(publicTexts);
  const { data } = useQuery(frameworkQuery);
  if (!data || data.levels.length === 0) return null;
  return (
    <Section title={t('levelsTitle')}>
      <dl className={classes.levels}>
        {data.levels.map(({ id, name, description }) => (
          <div key={id}>
            <dt>
              <Localized text={name} />
            </dt>
            {description && (
              <dd>
                <Localized text={description} />
              </dd>
            )}
          </div>
        ))}
      </dl>
    </Section>
  );
}

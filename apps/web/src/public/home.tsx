import { usePageTitle } from '../shared/page-title';
import { useTexts } from '../shared/texts';
import { Section } from '../shared/ui';
import pageClasses from '../shared/ui/page.module.css';
import classes from './home.module.css';
import { Levels } from './levels';
import { SchemeList } from './scheme-list';
import { publicTexts } from './texts';
import { VerifyBox } from './verify-box';

const STEPS = [
  ['how1', 'how1Text'],
  ['how2', 'how2Text'],
  ['how3', 'how3Text'],
  ['how4', 'how4Text'],
] as const;

export function Home() {
  const t = useTexts(publicTexts);
  usePageTitle('');
  return (
    <div className={pageClasses.page}>
      <div className={classes.hero}>
        <div>
          <h1>{t('homeTitle')}</h1>
          <p>{t('homeLead')}</p>
          <div className={classes.actions}>
            <a className="hz-button hz-button--primary" href="#schemes">
              {t('browse')}
            </a>
          </div>
        </div>
        <VerifyBox />
      </div>
      <SchemeList />
      <Levels />
      <Section title={t('howTitle')}>
        <ol className={classes.steps}>
          {STEPS.map(([title, text]) => (
            <li key={title}>
              <h3>{t(title)}</h3>
              <p>{t(text)}</p>
            </li>
          ))}
        </ol>
      </Section>
    </div>
  );
}

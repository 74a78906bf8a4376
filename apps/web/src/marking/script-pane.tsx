import { useFormat } from '../shared/format';
import { useLocalized } from '../shared/localized';
import { Markdown } from '../shared/markdown';
import { useTexts } from '../shared/texts';
import type { Script } from './api';
import classes from './marking.module.css';
import { markingTexts } from './texts';

interface Props {
  script: Script;
  exemplar: boolean;
  onExemplar: () => void;
}

/** The item, the response, and the exemplar beside it when wanted. */
export function ScriptPane({ script, exemplar, onExemplar }: Props) {
  const t = useTexts(markingTexts);
  const local = useLocalized();
  const format = useFormat();
  const length = [...script.response].length;
  return (
    <section className={classes.script} data-script={script.scriptNo} aria-label={t('script', { no: script.scriptNo })}>
      <details open className={classes.stem}>
        <summary>
          {t('stem')} · {t('levelPoints', { points: format.points(script.maxPoints) })}
        </summary>
        <Markdown source={local(script.stem)} />
      </details>
      <div className={classes.texts} data-two={exemplar || undefined}>
        <div>
          <h2>
            {t('response')} <small>{t('characters', { count: length })}</small>
          </h2>
          {length === 0 ? (
            <p className="hz-soft">{t('emptyResponse')}</p>
          ) : (
            <div className={classes.response} tabIndex={0} role="region" aria-label={t('response')}>
              {script.response}
            </div>
          )}
        </div>
        {exemplar && (
          <div className={classes.exemplar}>
            <h2>{t('exemplar')}</h2>
            {script.exemplar && <Markdown source={local(script.exemplar)} />}
            <h3>{t('rationale')}</h3>
            <Markdown source={local(script.rationale)} />
          </div>
        )}
      </div>
      <button type="button" className="hz-button" aria-expanded={exemplar} onClick={onExemplar}>
        {t(exemplar ? 'hideExemplar' : 'showExemplar')} <kbd>E</kbd>
      </button>
    </section>
  );
}

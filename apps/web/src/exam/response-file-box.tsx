import { useState } from 'react';
import { Icon } from '../shared/icons';
import { useTexts } from '../shared/texts';
import type { ResponseFileMaker } from './response-file';
import classes from './response-file.module.css';
import { responseFileTexts } from './response-file-texts';

type State = { readonly kind: 'none' | 'busy' | 'failed' } | { readonly kind: 'saved'; readonly name: string };

/** Offers to save what is unsent as a file, and says what to do with it. */
export function ResponseFileBox({ maker }: { maker: ResponseFileMaker }) {
  const t = useTexts(responseFileTexts);
  const [state, setState] = useState<State>({ kind: 'none' });
  const save = () => {
    setState({ kind: 'busy' });
    maker.save().then(
      (name) => setState(name === null ? { kind: 'failed' } : { kind: 'saved', name }),
      () => setState({ kind: 'failed' }),
    );
  };
  return (
    <section className={`${classes.box} hz-no-print`} aria-label={t('title')} data-testid="response-file">
      <h3>{t('title')}</h3>
      <p>{t('hint')}</p>
      <button type="button" className="hz-button" onClick={save} disabled={state.kind === 'busy'}>
        <Icon name="download" />
        {t('save')}
      </button>
      <p role="status" className={classes.said}>
        {state.kind === 'saved' && t('saved', { name: state.name })}
        {state.kind === 'failed' && t('failed')}
      </p>
    </section>
  );
}

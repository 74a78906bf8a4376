import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from '../../shared/icons';
import { commonTexts, useTexts } from '../../shared/texts';
import classes from './sheet.module.css';

interface Props {
  title: string;
  onClose: () => void;
  /** `side`: over the whole height beside the item on wide screens; on narrow ones every sheet comes from below. */
  place?: 'middle' | 'side';
  children: ReactNode;
}

/** A dialog of the browser's own: it keeps the focus, closes by Escape, and gives the focus back. */
export function Sheet({ title, onClose, place = 'middle', children }: Props) {
  const t = useTexts(commonTexts);
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element !== null && !element.open) element.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={classes.sheet}
      data-place={place}
      aria-labelledby={heading}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={classes.inside}>
        <header className={classes.head}>
          <h2 id={heading}>{title}</h2>
          <button type="button" className={classes.close} aria-label={t('close')} onClick={onClose}>
            <Icon name="cross" />
          </button>
        </header>
        {children}
      </div>
    </dialog>
  );
}

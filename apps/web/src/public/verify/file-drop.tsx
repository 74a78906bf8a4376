import { useId, useState, type DragEvent } from 'react';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { fileTexts } from './file-texts';
import classes from './verify.module.css';

const KINDS = '.pdf,.png,.json,.jwt,.txt,application/pdf,image/png,application/json';

/** A place to drop a file, and a button for those who do not drag. The file is handed on, and goes nowhere else. */
export function FileDrop({ onFile }: { onFile: (file: File) => void }) {
  const t = useTexts(fileTexts);
  const id = useId();
  const [over, setOver] = useState(false);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file) onFile(file);
  };
  return (
    <section
      className={classes.drop}
      data-over={over || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      aria-labelledby={`${id}-title`}
    >
      <h2 id={`${id}-title`}>{t('fileTitle')}</h2>
      <p>{t('fileLead')}</p>
      <label className="hz-button" htmlFor={id}>
        {t('choose')}
      </label>
      <input
        id={id}
        className={classes.file}
        type="file"
        accept={KINDS}
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          if (file) onFile(file);
          currentTarget.value = '';
        }}
      />
      <p className={classes.stays}>
        <Icon name="lock" size={18} />
        {t('stays')}
      </p>
    </section>
  );
}

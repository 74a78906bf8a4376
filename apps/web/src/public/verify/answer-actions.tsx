import { useNavigate } from 'react-router';
import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { verifyTexts } from './texts';
import classes from './verify.module.css';

/** What can be done after an answer. */
export function AnswerActions({ onAgain }: { onAgain?: () => void }) {
  const t = useTexts(verifyTexts);
  const navigate = useNavigate();
  return (
    <div className={`${classes.actions} hz-no-print`}>
      <button type="button" className="hz-button" onClick={onAgain ?? (() => void navigate('/verify'))}>
        {t('again')}
      </button>
      <button type="button" className="hz-button" onClick={() => window.print()}>
        <Icon name="print" size={18} />
        {t('print')}
      </button>
    </div>
  );
}

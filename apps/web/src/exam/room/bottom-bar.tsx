import { Icon } from '../../shared/icons';
import { useTexts } from '../../shared/texts';
import { itemOf } from '../core';
import classes from './room.module.css';
import { useRoom } from './room-context';
import { roomTexts } from './texts';
import type { useWalk } from './use-walk';

/** Previous and next, always in the same place; between them the way to the map on narrow screens. */
export function BottomBar({ walk, onMap }: { walk: ReturnType<typeof useWalk>; onMap: () => void }) {
  const t = useTexts(roomTexts);
  const number = useRoom((state) => itemOf(state.paper, state.current).number);
  const all = useRoom((state) => state.paper.items.size);
  const words = { item: t('next'), section: t('endSection'), review: t('toReview') };
  return (
    <nav className={classes.bottom} aria-label={t('map')}>
      <button type="button" className="hz-button" disabled={walk.backTo === null} onClick={walk.previous}>
        <Icon name="back" size={18} />
        {t('previous')}
      </button>
      <button type="button" className={`hz-button ${classes.mapButton} hz-tabular`} onClick={onMap}>
        {t('openMap', { number, all })}
      </button>
      <button type="button" className="hz-button hz-button--primary" onClick={walk.next}>
        {words[walk.forward]}
        <Icon name="arrow" size={18} />
      </button>
    </nav>
  );
}

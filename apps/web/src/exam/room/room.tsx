import { useState } from 'react';
import { usePageTitle } from '../../shared/page-title';
import { useLocalized } from '../../shared/localized';
import { commonTexts, useTexts } from '../../shared/texts';
import { Announcer } from './announcer';
import { Bars } from './bars';
import { BottomBar } from './bottom-bar';
import { Stale, TimeOver } from './end-pages';
import { HandIn } from './hand-in';
import { ItemMap } from './item-map';
import { ItemStage } from './item-stage';
import { RoomFrame } from './room-frame';
import classes from './room.module.css';
import { useEngine, useRoom } from './room-context';
import { SectionGate } from './section-gate';
import { useRoomSettings } from './settings';
import { Sheet } from './sheet';
import { roomTexts } from './texts';
import { DisplaySheet, HelpSheet, NotesSheet, ToolButtons, type Tool } from './tools';
import { TopBar } from './top-bar';
import { useShortcuts } from './use-shortcuts';
import { useWalk } from './use-walk';

interface Props {
  journalKept: boolean;
  onTakeOver: () => void;
}

/** The exam room. */
export function Room({ journalKept, onTakeOver }: Props) {
  const t = useTexts(roomTexts);
  const common = useTexts(commonTexts);
  const localized = useLocalized();
  const engine = useEngine();
  const phase = useRoom((state) => state.phase);
  const title = useRoom((state) => state.attempt.title);
  const walk = useWalk();
  const [settings, changeSettings] = useRoomSettings();
  const [tool, setTool] = useState<Tool | null>(null);
  const close = () => setTool(null);
  usePageTitle(localized(title));
  useShortcuts(engine, settings.singleKeys, {
    next: walk.next,
    previous: walk.previous,
    openMap: () => openMap(() => setTool('map')),
    openNotes: () => setTool('notes'),
    openHelp: () => setTool('help'),
  });
  return (
    <RoomFrame settings={settings}>
      <a className="hz-skip" href="#item">
        {common('skip')}
      </a>
      <TopBar tools={<ToolButtons onOpen={setTool} />} />
      <Bars journalKept={journalKept} />
      <div className={classes.body}>
        <aside className={classes.side} aria-label={t('map')}>
          <h2 className={classes.sideTitle}>{t('map')}</h2>
          <ItemMap />
          <button type="button" className="hz-button" onClick={walk.finish} disabled={phase !== 'working'}>
            {t(walk.hasNextSection ? 'endSection' : 'toReview')}
          </button>
        </aside>
        <main id="item" tabIndex={-1} className={classes.main}>
          {phase === 'working' && <ItemStage />}
          {(phase === 'reviewing' || phase === 'handing-in') && <HandIn />}
          {(phase === 'leaving-section' || phase === 'entering-section' || phase === 'section-over') && <SectionGate />}
          {phase === 'time-over' && <TimeOver />}
          {phase === 'reading' && <Stale onContinue={onTakeOver} />}
          {phase === 'working' && <BottomBar walk={walk} onMap={() => setTool('map')} />}
        </main>
      </div>
      <Announcer />
      {tool === 'map' && (
        <Sheet title={t('map')} onClose={close}>
          <ItemMap onPick={close} />
          <p>
            <button
              type="button"
              className="hz-button"
              onClick={() => {
                close();
                walk.finish();
              }}
            >
              {t(walk.hasNextSection ? 'endSection' : 'toReview')}
            </button>
          </p>
        </Sheet>
      )}
      {tool === 'notes' && <NotesSheet onClose={close} />}
      {tool === 'display' && <DisplaySheet settings={settings} onChange={changeSettings} onClose={close} />}
      {tool === 'help' && <HelpSheet settings={settings} onChange={changeSettings} onClose={close} />}
    </RoomFrame>
  );
}

/** The map stands beside the item on wide screens: there the focus goes to it; on narrow ones it opens. */
function openMap(open: () => void): void {
  const cell = document.querySelector<HTMLElement>('aside [aria-current="step"]');
  if (cell !== null && cell.checkVisibility()) cell.focus();
  else open();
}

import { useRef, useState, useSyncExternalStore } from 'react';
import { useQuery } from '@tanstack/react-query';
import { isProblem } from '../shared/api/problem';
import { ProblemAlert } from '../shared/feedback';
import { useFormat } from '../shared/format';
import { useTexts } from '../shared/texts';
import { mineQuery, type MarkedScript, type QueueKey } from './api';
import { Conflict } from './conflict';
import { reopened, type DeskKey, type DeskState } from './desk-state';
import { deskStatus } from './desk-status';
import { FlagDialog, SkipDialog } from './reason-dialog';
import { KeyHelp } from './key-help';
import { LastFive } from './last-five';
import classes from './marking.module.css';
import { RubricPane } from './rubric-pane';
import { ScriptPane } from './script-pane';
import { markingTexts } from './texts';
import { useDesk } from './use-desk';
import { useDeskKeys, useKeysChoice } from './use-desk-keys';

interface Props {
  start: DeskState;
  queue: QueueKey;
  onNext: () => void;
  onReopen: (state: DeskState) => void;
}

const CONFLICTS = ['grading.marked-meanwhile', 'grading.marking-closed'];

/** Script left, rubric right, everything by keyboard. */
export function Desk(props: Props) {
  const t = useTexts(markingTexts);
  const format = useFormat();
  const desk = useDesk(props);
  const { state, dispatch } = desk;
  const { data: mine } = useQuery(mineQuery);
  const [dialog, setDialog] = useState<'skip' | 'flag' | null>(null);
  const [exemplar, setExemplar] = useState(false);
  const [help, setHelp] = useState(false);
  const [keysOn, setKeysOn] = useKeysChoice();
  const comment = useRef<HTMLTextAreaElement>(null);
  const said = useSyncExternalStore(deskStatus.subscribe, deskStatus.read);
  const refused = [desk.submitting.error, desk.skipping.error, desk.undoing.error].find(
    (error) => isProblem(error) && CONFLICTS.includes(error.code),
  );

  const undo = () => {
    const last = mine?.find(({ mark }) => mark?.mayChange === true);
    if (last === undefined) deskStatus.say(t('nothingToUndo'));
    else desk.undoing.mutate(last);
  };
  const act = (key: DeskKey) => {
    switch (key.key) {
      case 'level':
        return dispatch({ do: 'pick-current', level: key.level });
      case 'move':
        return dispatch({ do: 'move', by: key.by });
      case 'submit':
        return desk.submit();
      case 'skip':
        return state.changing ? undefined : setDialog('skip');
      case 'flag':
        return setDialog('flag');
      case 'undo':
        return undo();
      case 'comment':
        return comment.current?.focus();
      case 'exemplar':
        return setExemplar(!exemplar);
      case 'help':
        return setHelp(!help);
    }
  };
  useDeskKeys(keysOn && dialog === null && refused === undefined, act);
  if (refused) return <Conflict error={refused} state={state} onNext={props.onNext} />;
  return (
    <>
      <div className={classes.bar}>
        <strong className="hz-tabular">{t('script', { no: state.script.scriptNo })}</strong>
        {desk.keptUntil !== null && (
          <span className="hz-soft hz-tabular">
            {t('keptUntil', { time: format.instant(desk.keptUntil).slice(-5) })}
          </span>
        )}
        {state.changing && <span>{t('changing')}</span>}
        <span role="status" className={classes.said}>
          {said}
        </span>
      </div>
      <ProblemAlert error={desk.submitting.error ?? desk.undoing.error} />
      <div className={classes.desk}>
        <ScriptPane script={state.script} exemplar={exemplar} onExemplar={() => setExemplar(!exemplar)} />
        <RubricPane desk={desk} comment={comment} onAct={act} />
      </div>
      <KeyHelp open={help} onToggle={() => setHelp(!help)} on={keysOn} onChoose={setKeysOn} />
      <LastFive
        rows={mine}
        onOpen={(row: MarkedScript) => {
          deskStatus.say('');
          props.onReopen(reopened(row));
        }}
      />
      <SkipDialog
        opened={dialog === 'skip'}
        onClose={() => setDialog(null)}
        run={(input) => desk.skipping.mutateAsync(input)}
      />
      <FlagDialog
        opened={dialog === 'flag'}
        onClose={() => setDialog(null)}
        run={(input) => desk.flagging.mutateAsync(input)}
      />
    </>
  );
}

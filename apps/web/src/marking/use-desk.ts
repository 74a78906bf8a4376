import { useEffect, useReducer, useRef, useState } from 'react';
import type { FlagTaskInput, SkipTaskInput } from '@hz/grading/contract';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { formatPoints } from '../shared/format';
import { useLanguage } from '../shared/language';
import { useTexts } from '../shared/texts';
import {
  claimNext,
  flagScript,
  MINE_KEY,
  putMark,
  skipScript,
  undoMark,
  type MarkedScript,
  type QueueKey,
  type Script,
} from './api';
import { deskReducer, missingIn, reopened, type DeskState } from './desk-state';
import { deskStatus } from './desk-status';
import { forgetMarks, keepMarks } from './kept-marks';
import { addToPace, readPace } from './pace';
import { markingTexts } from './texts';

/** A claim lasts half an hour; it is renewed while the desk is open. */
const RENEW_MS = 10 * 60_000;

interface Options {
  start: DeskState;
  queue: QueueKey;
  onNext: () => void;
  onReopen: (state: DeskState) => void;
}

/** Until when the script is ours; renewed while the desk is open. */
function useClaim(script: Script, { sessionId, itemVersionId }: QueueKey): number | null {
  const [keptUntil, setKeptUntil] = useState(script.claimedUntil);
  useEffect(() => {
    if (script.claimedUntil === null) return;
    const renew = () =>
      void claimNext({ sessionId, itemVersionId })
        .then((held) => {
          if (held?.id === script.id) setKeptUntil(held.claimedUntil);
        })
        // The mark itself tells whether the script is still ours.
        .catch(() => undefined);
    const timer = window.setInterval(renew, RENEW_MS);
    return () => window.clearInterval(timer);
  }, [sessionId, itemVersionId, script]);
  return keptUntil;
}

/** All that a marker can do with the script on the desk. */
export function useDesk({ start, queue, onNext, onReopen }: Options) {
  const t = useTexts(markingTexts);
  const language = useLanguage();
  const client = useQueryClient();
  const [state, dispatch] = useReducer(deskReducer, start);
  const [tried, setTried] = useState(false);
  const keptUntil = useClaim(start.script, queue);
  const began = useRef(Date.now());
  const { script, marks, comment } = state;
  const readMine = () => client.invalidateQueries({ queryKey: MINE_KEY });

  useEffect(() => {
    if (!state.changing) keepMarks(script, { marks, comment });
  }, [script, marks, comment, state.changing]);
  const submitting = useMutation({
    mutationFn: () => putMark(script.id, { version: script.version, marks: { ...marks }, comment }),
    onSuccess: async (marked) => {
      forgetMarks(script);
      if (!state.changing) addToPace(readPace(), Date.now() - began.current);
      deskStatus.say(t('saved', { no: script.scriptNo, points: formatPoints(marked.mark?.points ?? '0', language) }));
      await readMine();
      onNext();
    },
  });
  const skipping = useMutation({
    mutationFn: (input: Omit<SkipTaskInput, 'version'>) => skipScript(script.id, { ...input, version: script.version }),
    onSuccess: () => {
      forgetMarks(script);
      deskStatus.say(t('skipped', { no: script.scriptNo }));
      onNext();
    },
  });
  const flagging = useMutation({
    mutationFn: (input: FlagTaskInput) => flagScript(script.id, input),
    onSuccess: () => deskStatus.say(t('flagged')),
  });
  const undoing = useMutation({
    mutationFn: (last: MarkedScript) => undoMark(last.task.id, last.task.version),
    onSuccess: async (held, last) => {
      deskStatus.say(t('undone'));
      await readMine();
      onReopen({ ...reopened({ task: held.task, mark: last.mark }), changing: false });
    },
  });
  const submit = () => {
    setTried(true);
    if (missingIn(state) === 0 && !submitting.isPending) submitting.mutate();
  };
  return { state, dispatch, tried, keptUntil, submit, submitting, skipping, flagging, undoing };
}
export type DeskDeeds = ReturnType<typeof useDesk>;

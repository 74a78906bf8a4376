import type { Page } from 'playwright-core';
import { Candidate, CANDIDATE_PASSWORD } from '../../tools/candidate';
import { answerShown, answerTheItem, goTo } from '../exam-room';
import type { Stage } from '../stage';
import { Visitor, type Language } from '../visitor';

export interface LoggedSave {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: unknown;
  readonly late: boolean;
}

export interface Journalled {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: unknown;
}

interface Times {
  readonly deadlineAt: number;
  readonly graceEndsAt: number;
}

interface Options {
  readonly language?: Language;
  /** Where the page comes from; the server itself unless something stands in between. */
  readonly base?: string;
  /** Done with the browser before it opens its first page. */
  readonly prepare?: (visitor: Visitor) => Promise<void>;
}

/** A candidate in the exam room: what she does and sees there, and what the database and the device say about it. */
export class Sitting {
  private constructor(
    private readonly stage: Stage,
    readonly candidate: Candidate,
    readonly visitor: Visitor,
    readonly attemptId: string,
  ) {}

  /** Registered, signed in, started, at the first item. */
  static async begin(stage: Stage, name: string, options: Options = {}): Promise<Sitting> {
    const candidate = await Candidate.signUp(stage.installation.base, name);
    await candidate.register();
    const visitor = await arrive(stage, candidate, options);
    await visitor.enterRoom(candidate.registrationId);
    return Sitting.of(stage, candidate, visitor);
  }

  /** Of somebody who has started. */
  static async of(stage: Stage, candidate: Candidate, visitor: Visitor): Promise<Sitting> {
    const [row] = await stage.installation.query<{ id: string }>(
      'SELECT id FROM delivery.attempt WHERE registration_id = $1',
      [candidate.registrationId],
    );
    return new Sitting(stage, candidate, visitor, row!.id);
  }

  get page(): Page {
    return this.visitor.page;
  }

  get room(): string {
    return `/exam/${this.candidate.registrationId}/room`;
  }

  /** The same candidate with another browser, on the page of the room. */
  async onAnotherDevice(options: Options = {}): Promise<Sitting> {
    const visitor = await arrive(this.stage, this.candidate, options);
    await visitor.page.goto(this.room);
    return this.seenBy(visitor);
  }

  /** The same sitting through another page or browser. */
  seenBy(visitor: Visitor): Sitting {
    return new Sitting(this.stage, this.candidate, visitor, this.attemptId);
  }

  /** Answers the item with this number; `turn` varies the answer. Gives what the page shows then. */
  async answer(number: number, turn = 0): Promise<string> {
    await goTo(this.page, number);
    await answerTheItem(this.page, turn);
    return answerShown(this.page);
  }

  /** Answers, unless the page hears before that it has stopped; waits until it has. */
  async answerNotKnowing(number: number, turn: number): Promise<void> {
    const stopped = this.page.getByTestId('stale').waitFor();
    await Promise.race([this.answer(number, turn).catch(() => undefined), stopped]);
    await stopped;
  }

  async answerShownAt(number: number): Promise<string> {
    await goTo(this.page, number);
    return answerShown(this.page);
  }

  /** Waits until the page says that everything is saved. */
  saved(): Promise<void> {
    return this.page.locator('header [data-state="saved"]').waitFor();
  }

  unsaved(): Promise<void> {
    return this.page.locator('header [data-state="failed"]').waitFor();
  }

  /** How often the page has said "saved" so far, in this page load. */
  claims(): Promise<number> {
    return this.page.evaluate(() => (globalThis as unknown as { claims: string[] }).claims.length);
  }

  /** Time left as shown, in ms. */
  async timeLeft(): Promise<number> {
    const face = await this.page.getByRole('timer').innerText();
    const [hours, minutes, seconds] = /(\d+):(\d\d):(\d\d)/.exec(face)!.slice(1).map(Number);
    return ((hours! * 60 + minutes!) * 60 + seconds!) * 1_000;
  }

  /** By how much the time left that is shown differs from the server's, in ms. */
  async timeLeftIsOffBy(): Promise<number> {
    const { deadlineAt } = await this.times();
    const shown = await this.timeLeft();
    return Math.abs(deadlineAt - Date.now() - shown);
  }

  async times(): Promise<Times> {
    const [row] = await this.stage.installation.query<{ deadline: Date; grace: Date }>(
      'SELECT deadline_at AS deadline, grace_ends_at AS grace FROM delivery.attempt WHERE id = $1',
      [this.attemptId],
    );
    return { deadlineAt: row!.deadline.getTime(), graceEndsAt: row!.grace.getTime() };
  }

  /**
   * Lets so much time go by for the attempt: its moments and its last contact lie so much earlier then, which to the server is the same
   * as if it had waited. The database's clock, which decides, is left alone.
   */
  async pass(ms: number): Promise<void> {
    await this.stage.installation.query(
      `UPDATE delivery.attempt
          SET started_at = started_at - $2 * interval '1 ms', deadline_at = deadline_at - $2 * interval '1 ms',
              grace_ends_at = grace_ends_at - $2 * interval '1 ms'
        WHERE id = $1`,
      [this.attemptId, ms],
    );
    await this.stage.installation.query(
      `UPDATE delivery.contact SET last_at = last_at - $2 * interval '1 ms' WHERE attempt_id = $1`,
      [this.attemptId, ms],
    );
  }

  /** Moves the end of the attempt so close, from now. */
  async setDeadline(inMs: number, graceMs: number): Promise<Times> {
    await this.stage.installation.query(
      `UPDATE delivery.attempt
          SET deadline_at = clock_timestamp() + $2 * interval '1 ms', grace_ends_at = clock_timestamp() + $3 * interval '1 ms'
        WHERE id = $1`,
      [this.attemptId, inMs, inMs + graceMs],
    );
    return this.times();
  }

  /** Lets the rest of the grace go by; the deadline must be over. */
  async endGrace(): Promise<void> {
    await this.stage.installation.query(
      'UPDATE delivery.attempt SET grace_ends_at = greatest(deadline_at, clock_timestamp()) WHERE id = $1',
      [this.attemptId],
    );
  }

  /** By whom, as of when, and with how many answers. */
  async handedIn(): Promise<{ by: string; at: number; answers: number }> {
    const [row] = await this.stage.installation.query<{ by: string; at: Date; answers: number }>(
      `SELECT submitted_by AS by, submitted_at AS at, jsonb_array_length(receipt->'responses') AS answers
         FROM delivery.attempt WHERE id = $1`,
      [this.attemptId],
    );
    return { ...row!, at: row!.at.getTime() };
  }

  /** What came after the end and waits for a person to decide. */
  async undecided(): Promise<Journalled[]> {
    return this.stage.installation.query<Journalled>(
      `SELECT seq, item_ref AS "itemRef", value FROM delivery.offline_answer WHERE attempt_id = $1 AND verdict = 'decide' ORDER BY seq`,
      [this.attemptId],
    );
  }

  /** What the server has, in the order of its numbers. */
  async log(): Promise<LoggedSave[]> {
    return this.stage.installation.query<LoggedSave>(
      `SELECT seq, item_ref AS "itemRef", value, late FROM delivery.response_log WHERE attempt_id = $1 ORDER BY seq`,
      [this.attemptId],
    );
  }

  /** What the device keeps and the server has not acknowledged, in the order of its numbers. */
  journal(): Promise<Journalled[]> {
    return this.page.evaluate(readJournal, this.attemptId);
  }

  leave(): Promise<void> {
    return this.visitor.leave();
  }
}

async function arrive(
  stage: Stage,
  candidate: Candidate,
  { language = 'zh', base = stage.installation.base, prepare }: Options,
): Promise<Visitor> {
  const visitor = await Visitor.arrive(stage.browser, { base, language });
  await watchClaims(visitor);
  await prepare?.(visitor);
  await visitor.signInQuietly(candidate.email, CANDIDATE_PASSWORD);
  return visitor;
}

/** Writes down on each page every "saved" that it shows. */
export const watchClaims = ({ context }: Visitor): Promise<unknown> => context.addInitScript(recordClaims);

/** Runs in the page. */
function recordClaims(): void {
  const claims: string[] = [];
  (globalThis as unknown as { claims: string[] }).claims = claims;
  const look = () => {
    const claim = document.querySelector('header [data-state="saved"]')?.textContent;
    if (claim && claim !== claims.at(-1)) claims.push(claim);
  };
  new MutationObserver(look).observe(document, { subtree: true, childList: true, characterData: true });
}

/** Runs in the page. */
function readJournal(attemptId: string): Promise<Journalled[]> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open('hz-exam');
    opening.onerror = () => reject(opening.error!);
    opening.onsuccess = () => {
      const asked = opening.result.transaction('entries').objectStore('entries').getAll() as IDBRequest<
        (Journalled & { attemptId: string; no: number })[]
      >;
      asked.onsuccess = () => {
        opening.result.close();
        // Of several entries under one number the last one holds.
        const own = asked.result.filter((row) => row.attemptId === attemptId).sort((a, b) => a.no - b.no);
        const entries = own.map(({ seq, itemRef, value }) => ({ seq, itemRef, value }));
        resolve([...new Map(entries.map((entry) => [entry.seq, entry])).values()].sort((a, b) => a.seq - b.seq));
      };
    };
  });
}

import { Injectable } from '@nestjs/common';
import { newId, sqlTime, UnitOfWork, type Tx } from '@hz/platform';
import { canonicalJson, instant, type AttemptId, type Instant, type ResponseValue, type SessionId } from '@hz/kernel';
import type { ClaimReason, ClaimVerdictKind, OfflineSource } from '../contract';

/** An answer that came after the end, as the rule judged it. */
export interface OfflineAnswer {
  readonly seq: number;
  readonly itemRef: string;
  readonly value: ResponseValue;
  readonly source: OfflineSource;
  readonly beaconAt: Instant | null;
  readonly claimedAt: Instant | null;
  readonly receivedAt: Instant;
  readonly endsAt: Instant;
  readonly verdict: ClaimVerdictKind;
  readonly why: ClaimReason | null;
}

/** Answers with a claim; only added to. */
@Injectable()
export class OfflineAnswerRepository {
  constructor(private readonly uow: UnitOfWork) {}

  /** The database's time, by which saves are judged as well (P4). */
  async now(tx: Tx): Promise<Instant> {
    const [row] = await tx.query<{ now: Date }[]>('SELECT clock_timestamp()::timestamptz(3) AS now');
    return instant(row!.now.getTime());
  }

  /** Names of what is kept of the attempt, as `nameOf` gives them. */
  async known(tx: Tx, attemptId: AttemptId): Promise<Set<string>> {
    const rows = await tx.query<{ seq: number; item_ref: string; value: ResponseValue }[]>(
      'SELECT seq, item_ref, value FROM delivery.offline_answer WHERE attempt_id = $1',
      [attemptId],
    );
    return new Set(rows.map(({ seq, item_ref, value }) => nameOf({ seq, itemRef: item_ref, value })));
  }

  async add(
    tx: Tx,
    of: { sessionId: SessionId; attemptId: AttemptId },
    answers: readonly OfflineAnswer[],
  ): Promise<void> {
    const time = (moment: Instant | null) => (moment === null ? null : sqlTime(moment));
    await tx.query(
      `INSERT INTO delivery.offline_answer (session_id, attempt_id, id, seq, item_ref, value, source, beacon_at, claimed_at,
                                            received_at, ends_at, verdict, why)
       SELECT $1, $2, * FROM unnest($3::uuid[], $4::int[], $5::text[], $6::jsonb[], $7::text[], $8::timestamptz[], $9::timestamptz[],
                                    $10::timestamptz[], $11::timestamptz[], $12::text[], $13::text[])
       ON CONFLICT DO NOTHING`,
      [
        of.sessionId,
        of.attemptId,
        answers.map(() => newId()),
        answers.map(({ seq }) => seq),
        answers.map(({ itemRef }) => itemRef),
        answers.map(({ value }) => JSON.stringify(value)),
        answers.map(({ source }) => source),
        answers.map(({ beaconAt }) => time(beaconAt)),
        answers.map(({ claimedAt }) => time(claimedAt)),
        answers.map(({ receivedAt }) => time(receivedAt)),
        answers.map(({ endsAt }) => time(endsAt)),
        answers.map(({ verdict }) => verdict),
        answers.map(({ why }) => why),
      ],
    );
  }
}

/** By what one answer of an attempt is known again. */
export function nameOf({ seq, itemRef, value }: Pick<OfflineAnswer, 'seq' | 'itemRef' | 'value'>): string {
  return `${seq} ${itemRef} ${canonicalJson(value)}`;
}

import { type AttemptId, type IncidentId } from '@hz/kernel';
import { AttemptNotFound, heartbeatReplySchema, IncidentChanged, IncidentDecided, IncidentNotOver } from '../contract';
import { IncidentDay } from '../testing/incident-day';
import { DismissIncident } from './dismiss-incident.command';
import { Incidents } from './incidents.query';
import { Pulse } from './pulse';

describe('contact with candidates', () => {
  let day: IncidentDay;
  beforeAll(async () => {
    day = await IncidentDay.begin();
  }, 60_000);
  afterAll(() => day.world.close());

  describe('heartbeats', () => {
    it('are kept, and a beat after a silence leaves a gap behind with what the page says', async () => {
      await day.wholePulse();
      const one = (await day.atWork(await day.sitting(-30, 60), 1))[0]!;
      await day.beat(one);
      expect(await day.world.rowsOf('SELECT 1 FROM delivery.contact_gap WHERE attempt_id = $1', one.id)).toEqual([]);
      await day.silentSince([one], 120);
      expect((await day.beat(one, 90_000, true)).id).toBe(one.id);
      await day.beat(one);
      const gaps = await day.world.rowsOf<{ seconds: number; reported_ms: number; browser_offline: boolean }>(
        `SELECT extract(epoch FROM ended_at - began_at)::int AS seconds, reported_ms, browser_offline
           FROM delivery.contact_gap WHERE attempt_id = $1`,
        one.id,
      );
      expect(gaps).toEqual([{ seconds: 120, reported_ms: 90_000, browser_offline: true }]);
    });

    it('are answered with what the schema has and with nothing else, since the hot lane does not parse replies', async () => {
      const one = (await day.atWork(await day.sitting(-30, 60), 1))[0]!;
      const reply = await day.beat(one);
      expect(heartbeatReplySchema.parse(reply)).toEqual(reply);
    });

    it('many that arrive together are one commit, and a page that does not write says nothing', async () => {
      await day.wholePulse();
      const session = await day.sitting(-30, 60);
      const some = await day.atWork(session, 4);
      const stale = { ...some[0]!, lease: { ...some[0]!.lease, leaseId: crypto.randomUUID() } };
      await day.silentSince(some, 500);
      await Promise.all([...some.slice(1), ...some.slice(1), stale].map((one) => day.beat(one)));
      const rows = await day.sql<{ attempt_id: AttemptId; xmin: string }>(
        `SELECT attempt_id, xmin::text FROM delivery.contact WHERE attempt_id = ANY ($1) AND last_at > clock_timestamp() - interval '1 minute'`,
        [some.map(({ id }) => id)],
      );
      expect(rows.map(({ attempt_id }) => attempt_id).sort()).toEqual(
        some
          .slice(1)
          .map(({ id }) => id)
          .sort(),
      );
      expect(new Set(rows.map(({ xmin }) => xmin)).size).toBe(1);
    });

    it("P9: another's attempt is not found", async () => {
      const one = (await day.atWork(await day.sitting(-30, 60), 1))[0]!;
      await expect(day.beat({ ...one, who: await day.world.candidate() })).rejects.toBeInstanceOf(AttemptNotFound);
    });

    it('the pulse goes on in one run, and a stop begins another', async () => {
      await day.sql('DELETE FROM delivery.pulse');
      const pulse = day.world.get(Pulse);
      await pulse.beat();
      await pulse.beat();
      expect(await day.sql('SELECT 1 FROM delivery.pulse')).toHaveLength(1);
      await day.sql(
        `UPDATE delivery.pulse SET began_at = began_at - interval '1 hour', last_at = last_at - interval '1 minute'`,
      );
      await pulse.beat();
      await pulse.beat();
      expect(await day.sql('SELECT 1 FROM delivery.pulse')).toHaveLength(2);
    });
  });

  describe('a broken line', () => {
    it('is proposed when many of a session are silent at once, while it lasts; one alone is left alone', async () => {
      await day.wholePulse();
      const [session, alone] = [await day.sitting(-30, 60), await day.sitting(-30, 60)];
      const some = await day.atWork(session, 4);
      const [single] = await day.atWork(alone, 3);
      await day.silentSince([...some.slice(0, 3), single!], 200);
      await day.find();
      const [incident] = await day.list(session);
      expect(incident).toMatchObject({ kind: 'line', endedAt: null, movesWindow: false, outcomes: { extended: 3 } });
      await expect(day.approve(incident!)).rejects.toBeInstanceOf(IncidentNotOver);
      expect(await day.list(alone)).toEqual([]);
      expect((await day.world.get(Incidents).ofSession(alone)).ownLosses).toBe(1);

      await Promise.all(some.map((one) => day.beat(one)));
      await day.find();
      const [ended] = await day.list(session);
      expect(ended).toMatchObject({ id: incident!.id, beganAt: incident!.beganAt });
      expect(ended!.endedAt).not.toBeNull();
      await expect(day.approve({ ...ended!, endedAt: ended!.endedAt! - 1 })).rejects.toBeInstanceOf(IncidentChanged);
      await day.approve(ended!);
      expect((await day.view(some[0]!)).incidents).toHaveLength(1);
      expect((await day.view(some[3]!)).incidents).toEqual([]);
    });

    it('saves are contact as well: who could save was not silent', async () => {
      await day.wholePulse();
      const session = await day.sitting(-30, 60);
      const some = await day.atWork(session, 3);
      for (const one of some) await one.save(1, one.choices[0]!);
      await day.sql('ALTER TABLE delivery.response_log DISABLE TRIGGER response_log_is_append_only');
      await day.sql(
        `UPDATE delivery.response_log SET received_at = clock_timestamp() - interval '40 seconds' WHERE session_id = $1`,
        [session],
      );
      await day.sql('ALTER TABLE delivery.response_log ENABLE TRIGGER response_log_is_append_only');
      await day.silentSince(some, 80);
      await day.find();
      expect(await day.list(session)).toEqual([]);
    });

    it('P13: what a person has dismissed is not proposed again', async () => {
      await day.wholePulse();
      const session = await day.sitting(-30, 60);
      const some = await day.atWork(session, 3);
      await day.silentSince(some, 200);
      await Promise.all(some.map((one) => day.beat(one)));
      await day.find();
      const [incident] = await day.list(session);
      const dismiss = (who = day.manager) =>
        day.world.get(DismissIncident).run(who, incident!.id as IncidentId, '集体休息');
      await Promise.all([dismiss(), dismiss()]);
      await day.find();
      expect(await day.list(session)).toMatchObject([{ state: 'dismissed', decisionNote: '集体休息' }]);
      await expect(day.approve(incident!)).rejects.toBeInstanceOf(IncidentDecided);
      expect((await day.view(some[0]!)).incidents).toEqual([]);
    });
  });
});

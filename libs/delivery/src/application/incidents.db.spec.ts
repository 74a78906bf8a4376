import { MS_PER_MINUTE, type IncidentId } from '@hz/kernel';
import { Registrations } from '@hz/registration';
import {
  EntryClosed,
  IncidentDecided,
  IncidentOutsideSession,
  NoResitsToConfirm,
  PersonMustDecide,
  UnknownSeats,
} from '../contract';
import { IncidentDay, type Started } from '../testing/incident-day';
import { CloseOverdue } from './close-overdue.command';
import { ConfirmResits } from './confirm-resits.command';
import { DismissIncident } from './dismiss-incident.command';
import { EnterAttempt } from './enter-attempt.command';
import { Incidents } from './incidents.query';
import { OpenIncident } from './open-incident.command';
import { OwnAttempts } from './own-attempts';
import { PlatformStatuses } from './platform-status.query';
import { SessionReports } from './session-report.query';
import { StartAttempt } from './start-attempt.command';
import { SubmitAttempt } from './submit-attempt.command';

describe('incidents', () => {
  let day: IncidentDay;
  beforeAll(async () => {
    day = await IncidentDay.begin();
  }, 60_000);
  afterAll(() => day.world.close());

  describe('an outage of the platform', () => {
    it('P13: is proposed and changes nothing; P2, P8: its approval, by two at once, moves each deadline once', async () => {
      const session = await day.sitting(-30, 60);
      const [hit, spared] = (await day.atWork(session, 2)) as [Started, Started];
      await day.pulseHole(600, 180);
      await day.silentSince([hit], 610);
      await day.beat(hit, 400_000);
      const before = [await day.view(hit), await day.view(spared)];
      await day.find();
      await day.find();
      const [incident, ...others] = await day.list(session);
      expect(others).toEqual([]);
      expect(incident).toMatchObject({
        kind: 'platform',
        state: 'proposed',
        beyondLimit: false,
        outcomes: { extended: 1, none: 0 },
      });
      expect([await day.view(hit), await day.view(spared)].map(({ deadlineAt }) => deadlineAt)).toEqual(
        before.map(({ deadlineAt }) => deadlineAt),
      );

      const second = { ...(await day.world.candidate()), roles: ['exam-manager' as const] };
      await Promise.all([day.approve(incident!), day.approve(incident!, second), day.approve(incident!)]);
      await day.approve(incident!);
      const [after, untouched] = [await day.view(hit), await day.view(spared)];
      const lost = incident!.endedAt! - incident!.beganAt;
      expect(lost).toBe(7 * MS_PER_MINUTE);
      expect(after.deadlineAt! - before[0]!.deadlineAt!).toBe(lost);
      expect(after.graceEndsAt! - before[0]!.graceEndsAt!).toBe(lost);
      expect(after.incidents).toMatchObject([
        { kind: 'platform', outcome: 'extended', addedMs: lost, beganAt: incident!.beganAt },
      ]);
      expect(untouched.deadlineAt).toBe(before[1]!.deadlineAt);
      const { affected } = await day.detail(incident!.id);
      expect(affected).toMatchObject([{ cause: 'platform', reportedMs: 400_000, lostMs: lost, outcome: 'extended' }]);
      const audit = await day.sql<{ actor: string; details: object }>(
        `SELECT actor, details FROM audit.entry WHERE action = 'delivery.incident-approved' AND object_id = $1`,
        [incident!.id],
      );
      expect(audit).toHaveLength(1);
      expect(audit[0]!.details).toMatchObject({ extended: 1, resit: 0, beyondLimit: false });
      await day.find();
      expect(await day.list(session)).toHaveLength(1);
      await expect(
        day.world.get(DismissIncident).run(day.manager, incident!.id as IncidentId, 'no'),
      ).rejects.toBeInstanceOf(IncidentDecided);
    });

    it('what an incident has given back, an overlapping one does not give back again', async () => {
      const session = await day.sitting(-30, 60);
      const [one] = (await day.atWork(session, 1)) as [Started];
      await day.pulseHole(600, 180);
      await day.silentSince([one], 610);
      await day.beat(one);
      const { deadlineAt } = await day.view(one);
      await day.find();
      const [machine] = await day.list(session);
      const hand = await day.told(session, 700, 60);
      await Promise.all([day.approve(machine!), day.approve(hand)]);
      const after = await day.view(one);
      expect(after.deadlineAt! - deadlineAt!).toBe(hand.endedAt! - hand.beganAt);
      expect(after.incidents.reduce((sum, { addedMs }) => sum + addedMs, 0)).toBe(hand.endedAt! - hand.beganAt);
    });

    it('P4: the section with a time of its own moves along', async () => {
      const sections = (await day.world.outline()).sections.map(({ id }) => id);
      const rules = {
        sections: [{ id: sections[0]!, navigation: 'one-way' as const, time: 'own' as const, minutes: 40 }],
      };
      const session = await day.sitting(-30, 60, rules);
      const [one] = (await day.atWork(session, 1)) as [Started];
      const { sections: before } = await day.view(one);
      await day.approve(await day.told(session, 400, 100));
      const { sections: after } = await day.view(one);
      expect(after!.endsAt! - before!.endsAt!).toBe(300_000);
      const [row] = await day.world.rowsOf<{ at: Date }>(
        'SELECT section_ends_at AS at FROM delivery.attempt WHERE id = $1',
        one.id,
      );
      expect(row!.at.getTime()).toBe(after!.endsAt);
    });

    it('moves the window for those in the waiting room, now and later, and none of it beyond the own time', async () => {
      const session = await day.world.session(-11, 60, {
        windowPolicy: 'hand-in-by-close',
        lateEntryMinutes: 10,
        durationMinutes: 65,
      });
      const early = await day.world.waiting(session);
      await expect(day.world.get(StartAttempt).run(early.who, early.id)).rejects.toBeInstanceOf(EntryClosed);
      await day.approve(await day.told(session, 600, 300, { kind: 'platform', basis: 'own-gap' }));
      const plain = await day.world.get(OwnAttempts).view(early.who, early.id);
      expect(plain.latestStartAt! - plain.opensAt).toBe(15 * MS_PER_MINUTE);
      const { attempt } = await day.world.get(StartAttempt).run(early.who, early.id);
      expect(attempt.deadlineAt).toBe(
        attempt.startedAt! + 65 * MS_PER_MINUTE > attempt.closesAt
          ? attempt.closesAt
          : attempt.startedAt! + 65 * MS_PER_MINUTE,
      );
      const late = await day.world.waiting(session);
      const again = await day.world.get(EnterAttempt).run(late.who, late.registrationId);
      expect(again.latestStartAt! - again.opensAt).toBe(15 * MS_PER_MINUTE);
    });

    it('whom the old deadline closed meanwhile goes on the re-sit list, which a person confirms', async () => {
      const session = await day.sitting(-40, 60);
      const [closed, done] = (await day.atWork(session, 2)) as [Started, Started];
      await day.pulseHole(600, 180);
      await day.silentSince([closed, done], 610);
      await day.world.get(SubmitAttempt).run(done.who, done.id, done.lease.leaseId);
      await day.world.endedAgo(closed.id, 300);
      await day.world.get(CloseOverdue).run();
      await day.find();
      const [incident] = await day.list(session);
      await expect(
        day.world.get(ConfirmResits).run(day.manager, incident!.id as IncidentId, { excluded: [], note: '' }),
      ).rejects.toBeInstanceOf(NoResitsToConfirm);
      await day.approve(incident!);
      const resits = await day.world.get(Incidents).resits(session);
      expect(resits).toMatchObject([
        { registrationId: closed.registrationId, reason: 'closed-meanwhile', confirmedAt: null },
      ]);
      expect((await day.view(closed)).incidents).toEqual([]);
      const confirm = () =>
        day.world.get(ConfirmResits).run(day.manager, incident!.id as IncidentId, { excluded: [], note: '' });
      await Promise.all([confirm(), confirm()]);
      expect((await day.view(closed)).incidents).toMatchObject([{ outcome: 'resit', addedMs: 0 }]);
      expect((await day.view(done)).incidents).toEqual([]);
    });

    it('beyond the limit of the rules nobody gets more time: the list of those it hit is drafted', async () => {
      const session = await day.sitting(-40, 60, { outageLimitMinutes: 5 });
      const [hit, other] = (await day.atWork(session, 2)) as [Started, Started];
      await day.pulseHole(600, 180);
      await day.silentSince([hit, other], 610);
      const { deadlineAt } = await day.view(hit);
      await day.find();
      const [incident] = await day.list(session);
      expect(incident).toMatchObject({ beyondLimit: true, outcomes: { resit: 2, extended: 0 } });
      await day.approve(incident!);
      expect((await day.view(hit)).deadlineAt).toBe(deadlineAt);
      await day.world
        .get(ConfirmResits)
        .run(day.manager, incident!.id as IncidentId, { excluded: [other.registrationId], note: '已另行安排' });
      const resits = await day.world.get(Incidents).resits(session);
      const shown = resits.map(({ registrationId, excluded, reason }) => [registrationId, excluded, reason]);
      expect(shown.sort()).toEqual(
        [
          [hit.registrationId, false, 'outage-beyond-limit'],
          [other.registrationId, true, 'outage-beyond-limit'],
        ].sort(),
      );
      expect((await day.view(other)).incidents).toEqual([]);
    });
  });

  describe('an incident that a person opens', () => {
    it('is for seats, lies in the session and in the past, and is never decided by a machine', async () => {
      const session = await day.sitting(-30, 60);
      const [one, two] = (await day.atWork(session, 2)) as [Started, Started];
      const seat = (await day.world.get(Registrations).byId(one.registrationId)).seatNo;
      const input = {
        kind: 'room' as const,
        basis: 'whole' as const,
        beganAt: day.ago(300),
        endedAt: day.ago(60),
        seats: [seat],
        note: '停电',
      };
      const open = (change: object) => day.world.get(OpenIncident).run(day.manager, session, { ...input, ...change });
      await expect(open({ endedAt: input.beganAt })).rejects.toBeInstanceOf(IncidentOutsideSession);
      await expect(open({ endedAt: day.world.clockNow() + 60_000 })).rejects.toBeInstanceOf(IncidentOutsideSession);
      await expect(open({ seats: [seat, 9_999] })).rejects.toBeInstanceOf(UnknownSeats);
      const id = await open({});
      const { incident } = await day.detail(id);
      const machine = { via: 'system' as const, reason: 'test' };
      await expect(day.approve(incident, machine as never)).rejects.toBeInstanceOf(PersonMustDecide);
      await day.approve(incident);
      expect((await day.view(one)).incidents).toMatchObject([{ addedMs: 240_000 }]);
      expect((await day.view(two)).incidents).toEqual([]);
    });
  });

  it('the report and the status page tell of it, the status page without names', async () => {
    const session = await day.sitting(-30, 60);
    const [one] = (await day.atWork(session, 1)) as [Started];
    await one.save(1, one.choices[0]!);
    const input = {
      kind: 'room' as const,
      basis: 'whole' as const,
      beganAt: day.ago(300),
      endedAt: day.ago(60),
      seats: null,
      note: '停电',
    };
    const id = await day.world.get(OpenIncident).run(day.manager, session, input);
    await day.approve((await day.detail(id)).incident);
    expect(await day.world.get(SessionReports).of(session)).toMatchObject({
      registered: 1,
      started: 1,
      saves: 1,
      lateResponses: 0,
      lateAnswers: { waiting: 0, accepted: 0, refused: 0 },
      compensatedMs: 240_000,
      incidents: [{ incident: { id, state: 'approved' }, affected: [{ outcome: 'extended' }] }],
    });
    const status = await day.world.get(PlatformStatuses).now();
    expect(status.running).toBeGreaterThan(0);
    expect(status.incidents).toContainEqual({
      kind: 'room',
      beganAt: input.beganAt,
      endedAt: input.endedAt,
      extended: 1,
      resits: 0,
    });
    expect(JSON.stringify(status)).not.toMatch(/考生|停电|场次/);
  });
});

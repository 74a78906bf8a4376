import { setTimeout as pause } from 'node:timers/promises';
import { Injectable, Logger } from '@nestjs/common';
import { Clock, type CertificateNumber } from '@hz/kernel';
import { TestSwitches, UnitOfWork } from '@hz/platform';
import { TransparencyLog } from '@hz/transparency';
import { Publications } from '@hz/verification';
import { recheckDue, type Fault } from '../../domain/recheck';
import { RecheckRepository, type FaultOf, type OpenRun } from '../../persistence/recheck.repository';
import { ExamineCertificate } from './examine-certificate';
import { StoredCertificates } from './stored-certificate';
import { StrangersViews, type StrangersView } from './strangers-view';

const PAGE = 20;
/** For so long at a time, so that a worker that is to end does not wait long. */
const AT_A_TIME_MS = 10_000;

interface Page {
  readonly numbers: readonly CertificateNumber[];
  /** Null: no number comes after these. */
  readonly upTo: string | null;
}

/**
 * Examines everything that was issued, from stored bytes alone: once a night, and when somebody asks for it. A page of certificates is
 * examined outside of any transaction; what was found and how far the run is are recorded together, so that a crash repeats a page at most.
 */
@Injectable()
export class RecheckCertificates {
  private readonly log = new Logger('recheck');

  constructor(
    private readonly rechecks: RecheckRepository,
    private readonly stored: StoredCertificates,
    private readonly examine: ExamineCertificate,
    private readonly views: StrangersViews,
    private readonly publications: Publications,
    private readonly transparency: TransparencyLog,
    private readonly uow: UnitOfWork,
    private readonly switches: TestSwitches,
    private readonly clock: Clock,
  ) {}

  /** Begins the run of the night when it is due and goes on with the one that is under way, for ten seconds at most. */
  async run(): Promise<void> {
    const until = performance.now() + AT_A_TIME_MS;
    if (recheckDue(this.clock.now(), await this.rechecks.lastBegunAt()))
      await this.uow.run((tx) => this.rechecks.begin(tx, this.clock.now(), null));
    for (let run = await this.rechecks.openRun(); run !== null; run = await this.rechecks.openRun()) {
      const began = performance.now();
      await this.page(run);
      const now = performance.now();
      if (now >= until) return;
      // Half of the time is left to what else this process has to do.
      await pause(Math.min(now - began, until - now));
    }
  }

  private async page(run: OpenRun): Promise<void> {
    const numbers = await this.rechecks.numbersAfter(run.upTo, PAGE);
    const page = { numbers, upTo: numbers.length < PAGE ? null : numbers.at(-1)! };
    const faults = [...(await this.strays(run, page)), ...(await this.faultsOf(numbers))];
    this.switches.crashPoint('certification.recheck.before-commit');
    await this.keep(run, page, faults);
    if (faults.length > 0) this.log.error({ message: 'faults in what was issued', faults });
  }

  private async keep(run: OpenRun, { numbers, upTo }: Page, faults: readonly FaultOf[]): Promise<void> {
    const at = this.clock.now();
    await this.uow.run(async (tx) => {
      const moved = await this.rechecks.advance(tx, run, {
        upTo: upTo ?? numbers.at(-1) ?? run.upTo,
        examined: numbers.length,
        faults: faults.length,
        finishedAt: upTo === null ? at : null,
      });
      if (moved) await this.rechecks.record(tx, { from: run.upTo, upTo }, faults, at);
    });
  }

  /** What is published or logged under a number that has no certificate: read before its certificates, which are recorded first. */
  private async strays(run: OpenRun, { upTo }: Page): Promise<FaultOf[]> {
    const span = { from: run.upTo, upTo };
    const published = await this.publications.numbersWithin(span);
    const logged = await this.transparency.issuedWithin(span);
    const known = new Set(await this.rechecks.numbersWithin(span));
    const stray = (number: string) => !known.has(number);
    const found = { subject: '', code: 'without-certificate' };
    return [
      ...published.filter(stray).map((number) => ({ number, part: 'publication' as const, ...found })),
      ...logged.filter(stray).map((number) => ({ number, part: 'log' as const, ...found })),
    ];
  }

  private async faultsOf(numbers: readonly CertificateNumber[]): Promise<FaultOf[]> {
    if (numbers.length === 0) return [];
    const view = await this.views.open();
    const faults: FaultOf[] = [];
    for (const number of numbers) {
      const found = await this.faultsOfOne(number, view);
      // Something may have happened to it while it was read: what is really wrong is so at a second look, with everything read anew.
      const confirmed = found.length === 0 ? [] : await this.faultsOfOne(number, await this.views.open());
      faults.push(...confirmed.map((fault) => ({ number, ...fault })));
    }
    return faults;
  }

  private async faultsOfOne(number: CertificateNumber, view: StrangersView): Promise<readonly Fault[]> {
    return this.examine.run(await this.stored.read(number), view);
  }
}

import { Sweeps, type Sweep } from '@hz/platform';
import { FindIncidents } from '../application/find-incidents.command';

@Sweeps('delivery.find-incidents', 15_000)
export class FindIncidentsSweep implements Sweep {
  constructor(private readonly finding: FindIncidents) {}

  run(): Promise<void> {
    return this.finding.run();
  }
}

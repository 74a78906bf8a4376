import { spawn, type ChildProcess } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { exitOf, freePort, pause } from './processes';

const SLOTS = 16_384;
const AGREED_WITHIN_MS = 20_000;
/** Shorter than in production, where a node is missed after 15 s. */
const NODE_TIMEOUT_MS = 1_000;

interface Node {
  readonly port: number;
  readonly busPort: number;
  readonly folder: string;
  process: ChildProcess | undefined;
}

/** A Redis Cluster of one test's own: nodes without replicas and without persistence, so that a killed node's data are gone. */
export class RedisCluster {
  private readonly folder = mkdtempSync(join(tmpdir(), 'hz-redis-cluster-'));
  private readonly nodes: Node[] = [];

  private constructor(private readonly program: string) {}

  static async start(program: string, size = 3): Promise<RedisCluster> {
    const cluster = new RedisCluster(program);
    for (let index = 0; index < size; index += 1) await cluster.addNode();
    await cluster.form();
    return cluster;
  }

  /** As REDIS_CLUSTER_NODES wants it. */
  get addresses(): string {
    return this.nodes.map(({ port }) => `redis://127.0.0.1:${port}`).join(',');
  }

  get size(): number {
    return this.nodes.length;
  }

  /** The node that holds `key`, by the slots that the others know of. */
  async holderOf(key: string): Promise<number> {
    const slot = Number(await this.ask(this.aliveNode(), 'CLUSTER', 'KEYSLOT', key));
    const ranges = (await this.ask(this.aliveNode(), 'CLUSTER', 'SLOTS')) as [number, number, [string, number]][];
    const port = ranges.find(([from, to]) => from <= slot && slot <= to)![2][1];
    return this.nodes.findIndex((node) => node.port === port);
  }

  async keysOf(index: number): Promise<string[]> {
    return (await this.ask(index, 'KEYS', '*')) as string[];
  }

  /** `kill -9`: what the node held is gone. */
  async kill(index: number): Promise<void> {
    const child = this.nodes[index]!.process!;
    child.kill('SIGKILL');
    await exitOf(child);
  }

  /** The killed node comes back in its old place, empty. Resolves when all agree. */
  async bringBack(index: number): Promise<void> {
    this.up(this.nodes[index]!);
    await this.agreed(SLOTS);
  }

  /** The killed node stays away for good: the others forget it, and `heir` takes its slots. Resolves when all agree. */
  async moveSlotsTo(heir: number, lost: number): Promise<void> {
    const description = String(await this.ask(heir, 'CLUSTER', 'NODES'));
    const line = description.split('\n').find((text) => text.includes(`:${this.nodes[lost]!.port}@`))!;
    const [id, , , , , , , , ...ranges] = line.split(' ');
    for (const index of this.nodes.keys()) if (index !== lost) await this.ask(index, 'CLUSTER', 'FORGET', id!);
    for (const range of ranges) await this.takeSlots(heir, range);
    await this.agreed(SLOTS);
  }

  async remove(): Promise<void> {
    await Promise.all([...this.nodes.keys()].map((index) => this.kill(index)));
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async addNode(): Promise<void> {
    const port = await freePort();
    const folder = join(this.folder, String(port));
    mkdirSync(folder);
    const node = { port, busPort: await freePort(), folder, process: undefined };
    this.nodes.push(node);
    this.up(node);
  }

  private up(node: Node): void {
    const settings = {
      port: String(node.port),
      bind: '127.0.0.1',
      dir: node.folder,
      save: '',
      appendonly: 'no',
      'cluster-enabled': 'yes',
      'cluster-port': String(node.busPort),
      'cluster-config-file': 'nodes.conf',
      'cluster-node-timeout': String(NODE_TIMEOUT_MS),
    };
    const args = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, value]);
    node.process = spawn(this.program, args, { stdio: 'ignore' });
  }

  private async form(): Promise<void> {
    const share = Math.ceil(SLOTS / this.size);
    for (const index of this.nodes.keys()) {
      await this.takeSlots(index, `${index * share}-${Math.min((index + 1) * share, SLOTS) - 1}`);
      await this.ask(index, 'CLUSTER', 'SET-CONFIG-EPOCH', String(index + 1));
    }
    const [first, ...others] = this.nodes;
    for (const { port, busPort } of others)
      await this.ask(this.nodes.indexOf(first!), 'CLUSTER', 'MEET', '127.0.0.1', String(port), String(busPort));
    await this.agreed(SLOTS);
  }

  private async takeSlots(index: number, range: string): Promise<void> {
    const [from, to = from] = range.split('-');
    await this.ask(index, 'CLUSTER', 'ADDSLOTSRANGE', from!, to!);
  }

  /** Waits until every node that runs finds the cluster whole. */
  private async agreed(slots: number): Promise<void> {
    for (const until = Date.now() + AGREED_WITHIN_MS; Date.now() < until; await pause(100)) {
      const running = [...this.nodes.keys()].filter((index) => this.isUp(index));
      const infos = await Promise.all(running.map((index) => this.ask(index, 'CLUSTER', 'INFO').catch(() => '')));
      const isWhole = (info: unknown) =>
        String(info).includes('cluster_state:ok') &&
        String(info).includes(`cluster_slots_ok:${slots}`) &&
        String(info).includes(`cluster_size:${running.length}`);
      if (infos.every(isWhole)) return;
    }
    throw new Error('the nodes of the Redis Cluster did not agree');
  }

  private isUp(index: number): boolean {
    const { process } = this.nodes[index]!;
    return process !== undefined && process.exitCode === null && process.signalCode === null;
  }

  private aliveNode(): number {
    return [...this.nodes.keys()].find((index) => this.isUp(index))!;
  }

  /** One command on a connection of its own; a node that is only just starting is tried for a while. */
  private async ask(index: number, command: string, ...args: string[]): Promise<unknown> {
    const client = new Redis({ port: this.nodes[index]!.port, host: '127.0.0.1', retryStrategy: () => 50 });
    client.on('error', () => undefined);
    try {
      return await client.call(command, ...args);
    } finally {
      client.disconnect();
    }
  }
}

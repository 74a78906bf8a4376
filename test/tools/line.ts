import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** The network between browsers and one server: it can be cut, hold back all that is sent, or carry it late. */
export class Line {
  private readonly sockets = new Set<Socket>();
  private state: 'open' | 'cut' | 'silent' = 'open';
  private delayMs = 0;
  private armed: { readonly marker: string; readonly cut: () => void } | null = null;

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {}

  static async to(base: string): Promise<Line> {
    const server = createServer();
    const line = new Line(server, new URL(base));
    server.on('connection', (client: Socket) => line.carry(client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return line;
  }

  get base(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** Breaks every connection, and each new one, until it is restored. */
  cut(): void {
    this.state = 'cut';
    this.breakAll();
  }

  /** Carries nothing any more and does not say so: connections stay open and silent. */
  silence(): void {
    this.state = 'silent';
  }

  /** Carries everything so much later, each way. */
  slow(delayMs: number): void {
    this.delayMs = delayMs;
  }

  /** What was silent is broken off, so that both sides learn of it. */
  restore(): void {
    if (this.state === 'silent') this.breakAll();
    this.state = 'open';
    this.delayMs = 0;
  }

  /** Resets the connection in the middle of the reply to the request that next has `marker` in it. Resolves when that has happened. */
  cutReplyTo(marker: string): Promise<void> {
    return new Promise((resolve) => {
      this.armed = { marker, cut: resolve };
    });
  }

  async close(): Promise<void> {
    this.breakAll();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private breakAll(): void {
    for (const socket of this.sockets) socket.destroy();
  }

  private carry(client: Socket): void {
    if (this.state === 'cut') return void client.destroy();
    const server = connect(Number(this.target.port), this.target.hostname);
    let cut: (() => void) | null = null;
    client.on('data', (chunk: Buffer) => {
      if (this.armed === null || !chunk.includes(this.armed.marker)) return;
      ({ cut } = this.armed);
      this.armed = null;
    });
    for (const [from, to] of [
      [client, server],
      [server, client],
    ] as const) {
      this.sockets.add(from);
      from.setNoDelay(true);
      from.on('error', () => undefined);
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.on('data', (chunk: Buffer) => {
        if (cut === null || from === client) return this.pass(chunk, to);
        client.write(chunk.subarray(0, chunk.length / 2), () => client.resetAndDestroy());
        cut();
      });
    }
  }

  private pass(chunk: Buffer, to: Socket): void {
    if (this.state === 'silent') return;
    if (this.delayMs === 0) to.write(chunk);
    else setTimeout(() => to.write(chunk), this.delayMs);
  }
}

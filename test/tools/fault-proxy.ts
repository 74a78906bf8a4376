import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

/** PostgreSQL's "ready for query": the statement before it is committed, or has failed. */
const READY_FOR_QUERY = /Z\0\0\0\x05[ITE]$/;

/** Stands between a process and its database, and can cut a connection at the worst moment. */
export class FaultProxy {
  private readonly sockets = new Set<Socket>();
  private armed: { readonly marker: string; readonly cut: () => void } | null = null;

  private constructor(
    private readonly server: Server,
    private target: URL,
  ) {}

  static async before(databaseUrl: string): Promise<FaultProxy> {
    const server = createServer();
    const proxy = new FaultProxy(server, new URL(databaseUrl));
    server.on('connection', (client: Socket) => proxy.carry(client));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return proxy;
  }

  get url(): string {
    const url = new URL(this.target);
    url.port = String((this.server.address() as AddressInfo).port);
    return url.toString();
  }

  /**
   * Cuts the connection that next sends a statement with `marker` in its text or name: after the database has committed it, and
   * before anyone hears so. Resolves when that has happened.
   */
  cutReplyTo(marker: string): Promise<void> {
    return new Promise((resolve) => {
      this.armed = { marker, cut: resolve };
    });
  }

  /** From now on another server stands behind it; who was connected has to connect again. */
  turnTo(databaseUrl: string): void {
    this.target = new URL(databaseUrl);
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private carry(client: Socket): void {
    const database = connect(Number(this.target.port), this.target.hostname);
    let cut: (() => void) | null = null;
    for (const socket of [client, database]) {
      this.sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        this.sockets.delete(socket);
        client.destroy();
        database.destroy();
      });
    }
    client.on('data', (chunk: Buffer) => {
      if (this.armed !== null && chunk.includes(this.armed.marker)) {
        ({ cut } = this.armed);
        this.armed = null;
      }
      database.write(chunk);
    });
    database.on('data', (chunk: Buffer) => {
      if (cut === null) return void client.write(chunk);
      if (!READY_FOR_QUERY.test(chunk.toString('latin1'))) return;
      cut();
      client.destroy();
    });
  }
}

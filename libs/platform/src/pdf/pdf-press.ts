import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { CONFIG, type Config } from '../config/config';
import { FontShelf } from './font-shelf';
import type { Drawing, FaceFiles } from './press/drawing';
import type { PressData, Printed, PrintOrder } from './press/press.thread';

/** Characters that no font at hand can draw; nothing was printed. */
export class MissingGlyphs extends Error {
  constructor(readonly characters: readonly string[]) {
    super(`no font has ${characters.join(' ')}`);
  }
}

const KILL_AFTER_MS = 60_000;

interface Job {
  readonly drawing: Drawing;
  readonly files: FaceFiles;
  readonly resolve: (bytes: Buffer) => void;
  readonly reject: (error: Error) => void;
}
interface Thread {
  readonly worker: Worker;
  job: Job | null;
  killer: NodeJS.Timeout | undefined;
}

/** Prints drawings as PDF in threads of their own, so that the event loop stays free for requests. */
@Injectable()
export class PdfPress implements OnApplicationShutdown {
  private readonly shelf: FontShelf;
  private readonly threads = new Set<Thread>();
  private readonly waiting: Job[] = [];
  private orders = 0;

  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'dataDir' | 'pdfExtraFont' | 'pdfThreads'>) {
    this.shelf = new FontShelf(config);
  }

  /** The characters of a drawing that no font at hand has. */
  async missing(drawing: Drawing): Promise<string[]> {
    return (await this.shelf.filesForDrawing(drawing)).missing;
  }

  /** The drawing as a PDF file. Equal drawings give equal bytes. Throws MissingGlyphs. */
  async print(drawing: Drawing): Promise<Buffer> {
    const { files, missing } = await this.shelf.filesForDrawing(drawing);
    if (missing.length > 0) throw new MissingGlyphs(missing);
    return new Promise((resolve, reject) => {
      this.waiting.push({ drawing, files, resolve, reject });
      this.next();
    });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.threads].map(({ worker }) => worker.terminate()));
  }

  private next(): void {
    const idle = [...this.threads].find(({ job }) => job === null);
    const most = this.config.pdfThreads ?? Math.max(1, availableParallelism() - 1);
    const thread = idle ?? (this.threads.size < most ? this.start() : undefined);
    const job = thread && this.waiting.shift();
    if (job === undefined) return;
    thread!.job = job;
    thread!.killer = setTimeout(() => void thread!.worker.terminate(), KILL_AFTER_MS);
    thread!.worker.ref();
    this.orders += 1;
    const order: PrintOrder = { id: this.orders, drawing: job.drawing, files: job.files };
    thread!.worker.postMessage(order);
  }

  private start(): Thread {
    const thread: Thread = { worker: newWorker(), job: null, killer: undefined };
    thread.worker.on('message', (printed: Printed) => this.done(thread, printed));
    // An error ends the thread, and the exit is told as well.
    thread.worker.on('error', (error) => thread.job?.reject(error));
    thread.worker.on('exit', (code) => {
      this.threads.delete(thread);
      clearTimeout(thread.killer);
      thread.job?.reject(new Error(`the press ended with code ${code} before the document was done`));
      if (this.waiting.length > 0) this.next();
    });
    this.threads.add(thread);
    return thread;
  }

  private done(thread: Thread, printed: Printed): void {
    const job = thread.job!;
    clearTimeout(thread.killer);
    thread.job = null;
    // An idle press keeps no process alive.
    thread.worker.unref();
    if ('bytes' in printed) job.resolve(Buffer.from(printed.bytes.buffer));
    else if ('missing' in printed) job.reject(new MissingGlyphs([printed.missing]));
    else job.reject(new Error(printed.error));
    this.next();
  }
}

function newWorker(): Worker {
  const data: PressData = {
    colourProfile: join(dirname(require.resolve('pdfkit')), 'data', 'sRGB_IEC61966_2_1.icc'),
  };
  const compiled = join(__dirname, 'press', 'press.thread.js');
  if (existsSync(compiled)) return new Worker(compiled, { workerData: data });
  return new Worker(FROM_SOURCE, {
    eval: true,
    workerData: { ...data, thread: join(__dirname, 'press', 'press.thread.ts') },
    execArgv: ['--no-warnings'],
  });
}

/** Outside of a build Node strips the types itself, and only has to be told the ending of the files that are imported. */
const FROM_SOURCE = `
const { registerHooks } = require('node:module');
const { pathToFileURL } = require('node:url');
const { workerData } = require('node:worker_threads');
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier.startsWith('./') && context.parentURL?.endsWith('.ts') ? specifier + '.ts' : specifier, context),
});
import(pathToFileURL(workerData.thread).href);
`;

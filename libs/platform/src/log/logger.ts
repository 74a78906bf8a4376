import type { LoggerService } from '@nestjs/common';
import { pino, type Logger } from 'pino';

/** What must never reach a log: secrets, credentials, answers. */
const SECRET = [
  'req.headers.cookie',
  'req.headers.authorization',
  'req.headers["x-csrf-token"]',
  '*.password',
  '*.token',
  '*.totp',
];

/** The one logger of a process: JSON lines on standard output. */
export function createLogger(level: string, name: string): Logger {
  return pino({
    name,
    level,
    redact: { paths: SECRET, censor: '[redacted]' },
    timestamp: pino.stdTimeFunctions.isoTime,
  });
}

/** Lets Nest write through pino. */
export class PinoForNest implements LoggerService {
  constructor(private readonly pino: Logger) {}

  log(message: unknown, context?: string): void {
    this.write('info', message, context);
  }
  warn(message: unknown, context?: string): void {
    this.write('warn', message, context);
  }
  debug(message: unknown, context?: string): void {
    this.write('debug', message, context);
  }
  verbose(message: unknown, context?: string): void {
    this.write('trace', message, context);
  }
  fatal(message: unknown, context?: string): void {
    this.write('fatal', message, context);
  }
  error(message: unknown, ...rest: string[]): void {
    const fields = typeof message === 'object' ? message : { msg: String(message) };
    this.pino.error({ ...fields, context: rest.at(-1), stack: rest.length > 1 ? rest[0] : undefined });
  }

  private write(level: 'info' | 'warn' | 'debug' | 'trace' | 'fatal', message: unknown, context?: string): void {
    if (typeof message === 'object') this.pino[level]({ ...message, context });
    else this.pino[level]({ context }, String(message));
  }
}

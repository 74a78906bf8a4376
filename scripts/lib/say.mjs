/** A failure that an operator can mend: printed as one sentence, without a stack. */
export class CannotStart extends Error {}

export function say(text) {
  process.stdout.write(`${text}\n`);
}

/** Prints why nothing was started and ends with a non-zero code; what nobody foresaw keeps its stack. */
export function giveUp(error) {
  process.stderr.write(`${error instanceof CannotStart ? error.message : (error?.stack ?? error)}\n`);
  process.exitCode = 1;
}

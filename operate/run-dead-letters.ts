// `npm run dead-letters`, but for the process around it: arguments in, text out, exit code back.

import { toDeadLetterListJson, toRedrivenJson } from '../functions/contracts/dead-letter.ts';
import { listDeadLetters } from '../functions/use-cases/list-dead-letters.ts';
import type { LookOptions } from '../functions/use-cases/look-at-dead-letters.ts';
import { redriveDeadLetters, type RedriveDeps } from '../functions/use-cases/redrive-dead-letters.ts';
import { parseCommand, usage, UsageError, type Command, type Place } from './command.ts';
import { explain } from './failure.ts';
import { describeList, describeRedrive } from './report.ts';

/** A command's way out, and what stops it. */
export type Terminal = {
  /** Prints a result. */
  print: (text: string) => void;
  /** Says what is worth knowing beside it. */
  tell: (text: string) => void;
  /** Shows how far it is; each call replaces the one before. */
  showProgress: (text: string) => void;
  /** Aborted by Ctrl-C. */
  signal: AbortSignal;
};

export type Surroundings = {
  terminal: Terminal;
  open: (place: Place) => Promise<RedriveDeps>;
  nowMs: () => number;
};

/** SQS hands out at most 120,000 at once; far fewer take minutes. */
const lettersPerRun = 10_000;

const exitCodes = { done: 0, failed: 1, misused: 2, stopped: 130 } as const;

/** Never rejects; answers the exit code. */
export async function runDeadLetters(args: readonly string[], surroundings: Surroundings): Promise<number> {
  const { terminal } = surroundings;
  try {
    const command = parseCommand(args);
    if (command === null) {
      terminal.print(usage);
      return exitCodes.done;
    }
    const deps = await surroundings.open(command.place);
    const code = await (command.kind === 'list'
      ? list(deps, command, surroundings)
      : redrive(deps, command, surroundings));
    if (!terminal.signal.aborted) return code;
    terminal.tell('Stopped early, as you asked: what was not redriven is still there.');
    return exitCodes.stopped;
  } catch (fault) {
    const isMisuse = fault instanceof UsageError;
    terminal.tell(isMisuse ? `${fault.message} See --help.` : explain(fault));
    return isMisuse ? exitCodes.misused : exitCodes.failed;
  }
}

async function list(
  deps: RedriveDeps,
  { limit, json }: Extract<Command, { kind: 'list' }>,
  { terminal, nowMs }: Surroundings,
): Promise<number> {
  const found = toDeadLetterListJson(await listDeadLetters(deps, limit, lookOptions(terminal)), nowMs());
  terminal.print(json ? JSON.stringify(found, null, 2) : describeList(found));
  return exitCodes.done;
}

async function redrive(
  deps: RedriveDeps,
  { selection, dryRun, json }: Extract<Command, { kind: 'redrive' }>,
  { terminal, nowMs }: Surroundings,
): Promise<number> {
  const report = await redriveDeadLetters(deps, { selection, dryRun }, lookOptions(terminal));
  const shown = toRedrivenJson(report, nowMs());
  terminal.print(json ? JSON.stringify(shown, null, 2) : describeRedrive(shown));
  if (selection.kind === 'events') {
    const found = new Set(shown.data.map(({ event_id }) => event_id));
    const missing = selection.eventIds.filter((id) => !found.has(id));
    const where = report.heldByOthers > 0 ? 'that can be seen right now' : '(redriven before?)';
    if (missing.length > 0) terminal.tell(`Not among the dead letters ${where}: ${missing.join(', ')}.`);
  }
  const isDone = dryRun ? report.heldByOthers === 0 : report.remaining === 0;
  return isDone ? exitCodes.done : exitCodes.failed;
}

function lookOptions({ signal, showProgress }: Terminal): LookOptions {
  return {
    atMost: lettersPerRun,
    signal,
    onProgress: ({ seen, redriven }) => {
      showProgress(redriven === 0 ? `${seen} seen` : `${redriven} redriven`);
    },
  };
}

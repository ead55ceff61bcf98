// `npm run dead-letters`: the process around it, with Ctrl-C and a terminal's last line.

import process from 'node:process';
import { openDeployment } from './deployment.ts';
import { runDeadLetters } from './run-dead-letters.ts';

const stopping = new AbortController();
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    // A second Ctrl-C doesn't wait; what is in hand then shows up again by itself after a quarter of an hour.
    if (stopping.signal.aborted) process.exit(130);
    stopping.abort();
  });
}

const eraseLine = '\r\u001B[K';
const isTerminal = process.stderr.isTTY;
const clearProgress = (): void => {
  if (isTerminal) process.stderr.write(eraseLine);
};

process.exitCode = await runDeadLetters(process.argv.slice(2), {
  terminal: {
    print: (text) => {
      clearProgress();
      process.stdout.write(`${text}\n`);
    },
    tell: (text) => {
      clearProgress();
      process.stderr.write(`${text}\n`);
    },
    showProgress: (text) => {
      if (isTerminal) process.stderr.write(`${eraseLine}${text} …`);
    },
    signal: stopping.signal,
  },
  open: (place) => openDeployment(place, process.env),
  nowMs: () => Date.now(),
});

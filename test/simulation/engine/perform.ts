// One call from its request to its answer, with what goes wrong on the way.

import type { ReadRequest, Request } from './commands/request.ts';
import { brokenDown, conflicting, throttled, timedOut } from './refusals.ts';
import { staleView } from './stale-view.ts';
import type { StorageFault, StorageHooks } from './storage-hooks.ts';
import type { Store } from './store.ts';

type Answer = Record<string, unknown>;
type Outcome = { answer: Answer } | { fault: unknown };

/** Its effect is at one instant: nobody sees a part of it. */
export async function perform(request: Request, store: Store, hooks: StorageHooks): Promise<Answer> {
  const { call } = request;
  const trouble = await hooks.before(call);
  const refusal = refusalOf(trouble, request);
  if (refusal !== null) throw refusal;
  let outcome = attempt(request, store, hooks, trouble);
  await hooks.after(call);
  if (trouble === 'timed_out_after') throw timedOut();
  if (trouble === 'repeated' && !isKnownByToken(request, outcome)) {
    outcome = attempt(request, store, hooks, 'none');
    await hooks.after(call);
  }
  if ('fault' in outcome) throw outcome.fault;
  return outcome.answer;
}

/** What is answered to a call that did nothing; null where it is let through. */
function refusalOf(trouble: StorageFault, request: Request): Error | null {
  switch (trouble) {
    case 'throttled':
      return throttled(request.call);
    case 'failed':
      return brokenDown();
    case 'timed_out':
      return timedOut();
    case 'conflict':
      return request.kind === 'write' ? conflicting(request.call) : null;
    case 'partial':
      return request.call.command === 'BatchGet' && request.call.keys.length === 1
        ? throttled(request.call)
        : null;
    case 'none':
    case 'timed_out_after':
    case 'repeated':
    case 'stale':
      return null;
  }
}

function attempt(request: Request, store: Store, hooks: StorageHooks, trouble: StorageFault): Outcome {
  try {
    return {
      answer: request.kind === 'write' ? request.run(store) : read(request, store, hooks, trouble),
    };
  } catch (fault) {
    return { fault };
  }
}

function read(request: ReadRequest, store: Store, hooks: StorageHooks, trouble: StorageFault): Answer {
  const { touches, run, runPartly } = request;
  if (trouble === 'partial' && runPartly !== undefined) return runPartly(store);
  if (trouble === 'stale' && touches !== null) return run(staleView(store, hooks.nowMs(), touches));
  return run(store);
}

/** The SDK gives each transaction a token, so that one that was saved is saved once. */
function isKnownByToken(request: Request, outcome: Outcome): boolean {
  return request.call.command === 'TransactWrite' && 'answer' in outcome;
}

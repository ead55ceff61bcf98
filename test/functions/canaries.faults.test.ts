// Libraries and services quote what they choked on. Whatever a fault quotes, no log has it, no caller, no queue, and
// Lambda has nothing of it to print.

import { inspect } from 'node:util';
import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import * as z from 'zod';
import { toHistoryAttributes } from '../../functions/contracts/delivery-history.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { lazily } from '../../functions/shared/lazy.ts';
import { createLog } from '../../functions/shared/log.ts';
import { quotingFaults } from '../canaries/quoting-faults.ts';
import { token } from '../canaries/marker.ts';
import { aStripeEvent } from '../support/builders.ts';
import { tokens } from './callers.ts';
import { sqsEventOf } from './events/sqs.ts';
import { callerOf, startApi } from './harness.ts';

const quoted = `Ada ${token}`;
const kinds = Object.entries(quotingFaults);

let printed: string;
beforeEach(() => {
  printed = '';
  const keep = (chunk: unknown): boolean => {
    printed += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
});
afterEach(() => {
  vi.restoreAllMocks();
});

/** Not everything that is thrown is an error. */
function failing(fault: unknown): () => Promise<never> {
  return vi.fn<() => Promise<never>>().mockRejectedValue(fault);
}

/** Something is printed, and it says what happened without saying to whom. */
function expectPlainLog(): void {
  const line = z.looseObject({ fault: z.string().min(1) });
  expect(printed.split('\n').some((text) => text !== '' && line.safeParse(JSON.parse(text)).success)).toBe(
    true,
  );
  expect(printed).not.toContain(token);
}

describe.each(kinds)('%s', (_, make) => {
  let fault: unknown;
  beforeAll(async () => {
    fault = await make(quoted);
  });

  it('is logged by its kind and place', () => {
    createLog().fault('request', fault, { requestId: 'req-1' });

    expectPlainLog();
  });

  it('leaves a function as its kind alone, however Lambda prints it', async () => {
    const handler = lazily(() => failing(fault));

    const thrown: unknown = await handler({}, {}).catch((reason: unknown) => reason);

    expect(thrown).toBeInstanceOf(Error);
    expect(inspect(thrown, { depth: 20, showHidden: true })).not.toContain(token);
    expect(printed).not.toContain(token);
  });

  it('is told to nobody who called', async () => {
    const api = await startApi();
    const loadContext = failing(fault);
    const call = callerOf({ ...api, log: createLog(), customers: { ...api.customers, loadContext } });

    const answer = await call({
      route: 'POST /api/customers/{id}/identity-session',
      as: tokens.rider,
      id: 'rider-1',
    });

    expect(answer.status).toBeGreaterThanOrEqual(500);
    expect(JSON.stringify(answer)).not.toContain(token);
    expectPlainLog();
  });

  it('goes to the dead letters as a code', async () => {
    const api = await startApi();
    const work = createProcessWebhook({
      ...api,
      log: createLog(),
      stripe: failing(fault),
    });

    await work(sqsEventOf({ receiveCount: 99, firstReceivedAtMs: 1 }, aStripeEvent()));

    const [letter] = api.deliveries.deadLetters;
    if (letter === undefined) throw new Error('the event is no dead letter');
    expect(letter.body).not.toContain(token);
    expect(JSON.stringify(toHistoryAttributes(letter.history))).not.toContain(token);
    expectPlainLog();
  });
});

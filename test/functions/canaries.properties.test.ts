// 5,000 generated inputs with somebody's data in every place where a stranger can put it: none of it is printed, is
// told to whoever was refused, or leaves on a queue; and good answers have it in their own fields alone.

import fc from 'fast-check';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { readAuditImage } from '../../functions/adapters/dynamodb/audit-image.ts';
import { readRelayedRecord } from '../../functions/adapters/dynamodb/relayed-record.ts';
import { createNumberReader } from '../../functions/adapters/phone/number-reader.ts';
import { createApplyPolicy } from '../../functions/apply-policy.ts';
import { createComputeSignals } from '../../functions/compute-signals.ts';
import { toHistoryAttributes } from '../../functions/contracts/delivery-history.ts';
import { createCountStats } from '../../functions/count-stats.ts';
import { createProcessWebhook } from '../../functions/process-webhook.ts';
import { createReceiveWebhook } from '../../functions/receive-webhook.ts';
import { createRelayAgain } from '../../functions/relay-again.ts';
import { createRelayOutbox } from '../../functions/relay-outbox.ts';
import { composeEnvironment } from '../../functions/shared/compose/environment.ts';
import { judgeRelayFault } from '../../functions/shared/judge-relay-fault.ts';
import { createLog } from '../../functions/shared/log.ts';
import { expectNoLeak, fieldsWithWords } from '../canaries/answer-fields.ts';
import { anyMessage, anyRecord, anyWebhook } from '../canaries/generated-messages.ts';
import { anyRequest, has, nameToken, valueToken } from '../canaries/generated.ts';
import { aQuotingFault, startMarkedApi } from '../canaries/marked-api.ts';
import { functionUrlEvent } from './events/function-url.ts';
import { secret } from './events/signed-webhook.ts';
import { sqsEventOf } from './events/sqs.ts';
import { callerOf, routes, type Api, type Route } from './harness.ts';

const inputsPerWorld = 20;
const worlds = { requests: 225, webhooks: 30, messages: 20, records: 20 };
const inputsWanted = 5_000;

let printed: string;
let inputs = 0;

beforeEach(() => {
  printed = '';
  const keep = (chunk: unknown): boolean => {
    printed += String(chunk);
    return true;
  };
  vi.spyOn(process.stdout, 'write').mockImplementation(keep);
  vi.spyOn(process.stderr, 'write').mockImplementation(keep);
  vi.stubEnv('POWERTOOLS_METRICS_NAMESPACE', 'RideGate');
});

afterEach(() => {
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
});

afterAll(() => {
  expect(inputs).toBeGreaterThanOrEqual(inputsWanted);
});

/** Runs each list of inputs in a world of its own; nothing is printed of any of them, and nothing queued. */
async function inManyWorlds<Input>(
  numRuns: number,
  anyInput: fc.Arbitrary<Input>,
  run: (api: Api, list: readonly Input[]) => Promise<void>,
): Promise<void> {
  const anyList = fc.array(anyInput, { minLength: inputsPerWorld, maxLength: inputsPerWorld });
  await fc.assert(
    fc.asyncProperty(anyList, fc.boolean(), async (list, isBad) => {
      const api = await startMarkedApi();
      if (isBad) api.identity.failNext(aQuotingFault());
      printed = '';
      await run(api, list);
      const lines = printed.split('\n');
      expect(lines.filter((line) => has(line, valueToken) || has(line, nameToken))).toEqual([]);
      expect(queuedBy(api)).not.toMatch(/zq7/);
      inputs += list.length;
    }),
    { numRuns },
  );
}

/** All that was put on queues, but for messages that are no events: these go to the dead letters as they came. */
function queuedBy({ queue, signups, batches, retries, deliveries, deadLetters }: Api): string {
  const histories = [...deliveries.deadLetters, ...deliveries.backlog].map(({ history }) =>
    toHistoryAttributes(history),
  );
  const sent = [queue.sent, signups.sent, batches.sent, retries.handedOver, deadLetters.backlog];
  return JSON.stringify([sent, histories]);
}

describe('whatever comes', { timeout: 120_000 }, () => {
  it('as a request, it is answered to those whom it is for', async () => {
    const [answeredWell, refused, told] = [new Set<Route>(), new Set<Route>(), new Set<Route>()];

    await inManyWorlds(worlds.requests, anyRequest, async (api, requests) => {
      const call = callerOf({ ...api, log: createLog() });
      for (const request of requests) {
        const answer = await call(request);
        if (expectNoLeak(request, answer)) told.add(request.route);
        (answer.status < 300 ? answeredWell : refused).add(request.route);
      }
    });

    // Else nothing would have been looked at.
    expect(answeredWell).toEqual(new Set(routes));
    expect(refused).toEqual(new Set(routes));
    expect(Object.keys(fieldsWithWords).filter((route) => !told.has(route as Route))).toEqual([]);
  });

  it('as a webhook, the receiver tells nothing of it', async () => {
    await inManyWorlds(worlds.webhooks, anyWebhook, async (api, webhooks) => {
      const receive = createReceiveWebhook({
        ...api,
        metrics: composeEnvironment().metrics,
        log: createLog(),
        stripeMode: 'test',
        signingSecrets: () => Promise.resolve([secret]),
      });
      api.queue.failNext(aQuotingFault());
      for (const webhook of webhooks) {
        const answer = await receive(functionUrlEvent(webhook));
        expect(has(JSON.stringify(answer), valueToken)).toBe(false);
      }
    });
  });

  it('as a message of any queue, its worker tells nothing of it', async () => {
    await inManyWorlds(worlds.messages, anyMessage, async (api, messages) => {
      const works = workersOf(api);
      for (const { body, notes } of messages) {
        for (const work of works) await work(sqsEventOf({ notes }, body));
      }
    });
  });

  it('as a record of the table’s stream, who follows it tells nothing of it', async () => {
    await inManyWorlds(worlds.records, anyRecord, async (api, records) => {
      const log = createLog();
      const relay = createRelayOutbox({ ...api, log, judge: judgeRelayFault, readRecord: readRelayedRecord });
      const count = createCountStats({ ...api, log, readImage: readAuditImage });
      api.publisher.failNext(aQuotingFault());
      for (const record of records) {
        await relay({ Records: [record] });
        await count({ Records: [record] });
      }
    });
  });
});

function workersOf(api: Api) {
  const { identity, charges } = api;
  const log = createLog();
  const quoting = () => Promise.reject(aQuotingFault());
  return [
    createProcessWebhook({ ...api, log, stripe: () => Promise.resolve({ identity, charges }) }),
    createComputeSignals({
      ...api,
      log,
      numbers: createNumberReader(),
      phoneLookup: { lookUp: quoting },
      ipLocator: { locate: quoting },
    }),
    createApplyPolicy({ ...api, log }),
    createRelayAgain({ ...api, log, judge: judgeRelayFault, outbox: { read: () => Promise.resolve(null) } }),
  ];
}

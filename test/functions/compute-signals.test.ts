// The signals queue's worker, which finds out what a signup tells: once for each customer, each on his own.

import { beforeEach, describe, expect, it } from 'vitest';
import { createNumberReader } from '../../functions/adapters/phone/number-reader.ts';
import { createComputeSignals } from '../../functions/compute-signals.ts';
import { toSignupMessage } from '../../functions/contracts/messages.ts';
import type { SignupDetails } from '../../functions/domain/signup.ts';
import { unknownIp, unknownPhone, type CarrierFacts } from '../../functions/domain/signals/facts.ts';
import type { IpLocator, PhoneLookup } from '../../functions/use-cases/ports/signals.ts';
import { noSignup } from '../support/add-customer.ts';
import { nowMs } from '../support/builders.ts';
import { customerKey } from '../support/in-memory/storage.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog, type RecordingLog } from '../support/recording-log.ts';
import { failedIds, sqsEvent } from './events/sqs.ts';

const carrier: CarrierFacts = {
  type: 'voip',
  carrier: 'Bandwidth',
  isPrepaid: null,
  riskScore: 80,
  portedAtMs: nowMs,
};
const london = { ...unknownIp, city: 'London', country: 'GB', latitude: 51.5, longitude: -0.1 };

let world: World;
let log: RecordingLog;
let asked: string[];
let brokenAddress: string | null;

beforeEach(() => {
  world = createWorld({ nowMs });
  log = createRecordingLog();
  asked = [];
  brokenAddress = null;
});

const phoneLookup: PhoneLookup = {
  lookUp: (phone) => {
    asked.push(phone);
    return Promise.resolve(carrier);
  },
};
const ipLocator: IpLocator = {
  locate: (ip) => {
    asked.push(ip);
    return ip === brokenAddress
      ? Promise.reject(new Error(`no database for ${ip}`))
      : Promise.resolve(london);
  },
};

/** Saves signups of these customers of `metro`, and answers the queue's words of them. */
function signUp(signups: Readonly<Record<string, Partial<SignupDetails>>>): string[] {
  for (const [customerId, signup] of Object.entries(signups)) {
    world.storage.signups.set(customerKey({ subaccountId: 'metro', customerId }), { ...noSignup, ...signup });
  }
  return Object.keys(signups).map(wordOf);
}

const wordOf = (customerId: string) => JSON.stringify(toSignupMessage({ subaccountId: 'metro', customerId }));

async function compute(messages: readonly string[]): Promise<string[]> {
  const worker = createComputeSignals({
    ...world,
    numbers: createNumberReader(),
    phoneLookup,
    ipLocator,
    log,
  });
  return failedIds(await worker(sqsEvent(...messages)));
}

const factsOf = (customerId: string) =>
  world.storage.signals.get(customerKey({ subaccountId: 'metro', customerId })) ?? null;
const ada = { phone: '+447400123456', ip: '81.2.69.142' };

describe('a signup', () => {
  it('is looked up, and what is found is kept', async () => {
    expect(await compute(signUp({ ada }))).toEqual([]);

    expect(factsOf('ada')).toEqual({
      collectedAtMs: nowMs,
      phone: { ...carrier, country: 'GB' },
      ip: london,
    });
  });

  it('that is delivered again asks nobody again and changes nothing', async () => {
    await compute(signUp({ ada }));
    world.clock.advance(60_000);

    expect(await compute(signUp({ ada }))).toEqual([]);

    expect(asked).toEqual([ada.phone, ada.ip]);
    expect(factsOf('ada')).toMatchObject({ collectedAtMs: nowMs });
  });

  it('without number and address asks nobody', async () => {
    await compute(signUp({ ada: {} }));

    expect(asked).toEqual([]);
    expect(factsOf('ada')).toEqual({ collectedAtMs: nowMs, phone: unknownPhone, ip: unknownIp });
  });
});

describe('a signup that can’t be looked up', () => {
  it('is put back by its id and tried again, while the others are done', async () => {
    brokenAddress = '8.8.8.8';
    const words = signUp({ ada, ben: { ip: '8.8.8.8' }, cleo: ada });

    expect(await compute(words)).toEqual(['msg-2']);
    expect([factsOf('ada'), factsOf('ben'), factsOf('cleo')]).toEqual([
      expect.anything(),
      null,
      expect.anything(),
    ]);

    brokenAddress = null;
    asked = [];
    expect(await compute(words)).toEqual([]);
    expect(factsOf('ben')).not.toBeNull();
    expect(asked).toEqual(['8.8.8.8']);
  });

  it.each([
    ['no JSON', 'ada'],
    ['without a tenant', '{"customer_id":"ada"}'],
    ['with more than ids', '{"subaccount_id":"metro","customer_id":"ada","phone":"+447400123456"}'],
  ])('is a message %s', async (_, body) => {
    signUp({ ada });

    expect(await compute([body])).toEqual(['msg-1']);
    expect(asked).toEqual([]);
  });
});

it('a signup that is gone by now is done, without asking anybody', async () => {
  expect(await compute([wordOf('ada')])).toEqual([]);

  expect(asked).toEqual([]);
  expect(factsOf('ada')).toBeNull();
});

it('the log names neither number nor address', async () => {
  brokenAddress = '8.8.8.8';
  await compute(signUp({ ada, ben: { ip: '8.8.8.8' } }));

  const fields = log.lines.map(({ message, fields }) => ({ message, ...fields }));
  // Two at once: whose line comes first is open.
  expect(fields.toSorted((one, other) => one.requestId?.localeCompare(other.requestId ?? '') ?? 0)).toEqual([
    { message: 'signals', requestId: 'msg-1' },
    { message: 'signals', requestId: 'msg-2' },
  ]);
});

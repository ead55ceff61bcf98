// The stream's worker that finds out what a signup tells: once for each customer, each on his own.

import { beforeEach, describe, expect, it } from 'vitest';
import { readSignupImage } from '../../functions/adapters/dynamodb/signup-image.ts';
import { createNumberReader } from '../../functions/adapters/phone/number-reader.ts';
import { createComputeSignals } from '../../functions/compute-signals.ts';
import { unknownIp, unknownPhone, type CarrierFacts } from '../../functions/domain/signals/facts.ts';
import type { IpLocator, PhoneLookup } from '../../functions/use-cases/ports.ts';
import { nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';
import { createRecordingLog, type RecordingLog } from '../support/recording-log.ts';
import { signupEvent } from './events/dynamodb-stream.ts';
import { failedIds } from './events/sqs.ts';

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

async function compute(event: ReturnType<typeof signupEvent>): Promise<string[]> {
  const worker = createComputeSignals({
    ...world,
    numbers: createNumberReader(),
    phoneLookup,
    ipLocator,
    readImage: readSignupImage,
    log,
  });
  return failedIds(await worker(event));
}

const factsOf = (customerId: string) => world.signals.load({ subaccountId: 'metro', customerId });
const ada = { phone: '+447400123456', ip: '81.2.69.142' };

describe('a signup', () => {
  it('is looked up, and what is found is kept', async () => {
    expect(await compute(signupEvent({ ada }))).toEqual([]);

    expect(await factsOf('ada')).toEqual({
      collectedAtMs: nowMs,
      phone: { ...carrier, country: 'GB' },
      ip: london,
    });
  });

  it('that is delivered again asks nobody again and changes nothing', async () => {
    await compute(signupEvent({ ada }));
    world.clock.advance(60_000);

    expect(await compute(signupEvent({ ada }))).toEqual([]);

    expect(asked).toEqual([ada.phone, ada.ip]);
    expect(await factsOf('ada')).toMatchObject({ collectedAtMs: nowMs });
  });

  it('without number and address asks nobody', async () => {
    await compute(signupEvent({ ada: {} }));

    expect(asked).toEqual([]);
    expect(await factsOf('ada')).toEqual({ collectedAtMs: nowMs, phone: unknownPhone, ip: unknownIp });
  });
});

describe('a signup that can’t be looked up', () => {
  it('is reported by its sequence number and tried again, while the others are done', async () => {
    brokenAddress = '8.8.8.8';
    const event = signupEvent({ ada, ben: { ip: '8.8.8.8' }, cleo: ada });

    expect(await compute(event)).toEqual(['2']);
    expect([await factsOf('ada'), await factsOf('ben'), await factsOf('cleo')]).toEqual([
      expect.anything(),
      null,
      expect.anything(),
    ]);

    brokenAddress = null;
    expect(await compute(event)).toEqual([]);
    expect(await factsOf('ben')).not.toBeNull();
  });

  it('is no signup of a customer', async () => {
    const event = signupEvent({ ada });
    for (const record of event.Records) delete record.dynamodb?.NewImage;

    expect(await compute(event)).toEqual(['1']);
  });
});

it('the log names neither number nor address', async () => {
  brokenAddress = '8.8.8.8';
  await compute(signupEvent({ ada, ben: { ip: '8.8.8.8' } }));

  const fields = log.lines.map(({ message, fields }) => ({ message, ...fields }));
  // Two at once: whose line comes first is open.
  expect(fields.toSorted((one, other) => one.eventId?.localeCompare(other.eventId ?? '') ?? 0)).toEqual([
    { message: 'signals', eventId: 'stream-1' },
    { message: 'signals', eventId: 'stream-2' },
  ]);
});

// What SNS and Node throw at the relay, and whether it is worth waiting for.

import { createServer } from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { briefCalls } from '../../../functions/adapters/brief-calls.ts';
import { createNotificationPublisher } from '../../../functions/adapters/sns/notification-publisher.ts';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import { judgeRelayFault } from '../../../functions/shared/judge-relay-fault.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { aPush, newRef } from '../contracts/samples.ts';
import { freePort } from '../support/free-port.ts';
import { listenOnFreePort } from '../support/listen.ts';
import { snsFault, startStubSns, type StubSns } from '../support/stub-sns.ts';

const topic = 'arn:aws:sns:us-east-1:000000000000:topic';

let sns: StubSns;
beforeEach(async () => {
  sns = await startStubSns();
});
afterEach(() => sns.close());

async function faultOf(client: SNSClient): Promise<unknown> {
  try {
    await createNotificationPublisher(topic, client).publish(aPush(newRef()));
  } catch (fault) {
    return fault;
  }
  throw new Error('It was published.');
}

describe('what SNS says', () => {
  it.each([
    ['InvalidParameter', 'permanent', 'refused:InvalidParameterException'],
    ['ParameterValueInvalid', 'permanent', 'refused:InvalidParameterValueException'],
    ['PlatformApplicationDisabled', 'permanent', 'refused:PlatformApplicationDisabledException'],
    ['Throttled', 'temporary', 'unavailable:ThrottledException'],
    ['ThrottlingException', 'temporary', 'unavailable:ThrottlingException'],
    ['InternalError', 'temporary', 'unavailable:InternalErrorException'],
    ['AuthorizationError', 'temporary', 'unavailable:AuthorizationErrorException'],
    ['AccessDenied', 'temporary', 'unavailable:AccessDenied'],
    ['KMSAccessDenied', 'temporary', 'unavailable:KMSAccessDeniedException'],
    ['KMSThrottling', 'temporary', 'unavailable:KMSThrottlingException'],
    ['NotFound', 'unknown', 'unexpected:NotFoundException'],
    ['SomethingNew', 'unknown', 'unexpected:SomethingNew'],
  ])('%s is %s', async (code, kind, cause) => {
    sns.answer('Publish', snsFault(code));

    expect(judgeRelayFault(await faultOf(sns.client))).toEqual({ kind, cause });
  });

  it('with a breakdown is temporary, whatever it calls it', async () => {
    sns.answer('Publish', { ...snsFault('Surprise'), status: 503 });

    expect(judgeRelayFault(await faultOf(sns.client))).toMatchObject({ kind: 'temporary' });
  });
});

describe('a service that can’t be reached', () => {
  it('is temporary', async () => {
    const endpoint = `http://127.0.0.1:${await freePort()}`;
    const client = new SNSClient({ ...localClientConfig(endpoint), maxAttempts: 1 });

    expect(judgeRelayFault(await faultOf(client))).toMatchObject({ kind: 'temporary' });
    client.destroy();
  });

  it('or never answers is given up after moments, and is temporary', async () => {
    const { url, close } = await listenOnFreePort(createServer(() => undefined));
    const client = new SNSClient({
      ...localClientConfig(url),
      maxAttempts: 1,
      requestHandler: { ...briefCalls.requestHandler, requestTimeout: 50 },
    });

    expect(judgeRelayFault(await faultOf(client))).toEqual({
      kind: 'temporary',
      cause: 'unavailable:TimeoutError',
    });
    client.destroy();
    await close();
  });
});

describe('of our own', () => {
  it.each<[string, unknown, string, string]>([
    ['what can’t be understood is permanent', z.string().safeParse(1).error, 'permanent', 'malformed'],
    [
      'somebody else’s write is temporary',
      new ConcurrentChange(),
      'temporary',
      'unavailable:ConcurrentChange',
    ],
    ['a bug is unknown', new TypeError('x is undefined'), 'unknown', 'unexpected:TypeError'],
    ['what is no error is unknown', 'oops', 'unknown', 'unexpected:string'],
  ])('%s', (_, fault, kind, cause) => {
    expect(judgeRelayFault(fault)).toEqual({ kind, cause });
  });
});

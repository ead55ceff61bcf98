// Faults as Stripe, AWS, zod and Node really word them, each quoting somebody: in its message, in a code, in an item
// that it brings along.

import { createServer } from 'node:http';
import { DynamoDBClient, PutItemCommand, TransactWriteItemsCommand } from '@aws-sdk/client-dynamodb';
import { KMSClient } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { createKmsVault } from '../../functions/adapters/encryption/kms-vault.ts';
import { customerItem } from '../../functions/adapters/dynamodb/items.ts';
import { createStripeClient } from '../../functions/adapters/stripe/client.ts';
import { createIdentityProvider } from '../../functions/adapters/stripe/identity-provider.ts';
import { localClientConfig } from '../../local/engines/client-config.ts';
import { listenOnFreePort } from '../adapters/support/listen.ts';

const item = (quoted: string) => ({ pk: { S: 'SUB#metro' }, name: { S: quoted } });

/** What a service answers to everything. */
async function from(
  status: number,
  body: unknown,
  call: (url: string) => Promise<unknown>,
): Promise<unknown> {
  const { url, close } = await listenOnFreePort(
    createServer((request, response) => {
      request.resume();
      const type = 'application/x-amz-json-1.0';
      response.writeHead(status, { 'content-type': type, 'request-id': 'req_1' }).end(JSON.stringify(body));
    }),
  );
  try {
    return await faultOf(() => call(url));
  } finally {
    await close();
  }
}

/** What a call fails with. */
async function faultOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (fault) {
    return fault;
  }
  throw new Error('this was to fail');
}

const stripeAnswer = (quoted: string) => ({
  error: {
    type: 'invalid_request_error',
    message: quoted,
    param: quoted,
    code: quoted,
    decline_code: quoted,
  },
});

const stripeOf = (apiUrl: string) => createStripeClient({ apiKey: 'sk_test_x', apiUrl });
const retrieve = (url: string) =>
  createIdentityProvider(stripeOf(url), stripeOf(url)).retrieveSession('vs_1', { wanted: 'verified_data' });
const dynamoDbOf = (url: string) => new DynamoDBClient({ ...localClientConfig(url), maxAttempts: 1 });
const kmsOf = (url: string) => new KMSClient({ ...localClientConfig(url), maxAttempts: 1 });
const put = (url: string, quoted: string) =>
  dynamoDbOf(url).send(new PutItemCommand({ TableName: 'ridegate', Item: item(quoted) }));
const keyArn = 'arn:aws:kms:us-east-1:000000000000:key/1';
const ref = { subaccountId: 'metro', customerId: 'rider-1' };

/** Each kind by its name; `quoted` is what it quotes. */
export const quotingFaults: Readonly<Record<string, (quoted: string) => Promise<unknown>>> = {
  'a refusal of Stripe': (quoted) => from(400, stripeAnswer(quoted), retrieve),
  'a refused key of Stripe': (quoted) => from(403, stripeAnswer(quoted), retrieve),
  'a failure of Stripe': (quoted) => from(500, stripeAnswer(quoted), retrieve),
  'an error of Stripe’s library': (quoted) =>
    from(400, stripeAnswer(quoted), (url) => stripeOf(url).identity.verificationSessions.retrieve('vs_1')),
  'a session that has another shape': (quoted) => from(200, { id: [quoted], status: quoted }, retrieve),
  'a refused key of KMS': (quoted) =>
    from(400, { __type: 'AccessDeniedException', message: quoted }, (url) =>
      createKmsVault(keyArn, kmsOf(url)).seal(ref, 'notes', quoted),
    ),
  'a failure of KMS': (quoted) =>
    from(500, { __type: 'KMSInternalException', message: quoted }, (url) =>
      createKmsVault(keyArn, kmsOf(url)).seal(ref, 'notes', quoted),
    ),
  'a table that refuses an item': (quoted) =>
    from(400, { __type: 'ValidationException', message: `Invalid item: ${quoted}` }, (url) =>
      put(url, quoted),
    ),
  'a condition that failed, with the item': (quoted) =>
    from(400, { __type: 'ConditionalCheckFailedException', message: quoted, Item: item(quoted) }, (url) =>
      put(url, quoted),
    ),
  'a canceled transaction, with its items': (quoted) =>
    from(
      400,
      {
        __type: 'TransactionCanceledException',
        Message: `Transaction cancelled: ${quoted}`,
        CancellationReasons: [{ Code: 'ValidationError', Message: quoted, Item: item(quoted) }],
      },
      (url) => dynamoDbOf(url).send(new TransactWriteItemsCommand({ TransactItems: [] })),
    ),
  'an item that has another shape': (quoted) =>
    faultOf(() => customerItem.parse({ subaccountId: quoted, identityStatus: quoted, [quoted]: quoted })),
  'a field that isn’t known': (quoted) => faultOf(() => z.strictObject({}).parse({ [quoted]: quoted })),
  'a key that isn’t allowed': (quoted) =>
    faultOf(() => z.record(z.enum(['tries']), z.number()).parse({ [quoted]: quoted })),
  'text that is no JSON': (quoted) => faultOf(() => JSON.parse(`${quoted} is no JSON`) as unknown),
  'JSON that is cut off': (quoted) => faultOf(() => JSON.parse(`{"name": "${quoted}`) as unknown),
  'an address that is none': (quoted) => faultOf(() => new URL(quoted)),
  'a fault behind a fault': (quoted) =>
    Promise.resolve(new Error('outer', { cause: new AggregateError([new Error(quoted)], quoted) })),
  'a fault whose words changed': (quoted) =>
    Promise.resolve(Object.assign(new Error(`${quoted}\n    at ${quoted}`), { message: 'other words' })),
  'a fault that calls itself something': (quoted) =>
    Promise.resolve(Object.assign(new Error(quoted), { name: quoted, code: quoted, errno: quoted })),
  'something that is no fault': (quoted) => Promise.resolve({ name: quoted, message: quoted }),
};

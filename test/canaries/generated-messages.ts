// Generated webhooks, queued messages and records of the table's stream with somebody's data in them. An id has a
// blank in it wherever it stands for somebody: else nobody could tell it from an id.

import { marshall } from '@aws-sdk/util-dynamodb';
import type { DynamoDBRecord } from 'aws-lambda';
import fc from 'fast-check';
import { handledEventTypes } from '../../functions/domain/stripe-event.ts';
import { nowMs } from '../support/builders.ts';
import { header, stripeEvent } from '../functions/events/signed-webhook.ts';
import { streamEvent } from '../functions/events/dynamodb-stream.ts';
import { anyText, anyValue, valueToken } from './generated.ts';

export type GeneratedWebhook = { body: string | Uint8Array; signature: string; contentType?: string };

const anyPerson = fc.dictionary(
  fc.constantFrom('name', 'email', 'verified_outputs', 'metadata', 'status', 'last_error'),
  anyValue,
);

const anyEventBody: fc.Arbitrary<string> = fc.oneof(
  fc
    .tuple(fc.constantFrom(...handledEventTypes, 'customer.updated', valueToken), anyPerson)
    .map(([type, person]) => stripeEvent(type, { ...person, id: 'vs_1' })),
  anyPerson.map((person) => stripeEvent('charge.succeeded', { ...person, id: `ch ${valueToken}` })),
  anyPerson.map((person) => JSON.stringify(person)),
  anyText.map((text) => `{"type": "charge.succeeded", "data": "${text}`),
  fc.constant(`${valueToken} `.repeat(40_000)),
);

/** Half of them as Stripe signs them. */
export const anyWebhook: fc.Arbitrary<GeneratedWebhook> = anyEventBody.chain((body) =>
  fc.record(
    {
      body: fc.constantFrom<string | Uint8Array>(body, Buffer.from(body)),
      signature: fc.oneof(
        { weight: 2, arbitrary: fc.constant(header(body)) },
        { weight: 1, arbitrary: fc.constant(header(body, 'whsec_other')) },
        { weight: 1, arbitrary: anyText.map((text) => `t=${text},v1=${text}`) },
      ),
      contentType: fc.oneof(
        { weight: 6, arbitrary: fc.constant('application/json') },
        { weight: 1, arbitrary: anyText },
      ),
    },
    { requiredKeys: ['body', 'signature'] },
  ),
);

export type GeneratedMessage = { body: string; notes: Record<string, string> };

const anyMessageBody: fc.Arbitrary<string> = fc.oneof(
  anyText,
  fc.record({ event_id: anyText, type: anyText, object_id: anyText, created: anyValue }).map(toJson),
  fc
    .record({ subaccount_id: fc.constant('harbor'), customer_id: anyText.map((text) => ` ${text}`) })
    .map(toJson),
  fc.record({ subaccount_id: anyValue, customer_id: anyValue, name: anyValue }).map(toJson),
  fc
    .record({
      pk: fc.constant('SUB#harbor#CUST#rider-1'),
      sk: fc.constantFrom('SIGNUP', 'OUTBOX#0000000009', 'PROFILE'),
      notification_id: anyText.map((text) => `ntf ${text}`),
      reached: fc.array(anyText, { maxLength: 2 }),
      cause: anyText,
    })
    .map(toJson),
  fc
    .record({ job_id: anyText.map((text) => `job ${text}`), subaccount_id: anyText, cursor: anyText })
    .map(toJson),
  anyText.map((text) => `{"name": "${text}`),
);

/** As anything may come to lie on a queue, with whatever attributes. */
export const anyMessage: fc.Arbitrary<GeneratedMessage> = fc.record({
  body: anyMessageBody,
  notes: fc.dictionary(
    fc.constantFrom('tries', 'first_failed_at', 'last_failed_at', 'cause', 'customer_id', 'subaccount_id'),
    anyText.map((text) => ` ${text}`),
  ),
});

const anyImage: fc.Arbitrary<Record<string, unknown>> = fc.oneof(
  fc.dictionary(fc.constantFrom('notification', 'sealed', 'tally', 'version', 'after'), anyValue),
  fc.record({
    notification: fc.record({
      id: fc.oneof(
        fc.constant('ntf_1'),
        anyText.map((text) => `ntf ${text}`),
      ),
      kind: fc.constantFrom('verified', valueToken),
      subaccountId: fc.constant('harbor'),
      customerId: fc.constant('rider-1'),
      title: anyText,
      body: anyText,
      data: fc.constant({ action: 'open_app' }),
      createdAtMs: fc.constant(nowMs),
    }),
    expires_at: fc.constant(nowMs),
  }),
  fc.record({
    version: fc.constant(1),
    atMs: anyValue,
    tally: fc.dictionary(anyText, anyValue),
    notes: anyText,
  }),
);

const [template] = streamEvent(null).Records;

/** A record of the stream with an item that holds something of somebody. */
export const anyRecord: fc.Arbitrary<DynamoDBRecord> = fc
  .tuple(fc.constantFrom('OUTBOX#0000000001', 'AUDIT#0000000001', 'SIGNUP', 'PROFILE'), anyImage)
  .map(([sk, image]): DynamoDBRecord => {
    const keys = { pk: 'SUB#harbor#CUST#rider-1', sk };
    return {
      ...template,
      eventID: `stream of ${valueToken}`,
      dynamodb: {
        ...template?.dynamodb,
        SequenceNumber: '1',
        Keys: marshall(keys) as NonNullable<DynamoDBRecord['dynamodb']>['Keys'] & object,
        NewImage: marshall({ ...keys, ...image }, { removeUndefinedValues: true }) as NonNullable<
          DynamoDBRecord['dynamodb']
        >['NewImage'] &
          object,
      },
    };
  });

function toJson(value: unknown): string {
  return JSON.stringify(value);
}

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRelayRetries } from '../../../functions/adapters/sqs/relay-retries.ts';
import { fromHandedOverMessage, handedOverMessage } from '../../../functions/contracts/handed-over-record.ts';
import { newId, noonMs } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

const read = (body: string | undefined) =>
  fromHandedOverMessage(handedOverMessage.parse(JSON.parse(body ?? 'null')));

describe('a record that is handed over', () => {
  it.each([
    { notificationId: 'ntf_1', reached: ['topic', 'device:phone'] },
    { notificationId: null, reached: [] },
  ])('comes as it was sent: %j', async (difference) => {
    const queue = engine.addQueue(newId('again'));
    const record = {
      item: { pk: 'SUB#metro#CUST#rider-1', sk: 'OUTBOX#0000000002' },
      cause: 'malformed',
      firstFailedAtMs: noonMs,
      lastFailedAtMs: noonMs + 1000,
      ...difference,
    };

    await createRelayRetries(queue.url, engine.sqs).handOver(record);

    expect(read((await engine.receive(queue))?.Body)).toEqual(record);
  });

  it('fails to be sent where the queue doesn’t exist', async () => {
    const retries = createRelayRetries(`${engine.endpoint}/000000000000/nowhere`, engine.sqs);

    await expect(retries.handOver(read('{"pk":"a","sk":"b"}'))).rejects.toThrow();
  });
});

describe('a person', () => {
  it('needs to name the item alone', () => {
    expect(read('{"pk":"SUB#metro#CUST#rider-1","sk":"OUTBOX#0000000002"}')).toEqual({
      item: { pk: 'SUB#metro#CUST#rider-1', sk: 'OUTBOX#0000000002' },
      notificationId: null,
      reached: [],
      cause: null,
      firstFailedAtMs: null,
      lastFailedAtMs: null,
    });
  });
});

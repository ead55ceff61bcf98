import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBatchQueue } from '../../../functions/adapters/sqs/batch-queue.ts';
import { batchDueMessage, fromBatchDueMessage } from '../../../functions/contracts/policy-application.ts';
import { newId } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

describe('the word that a batch is due', () => {
  it.each([null, 'MjAyNi0wMS0xNVQxMjowMDowMC4wMDBaI3JpZGVyXzE'])(
    'comes as it was sent, after a breath, with ids and a cursor and nothing else: %s',
    async (cursor) => {
      const queue = engine.addQueue(newId('batches'));
      const due = { subaccountId: 'metro', jobId: newId('apply'), cursor };

      await createBatchQueue(queue.url, engine.sqs).send(due);

      // The wait of receiving is over before the breath is; so ask until it is there.
      const body: unknown = JSON.parse((await received(queue)) ?? 'null');
      expect(body).toEqual({ subaccount_id: 'metro', job_id: due.jobId, cursor });
      expect(fromBatchDueMessage(batchDueMessage.parse(body))).toEqual(due);
    },
  );

  it('fails to be sent where the queue doesn’t exist', async () => {
    const queue = createBatchQueue(`${engine.endpoint}/000000000000/nowhere`, engine.sqs);

    await expect(queue.send({ subaccountId: 'metro', jobId: 'apply_1', cursor: null })).rejects.toThrow();
  });
});

async function received(queue: ReturnType<TestMessaging['addQueue']>): Promise<string | undefined> {
  for (let tries = 0; tries < 5; tries += 1) {
    const message = await engine.receive(queue);
    if (message !== undefined) return message.Body;
  }
  return undefined;
}

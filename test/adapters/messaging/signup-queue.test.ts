import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSignupQueue } from '../../../functions/adapters/sqs/signup-queue.ts';
import { fromSignupMessage, signupMessage } from '../../../functions/contracts/messages.ts';
import { newId, newRef } from '../contracts/samples.ts';
import { startTestMessaging, type TestMessaging } from '../support/messaging.ts';

let engine: TestMessaging;
beforeAll(async () => {
  engine = await startTestMessaging();
});
afterAll(() => engine.close());

describe('the word of a new signup', () => {
  it('comes as it was sent, with ids and nothing else', async () => {
    const queue = engine.addQueue(newId('signals'));
    const ref = newRef();

    await createSignupQueue(queue.url, engine.sqs).send(ref);

    const message = await engine.receive(queue);
    const body: unknown = JSON.parse(message?.Body ?? 'null');
    expect(message?.MessageAttributes).toBeUndefined();
    expect(body).toEqual({ subaccount_id: ref.subaccountId, customer_id: ref.customerId });
    expect(fromSignupMessage(signupMessage.parse(body))).toEqual(ref);
  });

  it('fails to be sent where the queue doesn’t exist', async () => {
    const queue = createSignupQueue(`${engine.endpoint}/000000000000/nowhere`, engine.sqs);

    await expect(queue.send(newRef())).rejects.toThrow();
  });
});

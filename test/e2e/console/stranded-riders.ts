// Riders whom Stripe has verified and who are still blocked, as their events failed for good.

import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';
import * as z from 'zod';
import { toHistoryAttributes } from '../../../functions/contracts/delivery-history.ts';
import { toStripeEventMessage } from '../../../functions/contracts/messages.ts';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { aStripeEvent } from '../../support/builders.ts';
import { noHistory } from '../../support/in-memory/dead-letters.ts';
import { clientOf } from '../http-client.ts';

const deployment = z.object({
  endpoints: z.object({ messaging: z.string() }),
  outputs: z.object({ 'RideGate-prod-Api': z.object({ DeadLetterQueueUrl: z.string() }) }),
});

export type StrandedRiders = {
  /** A rider of the subaccount `harbor`; answers the id of his event. */
  add: (customerId: string, cause: string) => Promise<string>;
  /** A message that is no event. */
  addNonsense: () => Promise<void>;
  mayRide: (customerId: string) => Promise<boolean>;
  close: () => void;
};

/** Stripe's own word of them never comes from then on: only a redrive can help. */
export async function strandRiders(port: number): Promise<StrandedRiders> {
  const client = clientOf(port);
  const answer = await fetch(`http://127.0.0.1:${port}/local/deployment`);
  const { endpoints, outputs } = deployment.parse(await answer.json());
  const sqs = new SQSClient(localClientConfig(endpoints.messaging));
  const QueueUrl = outputs['RideGate-prod-Api'].DeadLetterQueueUrl;
  await client.steer('PUT', '/delivery', { drop_rate: 1 });
  const riderToken = (id: string) => client.token('rider', { subaccount_id: 'harbor', customer_id: id });
  return {
    async add(id, cause) {
      const service = await client.token('service');
      await client.api(service, 'POST', '/api/customers?subaccount_id=harbor', { id });
      const rider = await riderToken(id);
      const session = await client.api(rider, 'POST', `/api/customers/${id}/identity-session`);
      const objectId = String(session.body['session_id']);
      await client.steer('POST', `/verification_sessions/${objectId}/submit`, { outcome: 'verified' });
      const nowMs = Date.now();
      const eventId = `evt_${id.replaceAll('-', '')}`;
      const event = aStripeEvent({ eventId, objectId, created: Math.floor(nowMs / 1000) });
      const history = {
        ...noHistory,
        cause,
        tries: 3,
        firstFailedAtMs: nowMs - 60_000,
        lastFailedAtMs: nowMs,
      };
      await sqs.send(
        new SendMessageCommand({
          QueueUrl,
          MessageBody: JSON.stringify(toStripeEventMessage(event)),
          MessageAttributes: toHistoryAttributes(history),
        }),
      );
      return eventId;
    },
    async addNonsense() {
      await sqs.send(new SendMessageCommand({ QueueUrl, MessageBody: 'nonsense' }));
    },
    async mayRide(id) {
      const { status } = await client.api(await riderToken(id), 'POST', `/api/customers/${id}/ride-check`);
      return status === 200;
    },
    close: () => sqs.destroy(),
  };
}

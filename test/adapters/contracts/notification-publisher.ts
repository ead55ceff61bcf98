import { describe, expect, it } from 'vitest';
import { toNotificationMessage } from '../../../functions/contracts/messages.ts';
import type { NotificationPublisher } from '../../../functions/use-cases/ports/messaging.ts';
import { aPush, newRef } from './samples.ts';

export type PublisherHarness = {
  publisher: NotificationPublisher;
  /** Takes the body of one published message. */
  receive: () => Promise<string | undefined>;
};

/** What every NotificationPublisher promises (functions/use-cases/ports/messaging.ts). */
export function describeNotificationPublisher(make: () => PublisherHarness): void {
  describe('NotificationPublisher', () => {
    it('has given the push to the topic once publishing is done', async () => {
      const { publisher, receive } = make();
      const push = { ...aPush(newRef()), body: 'Zürich, 東京 & “quotes”' };

      await publisher.publish(push);

      expect(JSON.parse((await receive()) ?? 'null')).toEqual(toNotificationMessage(push));
    });

    it('gives a push again under the same id where it is published again', async () => {
      const { publisher, receive } = make();
      const push = aPush(newRef());

      await publisher.publish(push);
      await publisher.publish(push);

      const [first, second] = [await receive(), await receive()];
      expect(first).toContain(push.id);
      expect(second).toBe(first);
    });
  });
}

import { describe, expect, it } from 'vitest';
import { notificationContent, type Notification } from '../../../functions/domain/notification.ts';
import type { PushEndpoints, PushSender } from '../../../functions/use-cases/ports/devices.ts';
import { newId, newRef, noonMs } from './samples.ts';

export type PushHarness = {
  endpoints: PushEndpoints;
  sender: PushSender;
  /** Does what a push service does with the token of an app that is no longer on its phone. */
  disable: (endpointArn: string, token: string) => Promise<void>;
  /** How many pushes have reached phones. */
  pushedCount: () => number;
};

export function aPush(kind: Notification['kind'] = 'verified'): Notification {
  const content = notificationContent(kind, { appName: 'Metro', lastError: null });
  return { id: newId('ntf'), kind, ...newRef(), createdAtMs: noonMs, ...content };
}

/** What every PushEndpoints and PushSender promise together (functions/use-cases/ports/devices.ts). */
export function describePushService(make: () => PushHarness): void {
  describe('PushEndpoints and PushSender', () => {
    it.each(['apns', 'fcm'] as const)('push to the endpoint of a token (%s)', async (platform) => {
      const { endpoints, sender, pushedCount } = make();
      const before = pushedCount();

      const arn = await endpoints.register(platform, newId('token'));

      expect(await sender.push(arn, aPush())).toBe('sent');
      expect(pushedCount()).toBe(before + 1);
    });

    it('give a token one endpoint, however often it is registered', async () => {
      const { endpoints } = make();
      const token = newId('token');
      const first = await endpoints.register('apns', token);

      expect(await endpoints.register('apns', token)).toBe(first);
      expect(await endpoints.register('apns', newId('token'))).not.toBe(first);
    });

    it('tell that an endpoint was disabled, until its token is registered again', async () => {
      const { endpoints, sender, disable } = make();
      const token = newId('token');
      const arn = await endpoints.register('fcm', token);
      await disable(arn, token);

      expect(await sender.push(arn, aPush())).toBe('gone');
      expect(await endpoints.register('fcm', token)).toBe(arn);
      expect(await sender.push(arn, aPush())).toBe('sent');
    });

    it('tell that an endpoint was removed, also twice', async () => {
      const { endpoints, sender } = make();
      const arn = await endpoints.register('apns', newId('token'));
      await endpoints.remove(arn);
      await endpoints.remove(arn);

      expect(await sender.push(arn, aPush())).toBe('gone');
    });
  });
}

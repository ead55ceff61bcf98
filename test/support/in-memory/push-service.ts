// A push service with its endpoints: tokens become endpoints, and pushes land on phones.

import type { DevicePlatform } from '../../../functions/domain/device.ts';
import { Conflict } from '../../../functions/domain/faults.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import type { PushEndpoints, PushSender } from '../../../functions/use-cases/ports/devices.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type PushedNotification = { token: string; notification: Notification };

export type InMemoryPushService = FaultSwitch & {
  endpoints: PushEndpoints;
  sender: PushSender;
  /** What reached phones, by their tokens, in order. */
  pushed: PushedNotification[];
  /** The tokens that have an endpoint. */
  tokens: () => string[];
  /** As a push service does with the token of an app that was taken off its phone. */
  disable: (token: string) => void;
  /** Platforms that this deployment has no application for. */
  switchOff: (platform: DevicePlatform) => void;
};

export function createInMemoryPushService(): InMemoryPushService {
  const known = new Map<string, { token: string; enabled: boolean }>();
  const pushed: PushedNotification[] = [];
  const off = new Set<DevicePlatform>();
  const { throwIfSet, ...faultSwitch } = createFaults();
  let made = 0;

  const endpointOf = (platform: DevicePlatform, token: string): string => {
    const prefix = `arn:endpoint/${platform}/`;
    const found = [...known].find(([arn, endpoint]) => arn.startsWith(prefix) && endpoint.token === token);
    made += 1;
    return found?.[0] ?? `${prefix}${made}`;
  };

  return {
    endpoints: {
      async register(platform, token) {
        throwIfSet();
        if (off.has(platform)) throw new Conflict('push_not_configured', 'Off.');
        const arn = endpointOf(platform, token);
        known.set(arn, { token, enabled: true });
        return Promise.resolve(arn);
      },
      async remove(arn) {
        throwIfSet();
        known.delete(arn);
        return Promise.resolve();
      },
    },
    sender: {
      async push(arn, notification) {
        throwIfSet();
        const endpoint = known.get(arn);
        if (endpoint?.enabled !== true) return Promise.resolve('gone');
        pushed.push({ token: endpoint.token, notification });
        return Promise.resolve('sent');
      },
    },
    pushed,
    tokens: () => [...known.values()].map(({ token }) => token),
    disable: (token) => {
      for (const endpoint of known.values()) if (endpoint.token === token) endpoint.enabled = false;
    },
    switchOff: (platform) => {
      off.add(platform);
    },
    ...faultSwitch,
  };
}

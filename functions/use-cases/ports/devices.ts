// Customers' phones, and the push services that reach them.

import type { CustomerRef } from '../../domain/customer.ts';
import type { Device, DevicePlatform, DeviceRegistration } from '../../domain/device.ts';
import type { Notification } from '../../domain/notification.ts';

/** Whose device a push token was registered for last. */
export type DeviceOwner = CustomerRef & { deviceId: string };

/** Customers' devices. A push token belongs to one device of one customer at any time. */
export type DeviceRepository = {
  /** Strongly consistent, in no particular order. */
  list: (ref: CustomerRef) => Promise<readonly Device[]>;
  findByToken: (tokenHash: string) => Promise<DeviceOwner | null>;
  /**
   * Saves a device, and takes away what it replaces and displaces and the device of the token's earlier owner,
   * all or nothing.
   * @throws ConcurrentChange where one of them is no longer as it was read.
   */
  register: (
    ref: CustomerRef,
    registration: DeviceRegistration,
    earlierOwner: DeviceOwner | null,
  ) => Promise<void>;
  /**
   * Harmless where the device is gone, or has been registered with another endpoint since.
   * @throws ConcurrentChange where others are writing it right now.
   */
  remove: (ref: CustomerRef, device: Device) => Promise<void>;
};

/** Endpoints at the push services: one for each token. */
export type PushEndpoints = {
  /**
   * Finds or makes the endpoint of a token, sees to it that it takes pushes, and answers its ARN.
   * @throws Conflict `push_not_configured` where there is no application for the platform,
   *   InvalidInput for a token that the push service won't have.
   */
  register: (platform: DevicePlatform, token: string) => Promise<string>;
  /** Harmless where it is gone. */
  remove: (endpointArn: string) => Promise<void>;
};

/** Hands pushes to the push services; `gone` tells that this endpoint takes none, now or later. */
export type PushSender = {
  push: (endpointArn: string, notification: Notification) => Promise<'sent' | 'gone'>;
};

/** What a push service knows us by. */
export type PushCredentials =
  | { platform: 'apns'; signingKey: string; keyId: string; teamId: string; bundleId: string }
  | { platform: 'fcm'; serviceAccountJson: string };

/** RideGate's applications at the push services, each under an ARN that is known beforehand. */
export type PushApplications = {
  /** Makes it, or gives it these credentials where it exists. */
  provide: (applicationArn: string, credentials: PushCredentials) => Promise<void>;
  /** Takes it away with all its endpoints; harmless where it is gone. */
  remove: (applicationArn: string) => Promise<void>;
};

import * as z from 'zod';
import { devicePlatforms, type Device } from '../domain/device.ts';
import { deviceId, toIso, utcTime } from './identifiers.ts';

export const putDeviceBody = z.strictObject({
  platform: z.enum(devicePlatforms),
  /** APNs' device token in hex, or FCM's registration token. */
  token: z
    .string()
    .max(4096)
    .regex(/^[\x21-\x7e]+$/, 'must be a push token, without spaces'),
});

/** The parameters of a device's path. */
export const devicePath = z.object({ device_id: deviceId });

/** A registered device. Its token is nowhere to be read. */
export const deviceJson = z
  .object({
    device_id: z.string(),
    platform: z.enum(devicePlatforms),
    registered_at: utcTime,
  })
  .meta({ id: 'Device' });

export function toDeviceJson(device: Device): z.infer<typeof deviceJson> {
  return {
    device_id: device.id,
    platform: device.platform,
    registered_at: toIso(device.registeredAtMs),
  };
}

import { createDeviceRepository } from '../../adapters/dynamodb/device-repository.ts';
import { createPushApplications } from '../../adapters/sns/push-applications.ts';
import { createPushEndpoints, type PushApplicationArns } from '../../adapters/sns/push-endpoints.ts';
import { createPushSender } from '../../adapters/sns/push-sender.ts';
import { parseSettings, pushEnv } from '../../contracts/env.ts';
import type {
  DeviceRepository,
  PushApplications,
  PushEndpoints,
  PushSender,
} from '../../use-cases/ports/devices.ts';
import { composeTable } from './table.ts';

export function composeDevices(): { devices: DeviceRepository } {
  return { devices: createDeviceRepository(composeTable()) };
}

export function composePushEndpoints(): { endpoints: PushEndpoints } {
  return { endpoints: createPushEndpoints(readApplications()) };
}

export function composePushSender(): { sender: PushSender } {
  return { sender: createPushSender(readApplications()) };
}

export function composePushApplications(): { applications: PushApplications } {
  return { applications: createPushApplications() };
}

function readApplications(): PushApplicationArns {
  const env = parseSettings(pushEnv, process.env, 'The environment');
  return {
    ...(env.APNS_APPLICATION_ARN !== undefined && { apns: env.APNS_APPLICATION_ARN }),
    ...(env.FCM_APPLICATION_ARN !== undefined && { fcm: env.FCM_APPLICATION_ARN }),
  };
}

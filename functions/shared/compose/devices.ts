import { createDeviceRepository } from '../../adapters/dynamodb/device-repository.ts';
import { createTable } from '../../adapters/dynamodb/table.ts';
import { createPushApplications } from '../../adapters/sns/push-applications.ts';
import { createPushEndpoints, type PushApplicationArns } from '../../adapters/sns/push-endpoints.ts';
import { createPushSender } from '../../adapters/sns/push-sender.ts';
import { parseSettings, pushEnv, tableEnv } from '../../contracts/env.ts';
import type {
  DeviceRepository,
  PushApplications,
  PushEndpoints,
  PushSender,
} from '../../use-cases/ports/devices.ts';

export function composeDevices(): { devices: DeviceRepository } {
  const { TABLE_NAME } = parseSettings(tableEnv, process.env, 'The environment');
  return { devices: createDeviceRepository(createTable(TABLE_NAME)) };
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

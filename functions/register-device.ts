// PUT /api/customers/{id}/devices/{device_id}: a rider's phone takes pushes from now on.

import { toDeviceJson } from './contracts/device.ts';
import { deviceEndpoints } from './contracts/endpoints/devices.ts';
import { customerOf } from './shared/caller.ts';
import { composeDevices, composePushEndpoints } from './shared/compose/devices.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { registerDevice } from './use-cases/register-device.ts';

type Deps = Parameters<typeof registerDevice>[0] & { log: Log };

export function createRegisterDevice(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    deviceEndpoints.registerDevice,
    async ({ caller, id, parameter, body, query, answer }) => {
      const ref = customerOf(caller, id, query.subaccount_id);
      const { device, created } = await registerDevice(deps, ref, { id: parameter('device_id'), ...body });
      return answer(created ? 201 : 200, toDeviceJson(device));
    },
  );
}

export const handler = lazily(() =>
  createRegisterDevice({
    ...composeStorage(),
    ...composeDevices(),
    ...composePushEndpoints(),
    ...composeEnvironment(),
  }),
);

// DELETE /api/customers/{id}/devices/{device_id}: no more pushes to a phone, e.g. after signing out.

import { deviceEndpoints } from './contracts/endpoints/devices.ts';
import { customerOf } from './shared/caller.ts';
import { composeDevices, composePushEndpoints } from './shared/compose/devices.ts';
import { composeEnvironment } from './shared/compose/environment.ts';
import { composeStorage } from './shared/compose/storage.ts';
import { httpEndpoint, type HttpHandler } from './shared/http-endpoint.ts';
import { lazily } from './shared/lazy.ts';
import type { Log } from './shared/log.ts';
import { removeDevice } from './use-cases/remove-device.ts';

type Deps = Parameters<typeof removeDevice>[0] & { log: Log };

export function createRemoveDevice(deps: Deps): HttpHandler {
  return httpEndpoint(
    deps.log,
    deviceEndpoints.removeDevice,
    async ({ caller, id, parameter, query, answer }) => {
      await removeDevice(deps, customerOf(caller, id, query.subaccount_id), parameter('device_id'));
      return answer(204, undefined);
    },
  );
}

export const handler = lazily(() =>
  createRemoveDevice({
    ...composeStorage(),
    ...composeDevices(),
    ...composePushEndpoints(),
    ...composeEnvironment(),
  }),
);

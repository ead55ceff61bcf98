import { createHash } from 'node:crypto';
import type { CustomerRef } from '../domain/customer.ts';
import {
  decideDeviceRegistration,
  type Device,
  type DevicePlatform,
  type DeviceRegistration,
} from '../domain/device.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';
import type { DeviceRepository, PushEndpoints } from './ports/devices.ts';
import type { Clock, Pause, Randomness } from './ports/environment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';

type Deps = {
  customers: Pick<CustomerRepository, 'loadContext'>;
  devices: DeviceRepository;
  endpoints: PushEndpoints;
  clock: Clock;
  randomness: Randomness;
  pause: Pause;
};

/**
 * Registers a customer's device, or renews its registration. A token that was registered for somebody else is
 * taken from him, so that a phone that changes hands gets no stranger's pushes.
 * @throws NotFound, Conflict `push_not_configured`, InvalidInput for a token that the push service won't have
 */
export async function registerDevice(
  deps: Deps,
  ref: CustomerRef,
  wanted: { id: string; platform: DevicePlatform; token: string },
): Promise<{ device: Device; created: boolean }> {
  await deps.customers.loadContext(ref);
  const endpointArn = await deps.endpoints.register(wanted.platform, wanted.token);
  const tokenHash = createHash('sha256').update(wanted.token).digest('hex');
  const registration = await retryOnConflict(deps, async () => {
    // In this order: whatever changes between the two reads makes the save fail, as it rests on the owner.
    const owner = await deps.devices.findByToken(tokenHash);
    const devices = await deps.devices.list(ref);
    const device = {
      id: wanted.id,
      platform: wanted.platform,
      tokenHash,
      endpointArn,
      registeredAtMs: deps.clock.nowMs(),
    };
    const decided = decideDeviceRegistration(devices, device);
    await deps.devices.register(ref, decided, owner);
    return decided;
  });
  // The registration stands whatever comes of this: an endpoint that nobody knows gets no pushes.
  await Promise.allSettled(unusedEndpoints(registration).map((arn) => deps.endpoints.remove(arn)));
  return { device: registration.device, created: registration.replaced === null };
}

function unusedEndpoints({ device, replaced, displaced }: DeviceRegistration): string[] {
  const earlier = [...displaced, ...(replaced === null ? [] : [replaced])];
  return earlier.map(({ endpointArn }) => endpointArn).filter((arn) => arn !== device.endpointArn);
}

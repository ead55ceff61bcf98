import type { CustomerRef } from '../domain/customer.ts';
import type { CustomerRepository } from './ports/customer-repository.ts';
import type { DeviceRepository, PushEndpoints } from './ports/devices.ts';

/** Takes a device off a customer; harmless where he has none of that id. @throws NotFound */
export async function removeDevice(
  deps: {
    customers: Pick<CustomerRepository, 'loadContext'>;
    devices: Pick<DeviceRepository, 'list' | 'remove'>;
    endpoints: Pick<PushEndpoints, 'remove'>;
  },
  ref: CustomerRef,
  deviceId: string,
): Promise<void> {
  await deps.customers.loadContext(ref);
  const device = (await deps.devices.list(ref)).find(({ id }) => id === deviceId);
  if (device === undefined) return;
  // First, so that a removal that breaks off here can be repeated: the device still tells which endpoint it is.
  await deps.endpoints.remove(device.endpointArn);
  await deps.devices.remove(ref, device);
}

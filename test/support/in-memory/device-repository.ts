import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Device } from '../../../functions/domain/device.ts';
import { ConcurrentChange } from '../../../functions/domain/faults.ts';
import type { DeviceOwner, DeviceRepository } from '../../../functions/use-cases/ports/devices.ts';
import { copy, customerKey, type Storage } from './storage.ts';

/** The DeviceRepository port on plain maps. */
export function createInMemoryDeviceRepository(storage: Storage): DeviceRepository {
  const { devices, pushTokens } = storage;
  const keyOf = (ref: CustomerRef, id: string): string => `${customerKey(ref)} ${id}`;
  const isOwner = (tokenHash: string, owner: DeviceOwner): boolean =>
    JSON.stringify(pushTokens.get(tokenHash)) === JSON.stringify(owner);

  return {
    list: (ref) =>
      Promise.resolve(
        [...devices].flatMap(([key, device]) => (key === keyOf(ref, device.id) ? [copy(device)] : [])),
      ),

    findByToken: (tokenHash) => Promise.resolve(copy(pushTokens.get(tokenHash) ?? null)),

    async register(ref, { device, replaced, displaced }, earlierOwner) {
      const stored = devices.get(keyOf(ref, device.id));
      const asRead =
        stored?.tokenHash === replaced?.tokenHash &&
        (earlierOwner === null
          ? !pushTokens.has(device.tokenHash)
          : isOwner(device.tokenHash, earlierOwner)) &&
        displaced.every(({ id, tokenHash }) => {
          const other = devices.get(keyOf(ref, id));
          return other === undefined || other.tokenHash === tokenHash;
        });
      if (!asRead) throw new ConcurrentChange();
      if (earlierOwner !== null) devices.delete(keyOf(earlierOwner, earlierOwner.deviceId));
      for (const left of [...displaced, ...(replaced === null ? [] : [replaced])]) {
        devices.delete(keyOf(ref, left.id));
        pushTokens.delete(left.tokenHash);
      }
      devices.set(keyOf(ref, device.id), copy(device));
      pushTokens.set(device.tokenHash, ownerOf(ref, device));
      return Promise.resolve();
    },

    async remove(ref, device) {
      const key = keyOf(ref, device.id);
      if (devices.get(key)?.endpointArn === device.endpointArn) {
        devices.delete(key);
        if (isOwner(device.tokenHash, ownerOf(ref, device))) pushTokens.delete(device.tokenHash);
      }
      return Promise.resolve();
    },
  };
}

function ownerOf(ref: CustomerRef, { id }: Device): DeviceOwner {
  return { subaccountId: ref.subaccountId, customerId: ref.customerId, deviceId: id };
}

// Devices in the table: an item in the customer's partition, and one by the token's hash that tells whose it is.

import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import { devicePlatforms, type Device } from '../../domain/device.ts';
import { ConcurrentChange } from '../../domain/faults.ts';
import type { DeviceOwner, DeviceRepository } from '../../use-cases/ports/devices.ts';
import { customerKeys, customerPartition, lookupKeys } from './keys.ts';
import { TransactionRefused, type Item, type Table, type Write } from './table.ts';

export const deviceItem: z.ZodType<Device> = z.object({
  id: z.string(),
  platform: z.enum(devicePlatforms),
  tokenHash: z.string(),
  endpointArn: z.string(),
  registeredAtMs: z.number(),
});

const ownerItem: z.ZodType<DeviceOwner> = z.object({
  subaccountId: z.string(),
  customerId: z.string(),
  deviceId: z.string(),
});

export function createDeviceRepository(table: Table): DeviceRepository {
  return {
    async list(ref) {
      const items = await table.query({
        KeyConditionExpression: 'pk = :partition AND begins_with(sk, :prefix)',
        ExpressionAttributeValues: { ':partition': customerPartition(ref), ':prefix': 'DEVICE#' },
        ConsistentRead: true,
      });
      return items.map((item) => deviceItem.parse(item));
    },

    async findByToken(tokenHash) {
      const item = await table.get(lookupKeys.pushToken(tokenHash));
      return item === null ? null : ownerItem.parse(item);
    },

    async register(ref, { device, replaced, displaced }, earlierOwner) {
      const owner = ownerOf(ref, device);
      const isStrangers = earlierOwner !== null && !isSameCustomer(earlierOwner, ref);
      const leaving = [...displaced, ...(replaced === null ? [] : [replaced])];
      await transact(table, [
        putDevice(table, ref, device, replaced),
        putOwner(table, device.tokenHash, owner, earlierOwner),
        ...displaced.map(({ id, tokenHash }) => dropDevice(table, ownerOf(ref, { id }), tokenHash)),
        ...(isStrangers ? [dropDevice(table, earlierOwner, device.tokenHash)] : []),
        ...leaving
          .filter(({ tokenHash }) => tokenHash !== device.tokenHash)
          .map((left) => dropOwner(table, left.tokenHash, ownerOf(ref, left))),
      ]);
    },

    async remove(ref, device) {
      const writes = [
        table.deleteWhere(customerKeys.device(ref, device.id), 'endpointArn = :endpoint', {
          ':endpoint': device.endpointArn,
        }),
        dropOwner(table, device.tokenHash, ownerOf(ref, device)),
      ];
      try {
        await table.transact(writes);
      } catch (fault) {
        if (!(fault instanceof TransactionRefused)) throw fault;
        if (fault.failed.size === 0) throw new ConcurrentChange();
      }
    },
  };
}

async function transact(table: Table, writes: readonly Write[]): Promise<void> {
  try {
    await table.transact(writes);
  } catch (fault) {
    throw fault instanceof TransactionRefused ? new ConcurrentChange() : fault;
  }
}

/** A device is replaced only as it was read, because its token's owner item goes with it. */
function putDevice(table: Table, ref: CustomerRef, device: Device, replaced: Device | null): Write {
  const item = { ...customerKeys.device(ref, device.id), ...device };
  if (replaced === null) return table.insert(item);
  return table.putWhere(item, 'tokenHash = :token', { ':token': replaced.tokenHash });
}

function putOwner(table: Table, tokenHash: string, owner: DeviceOwner, earlier: DeviceOwner | null): Write {
  const item = { ...lookupKeys.pushToken(tokenHash), ...owner };
  if (earlier === null) return table.insert(item);
  return table.putWhere(item, isOwner, ownerValues(earlier));
}

/** Drops a device that still has the token, or is gone. */
function dropDevice(table: Table, owner: DeviceOwner, tokenHash: string): Write {
  const key = customerKeys.device(owner, owner.deviceId);
  return table.deleteWhere(key, 'attribute_not_exists(pk) OR tokenHash = :token', { ':token': tokenHash });
}

function dropOwner(table: Table, tokenHash: string, owner: DeviceOwner): Write {
  const condition = `attribute_not_exists(pk) OR (${isOwner})`;
  return table.deleteWhere(lookupKeys.pushToken(tokenHash), condition, ownerValues(owner));
}

const isOwner = 'subaccountId = :subaccount AND customerId = :customer AND deviceId = :device';

function ownerValues({ subaccountId, customerId, deviceId }: DeviceOwner): Item {
  return { ':subaccount': subaccountId, ':customer': customerId, ':device': deviceId };
}

function ownerOf(ref: CustomerRef, { id }: Pick<Device, 'id'>): DeviceOwner {
  return { subaccountId: ref.subaccountId, customerId: ref.customerId, deviceId: id };
}

function isSameCustomer(owner: DeviceOwner, ref: CustomerRef): boolean {
  return owner.subaccountId === ref.subaccountId && owner.customerId === ref.customerId;
}

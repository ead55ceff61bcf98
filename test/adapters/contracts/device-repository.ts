import { describe, expect, it } from 'vitest';
import type { CustomerRef } from '../../../functions/domain/customer.ts';
import { decideDeviceRegistration, type Device } from '../../../functions/domain/device.ts';
import type { DeviceRepository } from '../../../functions/use-cases/ports/devices.ts';
import { newId, newRef, noonMs } from './samples.ts';

function aDevice(details: Partial<Device> = {}): Device {
  const id = newId('phone');
  return {
    id,
    platform: 'apns',
    tokenHash: newId('hash'),
    endpointArn: `arn:aws:sns:us-east-1:000000000000:endpoint/APNS/RideGate/${id}`,
    registeredAtMs: noonMs,
    ...details,
  };
}

/** What every DeviceRepository promises (functions/use-cases/ports/devices.ts). */
export function describeDeviceRepository(make: () => DeviceRepository): void {
  /** As the use case does it. */
  async function register(devices: DeviceRepository, ref: CustomerRef, device: Device): Promise<Device> {
    const owner = await devices.findByToken(device.tokenHash);
    await devices.register(ref, decideDeviceRegistration(await devices.list(ref), device), owner);
    return device;
  }

  describe('DeviceRepository', () => {
    it('lists what was registered, of one customer alone', async () => {
      const devices = make();
      const ref = newRef();
      const neighbour = newRef(ref.subaccountId);
      const first = await register(devices, ref, aDevice());
      const second = await register(devices, ref, aDevice({ platform: 'fcm' }));
      await register(devices, neighbour, aDevice({ id: first.id }));

      const listed = await devices.list(ref);

      expect(listed).toHaveLength(2);
      expect(listed).toEqual(expect.arrayContaining([first, second]));
      expect(await devices.list(newRef())).toEqual([]);
    });

    it('keeps apart customers whose ids begin alike', async () => {
      const devices = make();
      const ref = newRef();
      await register(devices, { ...ref, customerId: `${ref.customerId}0` }, aDevice());

      expect(await devices.list(ref)).toEqual([]);
    });

    it('finds whose device a token was registered for', async () => {
      const devices = make();
      const ref = newRef();
      const device = await register(devices, ref, aDevice());

      expect(await devices.findByToken(device.tokenHash)).toEqual({ ...ref, deviceId: device.id });
      expect(await devices.findByToken(newId('hash'))).toBeNull();
    });

    it('replaces a device, and forgets its earlier token', async () => {
      const devices = make();
      const ref = newRef();
      const before = await register(devices, ref, aDevice());
      const after = await register(devices, ref, aDevice({ id: before.id, platform: 'fcm' }));

      expect(await devices.list(ref)).toEqual([after]);
      expect(await devices.findByToken(before.tokenHash)).toBeNull();
    });

    it('renews a device under the same token', async () => {
      const devices = make();
      const ref = newRef();
      const before = await register(devices, ref, aDevice());
      const after = await register(devices, ref, { ...before, registeredAtMs: noonMs + 1 });

      expect(await devices.list(ref)).toEqual([after]);
      expect(await devices.findByToken(after.tokenHash)).toEqual({ ...ref, deviceId: after.id });
    });

    it('takes a token from the customer who had it, of whatever subaccount', async () => {
      const devices = make();
      const [first, second] = [newRef(), newRef()];
      const { tokenHash } = await register(devices, first, aDevice());
      const taken = await register(devices, second, aDevice({ tokenHash }));

      expect(await devices.list(first)).toEqual([]);
      expect(await devices.list(second)).toEqual([taken]);
      expect(await devices.findByToken(tokenHash)).toEqual({ ...second, deviceId: taken.id });
    });

    it('displaces devices with their tokens', async () => {
      const devices = make();
      const ref = newRef();
      const displaced = await register(devices, ref, aDevice());
      const device = aDevice();

      await devices.register(ref, { device, replaced: null, displaced: [displaced] }, null);

      expect(await devices.list(ref)).toEqual([device]);
      expect(await devices.findByToken(displaced.tokenHash)).toBeNull();
    });

    it('moves a token to another device of the same customer', async () => {
      const devices = make();
      const ref = newRef();
      const { tokenHash } = await register(devices, ref, aDevice());
      const device = await register(devices, ref, aDevice({ tokenHash }));

      expect(await devices.list(ref)).toEqual([device]);
      expect(await devices.findByToken(tokenHash)).toEqual({ ...ref, deviceId: device.id });
    });

    it('saves nothing where the token has got another owner since it was read', async () => {
      const devices = make();
      const [first, second] = [newRef(), newRef()];
      const { tokenHash } = await register(devices, first, aDevice());
      const registration = { device: aDevice({ tokenHash }), replaced: null, displaced: [] };

      await expect(devices.register(second, registration, null)).rejects.toThrow(
        expect.objectContaining({ name: 'ConcurrentChange' }),
      );
      expect(await devices.list(second)).toEqual([]);
      expect(await devices.list(first)).toHaveLength(1);
    });

    it('saves nothing where the device has got another token since it was read', async () => {
      const devices = make();
      const ref = newRef();
      const read = await register(devices, ref, aDevice());
      const current = await register(devices, ref, aDevice({ id: read.id }));
      const device = aDevice({ id: read.id });

      for (const replaced of [read, null]) {
        await expect(devices.register(ref, { device, replaced, displaced: [] }, null)).rejects.toThrow(
          expect.objectContaining({ name: 'ConcurrentChange' }),
        );
      }
      expect(await devices.list(ref)).toEqual([current]);
      expect(await devices.findByToken(device.tokenHash)).toBeNull();
    });

    it('removes a device with its token, once', async () => {
      const devices = make();
      const ref = newRef();
      const device = await register(devices, ref, aDevice());

      await devices.remove(ref, device);
      await devices.remove(ref, device);

      expect(await devices.list(ref)).toEqual([]);
      expect(await devices.findByToken(device.tokenHash)).toBeNull();
    });

    it('leaves a device that was registered with another endpoint since', async () => {
      const devices = make();
      const ref = newRef();
      const read = await register(devices, ref, aDevice());
      const current = await register(devices, ref, { ...aDevice(), id: read.id });

      await devices.remove(ref, read);

      expect(await devices.list(ref)).toEqual([current]);
      expect(await devices.findByToken(current.tokenHash)).not.toBeNull();
    });

    it('lets one of many registrations of a token at once win, so that one customer has it', async () => {
      const devices = make();
      const refs = [newRef(), newRef(), newRef(), newRef()];
      const tokenHash = newId('hash');

      await Promise.allSettled(refs.map((ref) => register(devices, ref, aDevice({ tokenHash }))));

      const holders = await Promise.all(refs.map((ref) => devices.list(ref)));
      expect(holders.flat()).toHaveLength(1);
      const owner = await devices.findByToken(tokenHash);
      const winner = refs[holders.findIndex((held) => held.length > 0)];
      expect(owner).toMatchObject({ ...winner });
    });
  });
}

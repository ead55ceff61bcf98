// Whatever riders do with their phones: a push reaches the phones that its customer registered last, and no other.

import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { CustomerRef } from '../../functions/domain/customer.ts';
import { maxDevicesPerCustomer } from '../../functions/domain/device.ts';
import { deliverNotification } from '../../functions/use-cases/deliver-notification.ts';
import { registerDevice } from '../../functions/use-cases/register-device.ts';
import { removeDevice } from '../../functions/use-cases/remove-device.ts';
import { addCustomer } from '../support/add-customer.ts';
import { minuteMs, nowMs } from '../support/builders.ts';
import { createWorld } from '../support/in-memory/world.ts';

const riders: readonly CustomerRef[] = [
  { subaccountId: 'metro', customerId: 'amelia' },
  { subaccountId: 'metro', customerId: 'mateo' },
  { subaccountId: 'harbor', customerId: 'amelia' },
];

type Step =
  | { kind: 'register'; rider: number; device: number; token: number }
  | { kind: 'remove'; rider: number; device: number }
  | { kind: 'disable'; token: number };

const rider = fc.nat(riders.length - 1);
const device = fc.nat(maxDevicesPerCustomer + 2);
const token = fc.nat(14);
const anyStep: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('register' as const), rider, device, token }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('remove' as const), rider, device }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('disable' as const), token }) },
);

it('no push reaches another customer’s device', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyStep, { maxLength: 60 }), async (steps) => {
      const world = createWorld({ nowMs });
      await world.addSubaccount('metro');
      await world.addSubaccount('harbor');
      for (const { subaccountId, customerId } of riders) {
        await addCustomer(world.customers, { subaccountId, id: customerId });
      }
      /** Who used a token last, and whether he still does. */
      const holder = new Map<string, { rider: number; device: string } | null>();

      for (const step of steps) {
        world.clock.advance(minuteMs);
        if (step.kind === 'disable') {
          world.pushService.disable(`token-${step.token}`);
          continue;
        }
        const ref = riders[step.rider];
        if (ref === undefined) throw new Error('no such rider');
        const id = `device-${step.device}`;
        for (const [held, by] of holder) {
          if (by?.rider === step.rider && by.device === id) holder.set(held, null);
        }
        if (step.kind === 'remove') {
          await removeDevice(world, ref, id);
          continue;
        }
        await registerDevice(world, ref, { id, platform: 'fcm', token: `token-${step.token}` });
        holder.set(`token-${step.token}`, { rider: step.rider, device: id });
      }

      for (const [index, ref] of riders.entries()) {
        world.pushService.pushed.length = 0;
        await deliverNotification(world, {
          id: 'ntf_1',
          kind: 'verified',
          ...ref,
          title: 'Identity Verified',
          body: 'Ride!',
          data: { action: 'open_app' },
          createdAtMs: nowMs,
        });
        const reached = world.pushService.pushed.map((push) => push.token);
        expect(new Set(reached).size).toBe(reached.length);
        expect(reached.length).toBeLessThanOrEqual(maxDevicesPerCustomer);
        for (const one of reached) expect(holder.get(one)?.rider).toBe(index);
      }
    }),
  );
});

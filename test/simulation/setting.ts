// Where a history begins: two tenants with policies drawn for it, those who may become their customers, and phones.

import type { CustomerRef } from '../../functions/domain/customer.ts';
import { defaultPolicyRules, verificationModes } from '../../functions/domain/policy.ts';
import { keyOf } from './actors/cast.ts';
import { pushApplications } from './wiring.ts';
import type { World } from './world.ts';

export const tenants = ['metro', 'harbor'] as const;
/** Both tenants have a customer of each of these ids. */
const sharedIds = ['rider1', 'rider2'];
/** Only the first tenant knows this one. */
export const loneCustomer: CustomerRef = { subaccountId: tenants[0], customerId: 'rider3' };

/** The tenants with their policies, and some phones. */
export async function settle({ parts, chance, scheduler }: World): Promise<void> {
  const actor = { kind: 'system', id: 'setup' } as const;
  for (const id of tenants) {
    const after = {
      ...defaultPolicyRules,
      subaccountId: id,
      version: 1,
      verificationMode: chance.pick(verificationModes),
      maxAttempts: 1 + chance.below(3),
      requireSelfie: chance.happens(0.7),
      minimumAge: chance.happens(0.2) ? 18 : null,
      unscoredPayment: chance.pick(['allow', 'require'] as const),
      blockedChargeTriggers: chance.happens(0.3),
    };
    const atMs = scheduler.nowMs();
    await parts.subaccounts.create(
      { id, name: id, appName: `${id} app`, version: 1 },
      { before: null, after, actor, atMs },
    );
  }
  for (const ref of customersOf(tenants)) {
    if (chance.happens(0.3)) await givePhone(parts, ref, scheduler.nowMs());
  }
}

async function givePhone({ devices }: World['parts'], ref: CustomerRef, atMs: number): Promise<void> {
  const endpointArn = `${pushApplications.apns.replace(':app/', ':endpoint/')}/${ref.subaccountId}-${ref.customerId}`;
  const device = {
    id: 'phone',
    platform: 'apns',
    tokenHash: `hash-${keyOf(ref)}`,
    endpointArn,
    registeredAtMs: atMs,
  } as const;
  await devices.register(ref, { device, replaced: null, displaced: [] }, null);
}

export function customersOf(which: readonly string[]): CustomerRef[] {
  return which.flatMap((subaccountId) => [
    ...sharedIds.map((customerId) => ({ subaccountId, customerId })),
    ...(subaccountId === loneCustomer.subaccountId ? [loneCustomer] : []),
  ]);
}

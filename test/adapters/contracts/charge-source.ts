import { describe, expect, it } from 'vitest';
import { StripeRefused } from '../../../functions/domain/faults.ts';
import type { Charge } from '../../../functions/domain/risk.ts';
import type { ChargeSource } from '../../../functions/use-cases/ports.ts';
import { newId } from './samples.ts';

export type ChargeHarness = {
  charges: ChargeSource;
  /** Makes a payment at Stripe; answers its id. */
  pay: (charge: Omit<Charge, 'id'>) => Promise<string>;
};

/** What every ChargeSource promises (functions/use-cases/ports.ts). */
export function describeChargeSource(make: () => ChargeHarness): void {
  const ordinary = {
    stripeCustomerId: 'cus_ada',
    status: 'succeeded',
    riskLevel: 'normal',
    radarScore: null,
    outcomeType: 'authorized',
  } as const;

  describe('ChargeSource', () => {
    it.each<[string, Omit<Charge, 'id'>]>([
      ['normal', ordinary],
      ['elevated', { ...ordinary, riskLevel: 'elevated', outcomeType: 'manual_review' }],
      ['highest, yet let through', { ...ordinary, riskLevel: 'highest' }],
      ['not assessed', { ...ordinary, riskLevel: 'not_assessed' }],
      ['unknown', { ...ordinary, riskLevel: 'unknown' }],
      ['without a risk level', { ...ordinary, riskLevel: null }],
      ['with Radar’s own score', { ...ordinary, riskLevel: 'elevated', radarScore: 64 }],
      ['with a score of 0', { ...ordinary, radarScore: 0 }],
      ['blocked by Radar', { ...ordinary, status: 'failed', riskLevel: 'highest', outcomeType: 'blocked' }],
      ['declined by the bank', { ...ordinary, status: 'failed', outcomeType: 'issuer_declined' }],
      ['of no customer', { ...ordinary, stripeCustomerId: null }],
    ])('reads a payment that is %s', async (_, charge) => {
      const { charges, pay } = make();
      const id = await pay(charge);

      expect(await charges.retrieveCharge(id)).toEqual({ id, ...charge });
    });

    it('refuses a payment that doesn’t exist', async () => {
      const read = make().charges.retrieveCharge(newId('ch'));

      await expect(read).rejects.toThrow(StripeRefused);
      await expect(read).rejects.toMatchObject({ code: 'resource_missing' });
    });
  });
}

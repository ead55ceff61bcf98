import { describe, expect, it } from 'vitest';
import type { Charge } from '../../../functions/domain/risk.ts';
import type { ChargeSource } from '../../../functions/use-cases/ports/stripe.ts';
import { newId } from './samples.ts';

export type ChargeHarness = {
  charges: ChargeSource;
  /** Makes a payment at Stripe; answers its id. */
  pay: (charge: Omit<Charge, 'id'>) => Promise<string>;
};

/** What every ChargeSource promises (functions/use-cases/ports/stripe.ts). */
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

    it('has no payment that doesn’t exist', async () => {
      expect(await make().charges.retrieveCharge(newId('ch'))).toBeNull();
    });

    it('knows which of a customer’s successful payments was the first', async () => {
      const { charges, pay } = make();
      const stripeCustomerId = newId('cus');
      await pay({ ...ordinary, stripeCustomerId, status: 'failed', outcomeType: 'blocked' });
      const first = await pay({ ...ordinary, stripeCustomerId, riskLevel: 'elevated' });
      await pay({ ...ordinary, stripeCustomerId });
      await pay({ ...ordinary, stripeCustomerId: newId('cus') });

      expect((await charges.firstSuccessfulCharge(stripeCustomerId))?.id).toBe(first);
    });

    it('knows that a customer has paid nothing', async () => {
      expect(await make().charges.firstSuccessfulCharge(newId('cus'))).toBeNull();
    });
  });
}

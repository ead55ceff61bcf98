import { describe, expect, it } from 'vitest';
import type { SignalFacts } from '../../../functions/domain/signals/facts.ts';
import type { CustomerFileRepository } from '../../../functions/use-cases/ports/customer-file.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { addSubaccount, created, newRef, noonMs } from './samples.ts';

export type SignalHarness = {
  customers: CustomerRepository;
  customerFiles: CustomerFileRepository;
  subaccounts: SubaccountRepository;
  signals: SignalRepository;
};

const facts: SignalFacts = {
  collectedAtMs: noonMs,
  phone: {
    type: 'mobile',
    country: 'AT',
    carrier: 'A1',
    isPrepaid: null,
    riskScore: 12,
    portedAtMs: noonMs - 1,
  },
  ip: {
    city: 'Wien',
    region: 'Wien',
    country: 'AT',
    latitude: 48.2082,
    longitude: 16.3738,
    anonymizer: 'none',
  },
};

/** What every SignalRepository promises (functions/use-cases/ports/signals.ts). */
export function describeSignalRepository(make: () => SignalHarness): void {
  describe('SignalRepository', () => {
    it('keeps the facts of a customer, and knows none of another’s', async () => {
      const { customers, customerFiles, subaccounts, signals } = make();
      const subaccountId = await addSubaccount(subaccounts);
      const [ref, other] = [newRef(subaccountId), newRef(subaccountId)];
      await created(customers, ref);
      await created(customers, other);
      expect(await signals.isCollected(ref)).toBe(false);

      await signals.save(ref, facts);

      expect(await signals.isCollected(ref)).toBe(true);
      expect((await customerFiles.load(ref)).facts).toEqual(facts);
      expect(await signals.isCollected(other)).toBe(false);
      expect((await customerFiles.load(other)).facts).toBeNull();
      expect(await signals.isCollected({ ...ref, subaccountId: 'other' })).toBe(false);
    });

    it('keeps the first facts: who comes later changes nothing', async () => {
      const { customers, customerFiles, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      await created(customers, ref);
      await signals.save(ref, facts);

      await signals.save(ref, { ...facts, collectedAtMs: noonMs + 1 });

      expect((await customerFiles.load(ref)).facts).toEqual(facts);
    });

    it('keeps nothing where the signup is gone, as it told of what is gone', async () => {
      const { signals } = make();
      const ref = newRef();

      await signals.save(ref, facts);

      expect(await signals.isCollected(ref)).toBe(false);
    });
  });
}

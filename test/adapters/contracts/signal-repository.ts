import { describe, expect, it } from 'vitest';
import type { SignalFacts } from '../../../functions/domain/signals/facts.ts';
import type { OperationalZones } from '../../../functions/domain/zones.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import {
  aCreation,
  aCustomer,
  aSave,
  addSubaccount,
  created,
  newRef,
  noonMs,
  noSignup,
  operator,
  saved,
} from './samples.ts';

export type SignalHarness = {
  customers: CustomerRepository;
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

const zones: OperationalZones = {
  type: 'Polygon',
  coordinates: [
    [
      [16, 48],
      [17, 48],
      [17, 49],
      [16, 48],
    ],
  ],
};

/** What every SignalRepository promises (functions/use-cases/ports/signals.ts). */
export function describeSignalRepository(make: () => SignalHarness): void {
  describe('SignalRepository', () => {
    it('keeps the facts of a customer, and knows none of another’s', async () => {
      const { customers, subaccounts, signals } = make();
      const subaccountId = await addSubaccount(subaccounts);
      const [ref, other] = [newRef(subaccountId), newRef(subaccountId)];
      await created(customers, ref);
      await created(customers, other);
      expect(await signals.isCollected(ref)).toBe(false);

      await signals.save(ref, facts);

      expect(await signals.isCollected(ref)).toBe(true);
      expect((await signals.loadFile(ref)).facts).toEqual(facts);
      expect(await signals.isCollected(other)).toBe(false);
      expect((await signals.loadFile(other)).facts).toBeNull();
      expect(await signals.isCollected({ ...ref, subaccountId: 'other' })).toBe(false);
    });

    it('keeps the first facts: who comes later changes nothing', async () => {
      const { customers, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      await created(customers, ref);
      await signals.save(ref, facts);

      await signals.save(ref, { ...facts, collectedAtMs: noonMs + 1 });

      expect((await signals.loadFile(ref)).facts).toEqual(facts);
    });

    it('keeps nothing where the signup is gone, as it told of what is gone', async () => {
      const { signals } = make();
      const ref = newRef();

      await signals.save(ref, facts);

      expect(await signals.isCollected(ref)).toBe(false);
    });

    it('reads all of a customer’s page at once', async () => {
      const { customers, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = aCustomer(ref);
      const signup = { ...noSignup, email: 'ada@example.com', locationAccuracyMeters: 12.5 };
      await customers.create(aCreation(customer, { signup }));
      await signals.save(ref, facts);
      const home = { id: ref.subaccountId, name: 'Fleet', appName: 'Metro', version: 2 };
      await subaccounts.save(home, operator, noonMs, zones);

      expect(await signals.loadFile(ref)).toMatchObject({
        customer,
        policy: { subaccountId: ref.subaccountId, version: 1 },
        signup,
        facts,
        zones,
      });
    });

    it('reads the page of a customer of whom nothing was found out yet, in a subaccount without zones', async () => {
      const { customers, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      await created(customers, ref);

      expect(await signals.loadFile(ref)).toMatchObject({
        signup: noSignup,
        alternativeMessage: null,
        manualVerificationNotes: null,
        masked: null,
        facts: null,
        zones: null,
      });
    });

    it('reads what the rider wrote with his request for another way of verifying', async () => {
      const { customers, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = await created(customers, ref);
      const alternativeMessage = 'My face is bandaged.';
      await customers.save({ ...aSave(customer, { alternativeRequestedAtMs: noonMs }), alternativeMessage });

      expect(await signals.loadFile(ref)).toMatchObject({ alternativeMessage });
    });

    it('reads what the operator wrote who vouched for him, and no other notes', async () => {
      const { customers, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const vouched = aSave(await created(customers, ref), {
        manualVerification: { by: 'u_ada', atMs: noonMs, version: 2 },
      });
      const after = await saved(customers, {
        ...vouched,
        change: { ...vouched.change, notes: 'Zoë showed her passport ✓' },
      });
      const later = aSave(after);
      await customers.save({ ...later, change: { ...later.change, notes: 'Called us.' } });

      expect(await signals.loadFile(ref)).toMatchObject({
        manualVerificationNotes: 'Zoë showed her passport ✓',
      });
    });

    it('finds no page where nobody is, also not in another subaccount', async () => {
      const { customers, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      await created(customers, ref);
      const elsewhere = { ...ref, subaccountId: await addSubaccount(subaccounts) };

      await expect(signals.loadFile(elsewhere)).rejects.toMatchObject({
        name: 'NotFound',
        code: 'customer_not_found',
      });
    });
  });
}

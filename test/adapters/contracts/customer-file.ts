import { describe, expect, it } from 'vitest';
import { unknownIp, unknownPhone, type SignalFacts } from '../../../functions/domain/signals/facts.ts';
import type { OperationalZones } from '../../../functions/domain/zones.ts';
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
import type { SignalHarness } from './signal-repository.ts';

const facts: SignalFacts = { collectedAtMs: noonMs, phone: unknownPhone, ip: unknownIp };

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

/** What every CustomerFileRepository promises (functions/use-cases/ports/customer-file.ts). */
export function describeCustomerFileRepository(make: () => SignalHarness): void {
  describe('a customer’s file', () => {
    it('has all that his page shows', async () => {
      const { customers, customerFiles, subaccounts, signals } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = aCustomer(ref);
      const signup = { ...noSignup, email: 'ada@example.com', locationAccuracyMeters: 12.5 };
      await customers.create(aCreation(customer, { signup }));
      await signals.save(ref, facts);
      const home = { id: ref.subaccountId, name: 'Fleet', appName: 'Metro', version: 2 };
      await subaccounts.save(home, operator, noonMs, zones);

      expect(await customerFiles.load(ref)).toMatchObject({
        customer,
        policy: { subaccountId: ref.subaccountId, version: 1 },
        signup,
        facts,
        zones,
      });
    });

    it('is there before anything was found out of him, and in a subaccount without zones', async () => {
      const { customers, customerFiles, subaccounts } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      await created(customers, ref);

      expect(await customerFiles.load(ref)).toMatchObject({
        signup: noSignup,
        alternativeMessage: null,
        manualVerificationNotes: null,
        masked: null,
        facts: null,
        zones: null,
      });
    });

    it('has what the rider wrote with his request for another way of verifying', async () => {
      const { customers, customerFiles, subaccounts } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = await created(customers, ref);
      const alternativeMessage = 'My face is bandaged.';
      await customers.save({ ...aSave(customer, { alternativeRequestedAtMs: noonMs }), alternativeMessage });

      expect(await customerFiles.load(ref)).toMatchObject({ alternativeMessage });
    });

    it('has what the operator wrote who vouched for him, and no other notes', async () => {
      const { customers, customerFiles, subaccounts } = make();
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

      expect(await customerFiles.load(ref)).toMatchObject({
        manualVerificationNotes: 'Zoë showed her passport ✓',
      });
    });

    it('is none where nobody is, also not in another subaccount', async () => {
      const { customers, customerFiles, subaccounts } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      await created(customers, ref);
      const elsewhere = { ...ref, subaccountId: await addSubaccount(subaccounts) };

      await expect(customerFiles.load(elsewhere)).rejects.toMatchObject({
        name: 'NotFound',
        code: 'customer_not_found',
      });
    });
  });
}

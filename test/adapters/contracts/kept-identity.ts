import { describe, expect, it } from 'vitest';
import {
  maskVerifiedData,
  pickFields,
  unknownData,
  verifiedFields,
  type VerifiedData,
} from '../../../functions/domain/verified-data.ts';
import type { CustomerFileRepository } from '../../../functions/use-cases/ports/customer-file.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type {
  IdentityDataRepository,
  KeptIdentity,
} from '../../../functions/use-cases/ports/identity-data.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { addSubaccount, aSave, created, newRef, noonMs, saved } from './samples.ts';

export type KeptIdentityHarness = {
  customers: CustomerRepository;
  subaccounts: SubaccountRepository;
  customerFiles: CustomerFileRepository;
  identityData: IdentityDataRepository;
};

const passport: VerifiedData = {
  firstName: 'Zoë',
  lastName: 'O’Brien-Łukasz',
  dob: '1990-02-28',
  idType: 'passport',
  address: {
    line1: '12 Rue de l’Été',
    line2: null,
    city: 'Liège',
    state: null,
    postalCode: '4000',
    country: 'BE',
  },
  idNumber: 'AB1234567',
  issuingCountry: 'BE',
  expirationDate: '2031-05-06',
};

/** Without a restricted key. */
const nameAndType: VerifiedData = {
  ...passport,
  firstName: 'Ada',
  dob: null,
  address: null,
  idNumber: null,
  expirationDate: null,
};

const kept = (data: VerifiedData, sessionId = 'vs_1'): KeptIdentity => ({
  data,
  sessionId,
  capturedAtMs: noonMs,
});

/** What is kept of a customer's document (functions/use-cases/ports/identity-data.ts). */
export function describeKeptIdentity(make: () => KeptIdentityHarness): void {
  const withIdentity = async (identity: KeptIdentity) => {
    const harness = make();
    const ref = newRef(await addSubaccount(harness.subaccounts));
    const customer = await created(harness.customers, ref);
    return { ...harness, ref, customer: await saved(harness.customers, aSave(customer, {}, { identity })) };
  };

  describe('verified data', () => {
    it.each([
      ['whole', passport],
      ['with what is unknown as null', nameAndType],
    ])('is kept with the change that brings it, %s', async (_, data) => {
      const { identityData, ref } = await withIdentity(kept(data));

      expect(await identityData.load(ref, verifiedFields)).toEqual(kept(data));
    });

    it('is opened as far as it is wanted, and tells its session also where nothing is', async () => {
      const { identityData, ref } = await withIdentity(kept(passport));

      expect(await identityData.load(ref, ['dob'])).toEqual(kept(pickFields(passport, ['dob'])));
      expect(await identityData.load(ref, [])).toEqual(kept(unknownData));
    });

    it('is shown masked in the customer’s file', async () => {
      const { customerFiles, ref } = await withIdentity(kept(passport));

      expect((await customerFiles.load(ref)).masked).toEqual(maskVerifiedData(passport));
    });

    it('is kept by a change that says nothing of it', async () => {
      const { customers, identityData, ref, customer } = await withIdentity(kept(passport));

      await customers.save(aSave(customer));

      expect(await identityData.load(ref, verifiedFields)).toEqual(kept(passport));
    });

    it('is replaced by that of a later session, with nothing left of it', async () => {
      const { customers, identityData, customerFiles, ref, customer } = await withIdentity(kept(passport));
      const later = kept(nameAndType, 'vs_2');

      await customers.save(aSave(customer, {}, { identity: later }));

      expect(await identityData.load(ref, verifiedFields)).toEqual(later);
      expect((await customerFiles.load(ref)).masked).toEqual(maskVerifiedData(nameAndType));
    });

    it('is taken away, also where there is none', async () => {
      const { customers, identityData, customerFiles, ref, customer } = await withIdentity(kept(passport));

      const without = await saved(customers, aSave(customer, {}, { identity: null }));
      await customers.save(aSave(without, {}, { identity: null }));

      expect(await identityData.load(ref, verifiedFields)).toBeNull();
      expect((await customerFiles.load(ref)).masked).toBeNull();
    });

    it('isn’t kept where its change isn’t saved', async () => {
      const { customers, identityData, ref, customer } = await withIdentity(kept(passport));
      await customers.save(aSave(customer));

      const late = customers.save(aSave(customer, {}, { identity: kept(nameAndType) }));

      await expect(late).rejects.toMatchObject({ name: 'ConcurrentChange' });
      expect(await identityData.load(ref, verifiedFields)).toEqual(kept(passport));
    });

    it('is none of another customer’s, also of the same id in another subaccount', async () => {
      const { identityData, subaccounts, ref } = await withIdentity(kept(passport));
      const elsewhere = { ...ref, subaccountId: await addSubaccount(subaccounts) };

      expect(await identityData.load(elsewhere, verifiedFields)).toBeNull();
      expect(await identityData.load({ ...ref, customerId: 'other' }, verifiedFields)).toBeNull();
    });
  });
}

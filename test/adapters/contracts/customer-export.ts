import { describe, expect, it } from 'vitest';
import { changeCustomer } from '../../../functions/domain/customer-change.ts';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import type { Device } from '../../../functions/domain/device.ts';
import type { SignalFacts } from '../../../functions/domain/signals/facts.ts';
import type { SignupDetails } from '../../../functions/domain/signup.ts';
import type { CustomerExportSource } from '../../../functions/use-cases/ports/customer-export.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import type { DeviceRepository } from '../../../functions/use-cases/ports/devices.ts';
import type { KeptIdentity } from '../../../functions/use-cases/ports/identity-data.ts';
import type { SignalRepository } from '../../../functions/use-cases/ports/signals.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';
import {
  aCreation,
  aCustomer,
  addSubaccount,
  aPush,
  aSave,
  aSession,
  created,
  newId,
  newRef,
  noonMs,
  saved,
} from './samples.ts';

export type CustomerExportHarness = {
  customers: CustomerRepository;
  subaccounts: SubaccountRepository;
  signals: SignalRepository;
  devices: DeviceRepository;
  customerExport: CustomerExportSource;
};

const signup: SignupDetails = {
  email: 'zoe@example.com',
  name: 'Zoë Łukasz',
  phone: '+3225550123',
  ip: '203.0.113.9',
  latitude: 50.8503396,
  longitude: -4.3517103,
  locationAccuracyMeters: 12.25,
};

const facts: SignalFacts = {
  collectedAtMs: noonMs,
  phone: {
    type: 'mobile',
    country: 'BE',
    carrier: 'Proximus',
    isPrepaid: true,
    riskScore: 41,
    portedAtMs: noonMs - 1000,
  },
  ip: {
    city: 'Brussels',
    region: 'Brussels Capital',
    country: 'BE',
    latitude: 50.85,
    longitude: 4.35,
    anonymizer: 'vpn',
  },
};

const identity: KeptIdentity = {
  sessionId: 'vs_kept',
  capturedAtMs: noonMs,
  data: {
    firstName: 'Zoë',
    lastName: 'Łukasz',
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
  },
};

/** Of everything that can be kept of a customer, one. */
async function withEverything(make: () => CustomerExportHarness) {
  const harness = make();
  const { customers, subaccounts, signals, devices } = harness;
  const ref = newRef(await addSubaccount(subaccounts));
  const first = aPush(ref);
  await customers.create(aCreation(aCustomer(ref), { signup, notification: first }));
  await signals.save(ref, facts);
  const consent = { given: true, version: 'v1', atMs: noonMs };
  const session = aSession({ sessionId: newId('vs'), status: 'verified', consent });
  const second = aPush(ref);
  const started = await saved(
    customers,
    aSave(aCustomer(ref), { sessionCount: 1 }, { session, alternativeMessage: 'I have no papers.' }),
  );
  const verified: Partial<Customer> = { identityStatus: 'verified', verifiedAtMs: noonMs };
  const change = changeCustomer(started, 'identity_verified', verified, { notes: 'Called us.' });
  const customer = await saved(customers, {
    ...aSave(started),
    change,
    identity,
    documentExpiry: { expiresOn: '2031-05-06' },
    notification: second,
  });
  const claim = aSession({ number: 2 });
  await customers.reserveSession(ref, claim, 0);
  const device = aDevice();
  await devices.register(ref, { device, replaced: null, displaced: [] }, null);
  return { ...harness, ref, customer, session, claim, device, pushes: [first, second] };
}

function aDevice(): Device {
  return {
    id: newId('phone'),
    platform: 'apns',
    tokenHash: newId('hash'),
    endpointArn: `arn:${newId('endpoint')}`,
    registeredAtMs: noonMs,
  };
}

/** All that is held of one customer (functions/use-cases/ports/customer-export.ts). */
export function describeCustomerExport(make: () => CustomerExportHarness): void {
  const all = { auditEntries: 100 };

  describe('an export', () => {
    it('has everything that is held of a customer', async () => {
      const { customerExport, ref, ...held } = await withEverything(make);

      expect(await customerExport.load(ref, all)).toEqual({
        customer: held.customer,
        signup,
        signals: facts,
        alternativeMessage: 'I have no papers.',
        identity,
        sessions: [held.session, held.claim],
        devices: [held.device],
        pushes: held.pushes,
        keptSinceMs: noonMs,
        documentExpiry: { expiresOn: '2031-05-06', reachedDays: null },
        audit: [
          expect.objectContaining({ version: 3, action: 'identity_verified', notes: 'Called us.' }),
          expect.objectContaining({ version: 2, notes: null }),
          expect.objectContaining({ version: 1, action: 'customer_created', notes: null }),
        ],
        auditTruncated: false,
      });
    });

    it('has nothing where nothing is held but the customer himself', async () => {
      const { customers, subaccounts, customerExport } = make();
      const ref = newRef(await addSubaccount(subaccounts));
      const customer = await created(customers, ref);

      expect(await customerExport.load(ref, all)).toMatchObject({
        customer,
        signals: null,
        alternativeMessage: null,
        identity: null,
        sessions: [],
        devices: [],
        pushes: [],
        keptSinceMs: null,
        documentExpiry: null,
        audit: [{ version: 1 }],
      });
    });

    it('has as many of the newest audit entries as are wanted, and says that there are more', async () => {
      const { customerExport, ref } = await withEverything(make);

      const some = await customerExport.load(ref, { auditEntries: 2 });
      const exact = await customerExport.load(ref, { auditEntries: 3 });

      expect(some.audit.map(({ version }) => version)).toEqual([3, 2]);
      expect([some.auditTruncated, exact.auditTruncated]).toEqual([true, false]);
    });

    it('has what is open of a redaction, and nothing of what it took', async () => {
      const { customers, customerExport, ref, customer } = await withEverything(make);
      const redaction = { requestedAtMs: noonMs, throughSession: 2, completedAtMs: null };
      const change = changeCustomer(customer, 'redaction_requested', { redaction });
      await customers.save({ ...aSave(customer), change, erasesPersonalData: true });

      expect(await customerExport.load(ref, all)).toMatchObject({
        customer: { redaction },
        signup: null,
        signals: null,
        alternativeMessage: null,
        identity: null,
        keptSinceMs: null,
        documentExpiry: null,
      });
    });

    it('has nothing of another customer, also not of the same id in another subaccount', async () => {
      const { customers, subaccounts, customerExport, ref } = await withEverything(make);
      const others: CustomerRef[] = [
        { ...ref, subaccountId: await addSubaccount(subaccounts) },
        { ...ref, customerId: `${ref.customerId}2` },
      ];

      for (const other of others) {
        await expect(customerExport.load(other, all)).rejects.toMatchObject({ code: 'customer_not_found' });
        const customer = await created(customers, other);
        expect(await customerExport.load(other, all)).toMatchObject({ customer, sessions: [], devices: [] });
      }
    });
  });
}

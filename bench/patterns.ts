// Every access pattern of docs/data-model.md, run through the use case that has it, in an order in which each finds
// what it needs.

import { applyPolicyBatch } from '../functions/use-cases/apply-policy-batch.ts';
import { checkRide } from '../functions/use-cases/check-ride.ts';
import { clearRequirement } from '../functions/use-cases/clear-requirement.ts';
import { collectSignals } from '../functions/use-cases/collect-signals.ts';
import { countStats } from '../functions/use-cases/count-stats.ts';
import { countCustomers } from '../functions/use-cases/count-customers.ts';
import { createCustomer } from '../functions/use-cases/create-customer.ts';
import { enforceDeadlines } from '../functions/use-cases/enforce-deadlines.ts';
import { exportCustomer } from '../functions/use-cases/export-customer.ts';
import type { CustomerFilter } from '../functions/domain/customer-list.ts';
import type { OpenSession } from '../functions/use-cases/ports/reconciliation.ts';
import { processStripeEvent } from '../functions/use-cases/process-stripe-event.ts';
import { readBackSession } from '../functions/use-cases/read-back-session.ts';
import { redactCustomer } from '../functions/use-cases/redact-customer.ts';
import { registerDevice } from '../functions/use-cases/register-device.ts';
import { removeDevice } from '../functions/use-cases/remove-device.ts';
import { requestAlternative } from '../functions/use-cases/request-alternative.ts';
import { requireVerification } from '../functions/use-cases/require-verification.ts';
import { revealIdentity } from '../functions/use-cases/reveal-identity.ts';
import { savePolicy } from '../functions/use-cases/save-policy.ts';
import { saveSubaccount } from '../functions/use-cases/save-subaccount.ts';
import { simulatePolicy } from '../functions/use-cases/simulate-policy.ts';
import { startPolicyApplication } from '../functions/use-cases/start-policy-application.ts';
import { startVerification } from '../functions/use-cases/start-verification.ts';
import { verifyManually } from '../functions/use-cases/verify-manually.ts';
import { stripeId, type BenchPorts } from './ports.ts';

export type Pattern = { who: string; does: string; run: () => Promise<unknown> };

const admin = { kind: 'operator', id: 'admin-7f3c' } as const;
const service = { kind: 'service', id: 'fleet-backend' } as const;
const rider = { kind: 'rider', id: 'customer-000' } as const;
const operator = { userId: 'operator-51', notes: 'Showed the document at the office on Main Street.' };

const signup = {
  email: 'rider@metro.example',
  name: 'Nora Lindqvist',
  phone: '+12125550101',
  ip: '203.0.113.7',
  latitude: 40.7128,
  longitude: -74.006,
  locationAccuracyMeters: 12,
};

const verifiedData = {
  firstName: 'Nora',
  lastName: 'Lindqvist',
  dob: '1991-04-17',
  idType: 'driving_license',
  address: {
    line1: '12 Main Street',
    line2: null,
    city: 'New York',
    state: 'NY',
    postalCode: '10001',
    country: 'US',
  },
  idNumber: 'D99887766',
  issuingCountry: 'US',
  expirationDate: '2031-04-17',
};
const reveal = {
  userId: operator.userId,
  reason: 'A chargeback of a stolen card.',
  fields: ['firstName', 'lastName'],
  images: false,
} as const;

/** Customers of the fleet that lists, simulation and application walk over. */
const fleetSize = 200;
const pageSize = 25;
/** Sessions that wait for their riders. */
const openSessions = 100;

export function accessPatterns(ports: BenchPorts): readonly Pattern[] {
  const ref = (customerId: string, subaccountId = 'metro') => ({ subaccountId, customerId });
  const create = (customerId: string, subaccountId = 'metro', stripeCustomerId: string | null = null) =>
    createCustomer(ports, service, { ref: ref(customerId, subaccountId), stripeCustomerId, signup });
  const event = (
    type: 'charge.succeeded' | 'identity.verification_session.verified',
    objectId: string,
    eventId = stripeId('evt'),
  ) => ({ type, objectId, eventId, created: Math.floor(Date.now() / 1000), livemode: false });
  const start = (customerId: string) =>
    startVerification(ports, {
      ref: ref(customerId, 'harbor'),
      actor: rider,
      returnUrl: 'https://fleet.example/app',
      consent: null,
    });
  const list = (filter: CustomerFilter) =>
    Promise.all([
      ports.subaccounts.load('metro'),
      ports.customers.list('metro', filter, { cursor: null, limit: pageSize }),
    ]);
  const search = (id: string) =>
    Promise.all([
      ports.subaccounts.load('metro'),
      ports.customers.search('metro', { customerId: id, stripe: { kind: 'customer', id } }),
    ]);
  const payer = stripeId('cus');
  const verifiedEvent = stripeId('evt');
  let session = '';
  let open: OpenSession | undefined;
  const readBack = async (listed: OpenSession | undefined): Promise<void> => {
    if (listed === undefined) throw new Error('there is no open session');
    await readBackSession(ports, listed);
  };

  const pattern = (who: string, does: string, run: () => Promise<unknown>): Pattern => ({ who, does, run });
  /** Work that others need, and that is not a pattern of its own. */
  const unmetered = (run: () => Promise<unknown>): Pattern => ({ who: '', does: '', run });
  const details = { name: 'Metro Micromobility', appName: 'Metro Scooters', mayCreate: true };

  return [
    pattern('put-subaccount', 'new', () =>
      saveSubaccount(ports, admin, { id: 'metro', ...details, zones: undefined }),
    ),
    pattern('put-subaccount', 'rename', () =>
      saveSubaccount(ports, admin, { id: 'metro', ...details, zones: undefined }),
    ),
    pattern('get-subaccount', 'name and zones', () => ports.subaccounts.loadWithZones('metro')),
    pattern('get-policy', 'policy', () => ports.subaccounts.load('metro')),
    pattern('put-policy', 'save', () =>
      savePolicy(ports, admin, {
        subaccountId: 'metro',
        version: 1,
        change: (rules) => ({ ...rules, riskThreshold: 40 }),
      }),
    ),
    unmetered(async () => {
      await saveSubaccount(ports, admin, { id: 'harbor', ...details, zones: undefined });
      await savePolicy(ports, admin, {
        subaccountId: 'harbor',
        version: 1,
        change: (rules) => ({ ...rules, verificationMode: 'all_users' }),
      });
    }),
    pattern('list-policy-versions', 'all of 2', () =>
      Promise.all([
        ports.subaccounts.load('metro'),
        ports.subaccounts.policyVersions('metro', { cursor: null, limit: pageSize }),
      ]),
    ),
    pattern('create-customer', 'not flagged', () => create('customer-000', 'metro', payer)),
    pattern('create-customer', 'flagged, with its push', () =>
      create('customer-000', 'harbor', stripeId('cus')),
    ),
    pattern('create-customer', 'the same again', () => create('customer-000', 'metro', payer)),
    pattern('check-ride', 'customer and policy', () => checkRide(ports, ref('customer-000'))),
    pattern('compute-signals', 'a signup’s facts', () => collectSignals(ports, ref('customer-000'))),
    pattern('get-customer', 'by a rider', () => ports.customers.loadContext(ref('customer-000'))),
    pattern('get-customer', 'by others', () => ports.customerFiles.load(ref('customer-000'))),
    pattern('process-webhook', 'a charge that flags', () =>
      processStripeEvent(ports, event('charge.succeeded', ports.charge(payer, 'highest'))),
    ),
    pattern('process-webhook', 'a charge that changes nothing', () =>
      processStripeEvent(ports, event('charge.succeeded', ports.charge(payer, 'normal'))),
    ),
    pattern('process-webhook', 'a charge of nobody we know', () =>
      processStripeEvent(ports, event('charge.succeeded', ports.charge(stripeId('cus'), 'highest'))),
    ),
    pattern('start-identity-session', 'a new session', async () => {
      session = (await start('customer-000')).sessionId;
    }),
    pattern('start-identity-session', 'the open one again', () => start('customer-000')),
    unmetered(() => {
      ports.conclude(session, { status: 'verified', reportCount: 1, verifiedData });
      return Promise.resolve();
    }),
    pattern('process-webhook', 'a session that verifies, with what is kept of it', () =>
      processStripeEvent(ports, event('identity.verification_session.verified', session, verifiedEvent)),
    ),
    pattern('process-webhook', 'the same state by another event', () =>
      processStripeEvent(ports, event('identity.verification_session.verified', session)),
    ),
    pattern('get-customer', 'by others, with verified data', () =>
      ports.customerFiles.load(ref('customer-000', 'harbor')),
    ),
    pattern('reveal-identity', 'what is kept, and that it was shown', () =>
      revealIdentity(ports, ref('customer-000', 'harbor'), reveal),
    ),
    pattern('require-verification', 'save', () =>
      requireVerification(ports, ref('customer-000', 'harbor'), { ...operator, code: 'document_expired' }),
    ),
    pattern('request-alternative', 'save', () =>
      requestAlternative(ports, ref('customer-000', 'harbor'), {
        actor: rider,
        message: 'I have no document.',
      }),
    ),
    pattern('verify-manually', 'save', () => verifyManually(ports, ref('customer-000', 'harbor'), operator)),
    pattern('clear-requirement', 'save', () => clearRequirement(ports, ref('customer-000'), operator)),
    pattern('get-audit-trail', 'a page of 7 entries, 3 with notes', () =>
      ports.customers.auditTrail(ref('customer-000', 'harbor'), { cursor: null, limit: pageSize }),
    ),
    pattern('export-customer', 'all of it, and that it was exported', () =>
      exportCustomer(ports, ref('customer-000', 'harbor'), { ...reveal, sections: [] }),
    ),
    pattern('redact-customer', 'one session, which Stripe begins with', () =>
      redactCustomer(
        { ...ports, identity: () => Promise.resolve(ports.identity) },
        ref('customer-000', 'harbor'),
        operator,
      ),
    ),
    unmetered(() => {
      ports.conclude(session, { redaction: 'redacted', verifiedData: null });
      return Promise.resolve();
    }),
    pattern('enforce-deadlines', 'a redaction that Stripe is done with, and nothing else due', () =>
      enforceDeadlines({ ...ports, identity: () => Promise.resolve(ports.identity) }),
    ),
    pattern('register-device', 'a new device', () =>
      registerDevice(ports, ref('customer-000'), {
        id: 'phone-1',
        platform: 'apns',
        token: stripeId('token'),
      }),
    ),
    pattern('relay-outbox', 'whose devices', () => ports.devices.list(ref('customer-000'))),
    pattern('remove-device', 'one device', () => removeDevice(ports, ref('customer-000'), 'phone-1')),
    unmetered(async () => {
      for (let number = 1; number < fleetSize; number += 1) {
        const customerId = `customer-${String(number).padStart(3, '0')}`;
        const { context } = await create(customerId, 'metro', stripeId('cus'));
        if (number % 4 === 0) {
          await requireVerification(ports, ref(context.customer.id), { ...operator, code: 'other' });
        }
        if (number % 4 === 1) await verifyManually(ports, ref(context.customer.id), operator);
      }
    }),
    pattern('list-customers', `filter \`all\`, ${pageSize} of them`, () => list('all')),
    pattern('list-customers', `filter \`required\`, ${pageSize} of them`, () => list('required')),
    pattern('list-customers', `filter \`verified\`, ${pageSize} of them`, () => list('verified')),
    pattern('list-customers', 'filter `failed`, none there', () => list('failed')),
    pattern('list-customers', 'a search for a Stripe customer id', () => search(payer)),
    pattern('get-customer-counts', `${fleetSize} customers`, () => countCustomers(ports, 'metro')),
    pattern('list-subaccounts', 'all of a few', () =>
      ports.subaccounts.list({ cursor: null, limit: pageSize }),
    ),
    pattern('simulate-policy', `${fleetSize} customers`, () =>
      simulatePolicy(ports, 'metro', (rules) => ({ ...rules, verificationMode: 'all_users' })),
    ),
    unmetered(() =>
      savePolicy(ports, admin, {
        subaccountId: 'metro',
        version: 2,
        change: (rules) => ({ ...rules, verificationMode: 'all_users' }),
      }),
    ),
    pattern('start-policy-application', 'a new job', () => startPolicyApplication(ports, admin, 'metro')),
    pattern('apply-policy', 'a batch of 50, half of them flagged', async () => {
      const job = await ports.applications.load('metro');
      if (job === null) throw new Error('there is no job');
      await applyPolicyBatch(ports, { subaccountId: 'metro', jobId: job.id, cursor: job.cursor }, false);
    }),
    pattern('count-stats', '10 changes of one day', () =>
      countStats(
        ports,
        Array.from({ length: 10 }, (_, number) => ({
          ref: ref(`customer-${String(number).padStart(3, '0')}`),
          version: 1,
          atMs: Date.now(),
          tally: { created: 1, flagged: 1 },
        })),
      ),
    ),
    pattern('get-identity-stats', 'a month, one day with numbers', () => {
      const today = new Date().toISOString().slice(0, 10);
      return ports.counters.byDay('metro', `${today.slice(0, 8)}01`, today);
    }),
    unmetered(async () => {
      for (let number = 1; number <= openSessions; number += 1) {
        await create(`open-${number}`, 'harbor');
        await start(`open-${number}`);
      }
    }),
    pattern('reconcile', `the list of ${openSessions} recent sessions`, () =>
      ports.openSessionList.newest(0, Date.now() + 1000, openSessions),
    ),
    pattern('reconcile', 'a page of 25 older sessions, and how far it came', async () => {
      const from = await ports.progress.load('open_sessions');
      const page = await ports.openSessionList.page(Date.now() + 1000, { cursor: from, limit: pageSize });
      await ports.progress.move('open_sessions', from, page.nextCursor);
    }),
    unmetered(async () => {
      [open] = await ports.openSessionList.newest(0, Date.now() + 1000, 1);
    }),
    pattern('reconcile', 'a session that is as it was', () => readBack(open)),
    unmetered(() => {
      ports.conclude(open?.sessionId ?? '', { status: 'verified', reportCount: 1 });
      return Promise.resolve();
    }),
    pattern('reconcile', 'a session that verified', () => readBack(open)),
    pattern('reconcile', '100 events: which were processed', () =>
      ports.customers.unprocessedEvents([
        verifiedEvent,
        ...Array.from({ length: 99 }, () => stripeId('evt')),
      ]),
    ),
    pattern('reconcile', 'a lost event: was it queued lately, and a note that it is', async () => {
      const lost = stripeId('evt');
      await ports.requeued.held([lost], Date.now());
      await ports.requeued.hold(lost, Date.now() + 86_400_000);
    }),
  ];
}

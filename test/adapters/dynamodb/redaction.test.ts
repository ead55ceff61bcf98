// After a redaction nothing of the person is in the table: every personal field holds a marker, all of them are looked
// for in the dump of all items, under a vault that seals nothing.

import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import { createCustomerRepository } from '../../../functions/adapters/dynamodb/customer-repository.ts';
import { createDeadlines } from '../../../functions/adapters/dynamodb/deadlines.ts';
import { createIdentityDataRepository } from '../../../functions/adapters/dynamodb/identity-item.ts';
import { createRedactionLeftovers } from '../../../functions/adapters/dynamodb/redaction-leftovers.ts';
import { createSignalRepository } from '../../../functions/adapters/dynamodb/signal-repository.ts';
import { createSubaccountRepository } from '../../../functions/adapters/dynamodb/subaccount-repository.ts';
import type { Vault } from '../../../functions/adapters/encryption/vault.ts';
import { defaultPolicyRules } from '../../../functions/domain/policy.ts';
import { collectSignals } from '../../../functions/use-cases/collect-signals.ts';
import { createCustomer } from '../../../functions/use-cases/create-customer.ts';
import { processStripeEvent } from '../../../functions/use-cases/process-stripe-event.ts';
import { redactCustomer } from '../../../functions/use-cases/redact-customer.ts';
import { requestAlternative } from '../../../functions/use-cases/request-alternative.ts';
import { requireVerification } from '../../../functions/use-cases/require-verification.ts';
import { revealIdentity } from '../../../functions/use-cases/reveal-identity.ts';
import { startVerification } from '../../../functions/use-cases/start-verification.ts';
import { verifyManually } from '../../../functions/use-cases/verify-manually.ts';
import { aStripeEvent, nowMs } from '../../support/builders.ts';
import { createWorld } from '../../support/in-memory/world.ts';
import { startTestTable, type TestTable } from '../support/table.ts';

const ref = { subaccountId: 'harbor', customerId: 'rider-1' };
const rider = { kind: 'rider', id: 'rider-1' } as const;
const marker = 'Kanari';

const signup = {
  email: 'kanari-email@example.com',
  name: `${marker}-name`,
  phone: '+436641112223',
  ip: '203.0.113.77',
  latitude: 48.1357913,
  longitude: 16.2468246,
  locationAccuracyMeters: 31.41,
};
const carrier = {
  type: 'mobile',
  carrier: `${marker}-carrier`,
  isPrepaid: null,
  riskScore: 61,
  portedAtMs: null,
} as const;
const place = {
  city: `${marker}-city`,
  region: `${marker}-region`,
  country: 'AT',
  latitude: 47.9753197,
  longitude: 15.8642087,
};
const address = {
  line1: `${marker}-line1`,
  line2: `${marker}-line2`,
  city: `${marker}-town`,
  state: `${marker}-state`,
  postalCode: `${marker}-1010`,
  country: 'AT',
};
const document = {
  firstName: `${marker}-first`,
  lastName: `${marker}-last`,
  idNumber: `${marker}-77X`,
  expirationDate: '2041-07-19',
  address,
};
const born = { year: 1987, month: 11, day: 23 };

/** All that stands for somebody; `marker` in any case finds most. */
const personal = [
  marker.toLowerCase(),
  '6641112223',
  '203.0.113.77',
  '48.1357913',
  '16.2468246',
  '31.41',
  '47.9753197',
  '15.8642087',
  '2041-07-19',
  '1987',
];

const clearVault: Vault = {
  seal: (_ref, _field, plaintext) => Promise.resolve(new TextEncoder().encode(plaintext)),
  open: (_ref, _field, sealed) => Promise.resolve(new TextDecoder().decode(sealed)),
};

let engine: TestTable;
beforeAll(async () => {
  engine = await startTestTable();
});
afterAll(() => engine.close());

async function openRun() {
  const { table } = engine;
  const world = {
    ...createWorld({ nowMs }),
    customers: createCustomerRepository(table, clearVault),
    subaccounts: createSubaccountRepository(table),
    signals: createSignalRepository(table, clearVault),
    identityData: createIdentityDataRepository(table, clearVault),
    leftovers: createRedactionLeftovers(table),
    numbers: { read: () => ({ type: carrier.type, country: 'AT' }) },
    phoneLookup: { lookUp: () => Promise.resolve(carrier) },
    ipLocator: { locate: () => Promise.resolve({ ...place, anonymizer: null }) },
    allowedReturnUrls: ['https://fleet.example/'],
  };
  const rules = {
    ...defaultPolicyRules,
    verificationMode: 'all_users',
    documentExpiryReminders: true,
  } as const;
  await world.subaccounts.create(
    { id: 'harbor', name: 'Harbor', appName: 'Harbor', version: 1 },
    {
      before: null,
      after: { ...rules, subaccountId: 'harbor', version: 1 },
      actor: { kind: 'system', id: 'setup' },
      atMs: nowMs,
    },
  );
  return world;
}

type Run = Awaited<ReturnType<typeof openRun>>;

function signUp(run: Run) {
  const actor = { kind: 'service', id: 'fleet' } as const;
  return createCustomer(run, actor, { ref, stripeCustomerId: 'cus_1', signup });
}

async function start(run: Run): Promise<string> {
  const returnUrl = `https://fleet.example/app?rider=${marker}`;
  const consent = { given: true, version: '2026-01' };
  return (await startVerification(run, { ref, actor: rider, returnUrl, consent })).sessionId;
}

let events = 0;
async function told(run: Run, objectId: string): Promise<void> {
  await processStripeEvent(run, aStripeEvent({ eventId: `evt_${(events += 1)}`, objectId }));
}

/** Somebody of whom everything is known, with his last session being checked. Answers that session. */
async function liveThrough(run: Run): Promise<string> {
  const note = (about: string) => ({ userId: 'op-1', notes: `${marker} ${about}` });
  const again = (about: string) => requireVerification(run, ref, { code: 'other', ...note(about) });
  await signUp(run);
  await collectSignals(run, ref);
  const first = await start(run);
  run.identity.reject(first, 'document_expired', 'The document is expired.');
  await told(run, first);
  await verifyManually(run, ref, note('was at the desk'));
  await again('looks odd');
  const second = await start(run);
  await requestAlternative(run, ref, { actor: rider, message: `${marker} has no passport` });
  run.identity.process(second);
  await again('looks odd again');
  run.identity.reject(second, 'selfie_face_mismatch');
  const third = await start(run);
  run.identity.verify(third, born, document);
  await told(run, third);
  await revealIdentity(run, ref, {
    userId: 'op-1',
    reason: `${marker} asked`,
    fields: ['dob'],
    images: false,
  });
  await again('and once more');
  const last = await start(run);
  run.identity.process(last);
  await told(run, last);
  // Asking anew took it away; an older one may still be there.
  const { customer } = await run.customers.loadContext(ref);
  const expiry = { expiresOn: document.expirationDate, reachedDays: null };
  await createDeadlines(engine.table).keepDocumentExpiry(customer, expiry);
  return last;
}

/** Everything in the table, as text. */
async function dump(): Promise<{ text: string; kinds: string[] }> {
  const { Items = [] } = await engine.documents.send(
    new ScanCommand({ TableName: engine.name, ConsistentRead: true }),
  );
  const ofCustomer = Items.filter(({ pk }) => String(pk).includes('#CUST#'));
  return {
    text: JSON.stringify(Items, (_, value: unknown) =>
      value instanceof Uint8Array ? new TextDecoder().decode(value) : value,
    ).toLowerCase(),
    kinds: [...new Set(ofCustomer.map(({ sk }) => String(sk).split('#')[0] ?? ''))].toSorted(),
  };
}

describe('a customer of whom everything is kept', () => {
  it('leaves nothing in the table but ids, states and times after a redaction', async () => {
    const run = await openRun();
    const last = await liveThrough(run);
    const before = await dump();
    expect(personal.filter((value) => !before.text.includes(value))).toEqual([]);
    expect(before.kinds).toEqual(
      expect.arrayContaining([
        'IDENTITY',
        'SIGNUP',
        'SIGNALS',
        'ALTERNATIVE',
        'RETENTION',
        'DOCUMENT_EXPIRY',
        'NOTE',
      ]),
    );

    const deps = { ...run, identity: () => Promise.resolve(run.identity) };
    await redactCustomer(deps, ref, { userId: 'op-1', notes: 'Asked to be forgotten.' });
    const atOnce = await dump();
    expect(personal.filter((value) => atOnce.text.includes(value))).toEqual([]);

    // What was under way comes in late, and Stripe finishes.
    await collectSignals(run, ref);
    run.identity.verify(last, born, document);
    await told(run, last);
    for (const { id } of run.identity.sessions()) {
      run.identity.finishRedaction(id);
      await told(run, id);
    }
    await expect(signUp(run)).rejects.toMatchObject({ code: 'customer_exists' });

    expect((await run.customers.loadContext(ref)).customer).toMatchObject({
      identityStatus: 'verified',
      redaction: { completedAtMs: nowMs },
    });
    const after = await dump();
    expect(personal.filter((value) => after.text.includes(value))).toEqual([]);
    // The one note is why it was asked for; the retention is that of the late verification's status.
    expect(after.kinds).toEqual(['AUDIT', 'NOTE', 'OUTBOX', 'PROFILE', 'RETENTION', 'SESSION']);
    expect(after.text).toContain('asked to be forgotten');
  });
});

// The keys of the table. What is stored stays under its key, so a key that reads otherwise loses what it named:
// docs/data-model.md is the measure.

import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  customerKeys,
  customerOfPartition,
  customerPartition,
  lookupKeys,
  outboxPrefix,
  reconcilerKeys,
  subaccountKeys,
  webhookKeys,
  type Key,
} from '../../../functions/adapters/dynamodb/keys.ts';

const ref = { subaccountId: 'metro', customerId: 'rider-1' };

/** By the names of their items in the document; each id is what stands there in angle brackets. */
const keys: Record<string, Key> = {
  customer: customerKeys.profile(ref),
  'signup details': customerKeys.signup(ref),
  signals: customerKeys.signals(ref),
  'alternative request': customerKeys.alternative(ref),
  'verified data': customerKeys.identity(ref),
  'operator’s notes': customerKeys.note(ref, 7),
  retention: customerKeys.retention(ref),
  'document’s expiry': customerKeys.documentExpiry(ref),
  'open redaction': customerKeys.redaction(ref),
  session: customerKeys.session(ref, 7),
  'audit entry': customerKeys.audit(ref, 7),
  push: customerKeys.outbox(ref, 7),
  device: customerKeys.device(ref, 'phone-1'),
  'marker of a counted change': customerKeys.counted(ref, 7),
  subaccount: subaccountKeys.profile('metro'),
  zones: subaccountKeys.zones('metro'),
  'change of a subaccount': subaccountKeys.profileAudit('metro', 7),
  policy: subaccountKeys.policy('metro'),
  'policy version': subaccountKeys.policyVersion('metro', 7),
  'expiries to be removed': subaccountKeys.expirySweep('metro'),
  'application of a policy': subaccountKeys.policyApplication('metro'),
  'statistics of a day': subaccountKeys.stats('metro', '2026-03-01'),
  'Stripe customer → customer': lookupKeys.stripeCustomer('cus_1'),
  'Stripe session → customer': lookupKeys.stripeSession('vs_1'),
  'push token → device': lookupKeys.pushToken('5feceb66'),
  'event marker': lookupKeys.event('evt_1'),
  'note of a requeued event': lookupKeys.requeuedEvent('evt_1'),
  'the reconciler’s place': reconcilerKeys.progress('events'),
  'a run of the reconciler': reconcilerKeys.run(Date.parse('2026-03-01T05:06:07.089Z')),
  'webhooks of an hour': webhookKeys.hour(Date.parse('2026-03-01T05:59:59.999Z')),
};

const values: Record<string, string> = {
  subaccount: 'metro',
  customer: 'rider-1',
  number: '0000000007',
  version: '0000000007',
  device: 'phone-1',
  'yyyy-mm-dd': '2026-03-01',
  'cus_…': 'cus_1',
  'vs_…': 'vs_1',
  'sha-256': '5feceb66',
  'evt_…': 'evt_1',
  list: 'events',
  'yyyy-mm-ddThh:mm:ss.sssZ': '2026-03-01T05:06:07.089Z',
  'yyyy-mm-ddThh': '2026-03-01T05',
};

const filledIn = (cell: string) => cell.replace(/<([^>]+)>/g, (_, name: string) => values[name] ?? name);

/** The rows of the document's table of items; `same` is the partition of the row above. */
function documentedKeys(): Record<string, Key> {
  const text = readFileSync(new URL('../../../docs/data-model.md', import.meta.url), 'utf8');
  const [, items = ''] = /## Items\n([^]*?)\n## /.exec(text) ?? [];
  const found: Record<string, Key> = {};
  let partition = '';
  for (const [, item = '', pk = '', sk = ''] of items.matchAll(
    /^\| ([^|]+?) +\| (`[^`]+`|same) +\| `([^`]+)`/gm,
  )) {
    if (pk !== 'same') partition = filledIn(pk.replaceAll('`', ''));
    found[item.replace("'", '’')] = { pk: partition, sk: filledIn(sk) };
  }
  return found;
}

/** As contracts/identifiers.ts lets them in. */
const anyId = fc.stringMatching(/^[A-Za-z0-9][A-Za-z0-9_.:@-]{0,20}$/);
const anyRef = fc.record({ subaccountId: anyId, customerId: anyId });

describe('the keys', () => {
  it('are those of the data model, all of them', () => {
    expect(keys).toEqual(documentedKeys());
  });

  it('keep every two items apart', () => {
    const all = Object.values(keys).map(({ pk, sk }) => `${pk} ${sk}`);

    expect(new Set(all).size).toBe(all.length);
  });

  it('sort a customer’s sessions, changes and pushes as numbers do', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), fc.nat(1_000_000_000), (one, other) => {
        for (const key of [customerKeys.session, customerKeys.audit, customerKeys.outbox]) {
          expect(key(ref, one).sk < key(ref, other).sk).toBe(one < other);
        }
      }),
    );
  });

  it('of pushes begin as the relay expects it, and of nothing else', () => {
    const pushes = Object.entries(keys).filter(([, { sk }]) => sk.startsWith(outboxPrefix));

    expect(pushes.map(([item]) => item)).toEqual(['push']);
  });
});

describe('a customer’s partition', () => {
  it('names him and nobody else, whatever the ids', () => {
    fc.assert(
      fc.property(anyRef, (any) => {
        expect(customerOfPartition(customerPartition(any))).toEqual(any);
      }),
    );
  });

  it.each([
    subaccountKeys.profile('metro').pk,
    lookupKeys.event('evt_1').pk,
    'SUB##CUST#rider-1',
    'SUB#metro#CUST#',
    'SUB#metro#CUST#rider-1#CUST#rider-2',
    'OLD#SUB#metro#CUST#rider-1',
  ])('is not read into %s', (pk) => {
    expect(customerOfPartition(pk)).toBeNull();
  });
});

// All that is held of a customer. Everything of his stands in his partition; what leads to it from elsewhere (a Stripe
// id, the hash of a push token) tells nothing more.

import * as z from 'zod';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { CustomerRef } from '../../domain/customer.ts';
import { Conflict, noSuchCustomer } from '../../domain/faults.ts';
import { verifiedFields } from '../../domain/verified-data.ts';
import type { CustomerExportSource } from '../../use-cases/ports/customer-export.ts';
import type { Vault } from '../encryption/vault.ts';
import { documentExpiryItem, retentionItem } from './deadline-items.ts';
import { deviceItem } from './device-repository.ts';
import { openIdentity } from './identity-item.ts';
import { auditItem, customerItem, sessionItem } from './items.ts';
import { alternativeMessage, noteText, signalFacts, signupContent } from './sealed-contents.ts';
import { customerKeys, customerPartition } from './keys.ts';
import { readOutboxItem } from './outbox-item.ts';
import { openItem } from './sealed-items.ts';
import type { Item, Table } from './table.ts';

/** A few megabytes at most. */
const maxItems = 50_000;

const kind = z.enum([
  'ALTERNATIVE',
  'AUDIT',
  'COUNTED',
  'DEVICE',
  'DOCUMENT_EXPIRY',
  'IDENTITY',
  'NOTE',
  'OUTBOX',
  'PROFILE',
  'REDACTION',
  'RETENTION',
  'SESSION',
  'SIGNALS',
  'SIGNUP',
]);
export type ItemKind = z.infer<typeof kind>;

/** These say nothing of the customer: that an audit entry was counted, and that his own redaction is in the index. */
export const unexportedKinds: readonly ItemKind[] = ['COUNTED', 'REDACTION'];

/** What an item of a customer's partition is. @throws Error for one that an export wouldn't know of */
export function itemKind(sortKey: unknown): ItemKind {
  const parsed = kind.safeParse(typeof sortKey === 'string' ? sortKey.replace(/#.*$/s, '') : null);
  if (!parsed.success) throw new Error('an item of a kind that is not known to exports');
  return parsed.data;
}

export function createCustomerExportSource(table: Table, vault: Vault): CustomerExportSource {
  return {
    async load(ref, { auditEntries }) {
      const items = byKind(await readPartition(table, ref));
      const all = (of: ItemKind): readonly Item[] => items.get(of) ?? [];
      const [profile] = all('PROFILE');
      if (profile === undefined) throw noSuchCustomer();
      const [retention] = all('RETENTION');
      const [documentExpiry] = all('DOCUMENT_EXPIRY');
      const [identity] = all('IDENTITY');
      const newest = all('AUDIT').toReversed().slice(0, auditEntries);
      return {
        customer: customerItem.parse(profile),
        signup: await openItem(vault, ref, 'signup', all('SIGNUP')[0], signupContent),
        signals: await openItem(vault, ref, 'signals', all('SIGNALS')[0], signalFacts),
        alternativeMessage: await openItem(
          vault,
          ref,
          'alternative',
          all('ALTERNATIVE')[0],
          alternativeMessage,
        ),
        identity: identity === undefined ? null : await openIdentity(vault, ref, identity, verifiedFields),
        sessions: all('SESSION').map((item) => sessionItem.parse(item)),
        devices: all('DEVICE').map((item) => deviceItem.parse(item)),
        pushes: all('OUTBOX').map((item) => readOutboxItem(item)),
        keptSinceMs: retention === undefined ? null : retentionItem.parse(retention).verifiedAtMs,
        documentExpiry: documentExpiry === undefined ? null : documentExpiryItem.parse(documentExpiry),
        audit: await readEntries(vault, ref, newest, all('NOTE')),
        auditTruncated: newest.length < all('AUDIT').length,
      };
    },
  };
}

/** In the order of the sort keys. @throws Conflict `export_too_large` */
async function readPartition(table: Table, ref: CustomerRef): Promise<Item[]> {
  const pk = customerPartition(ref);
  const items: Item[] = [];
  for (;;) {
    const last = items.at(-1);
    const page = await table.query({
      KeyConditionExpression: 'pk = :pk',
      ExpressionAttributeValues: { ':pk': pk },
      ConsistentRead: true,
      ...(last !== undefined && { ExclusiveStartKey: { pk, sk: last['sk'] } }),
    });
    if (page.length === 0) return items;
    items.push(...page);
    if (items.length > maxItems) {
      throw new Conflict(
        'export_too_large',
        'More is kept of this customer than fits into one export. Please ask who runs RideGate for it.',
      );
    }
  }
}

function byKind(items: readonly Item[]): ReadonlyMap<ItemKind, readonly Item[]> {
  return Map.groupBy(items, ({ sk }) => itemKind(sk));
}

/** Entries with operators' notes; those that a redaction took are missing. */
async function readEntries(
  vault: Vault,
  ref: CustomerRef,
  entries: readonly Item[],
  notes: readonly Item[],
): Promise<AuditEntry[]> {
  const noteBySortKey = new Map(notes.map((note) => [note['sk'], note]));
  return Promise.all(
    entries.map(async (item) => {
      const { hasNotes: _, ...entry } = auditItem.parse(item);
      const note = noteBySortKey.get(customerKeys.note(ref, entry.version).sk);
      return { ...entry, notes: await openItem(vault, ref, 'notes', note, noteText) };
    }),
  );
}

// The index of the sessions that may still change at Stripe: a session's record is in it until its last known
// state is final. Little is kept there, because whoever reads it reads the rest with strong consistency.

import { createHash } from 'node:crypto';
import * as z from 'zod';
import type { CustomerRef } from '../../domain/customer.ts';
import { mayStillChange, type SessionRecord } from '../../domain/session.ts';
import type { OpenSession, OpenSessionList } from '../../use-cases/ports/reconciliation.ts';
import { customerKeys, customerOfPartition } from './keys.ts';
import { readCursor } from './page.ts';
import type { Item, Table } from './table.ts';

const indexName = 'by_open_session';

/** Before all sort keys. */
const first = '0';

/** So many partitions share the writes. Another number would hide what the old one has listed. */
const shardCount = 8;

/** What puts a session's record into the index; nothing for one that is over. */
export function openSessionAttributes(
  ref: CustomerRef,
  session: SessionRecord,
  atMs: number,
): Record<string, string> {
  if (session.sessionId === null || !mayStillChange(session.status)) return {};
  return {
    open_session_pk: partition(shardOf(ref)),
    open_session_sk: sortKey(ref, session.number, atMs),
  };
}

export function createOpenSessionList(table: Table): OpenSessionList {
  const query = async (
    shard: number,
    { after, before }: { after: string; before: string },
    options: { limit: number; newestFirst: boolean },
  ): Promise<{ position: string; session: OpenSession }[]> => {
    const items = await table.query({
      IndexName: indexName,
      KeyConditionExpression: 'open_session_pk = :shard AND open_session_sk BETWEEN :after AND :before',
      ExpressionAttributeValues: { ':shard': partition(shard), ':after': after, ':before': before },
      ScanIndexForward: !options.newestFirst,
      Limit: options.limit,
    });
    return items.map(readEntry);
  };

  return {
    async newest(fromMs, beforeMs, limit) {
      const range = { after: moment(fromMs), before: moment(beforeMs) };
      const shards = await Promise.all(
        Array.from({ length: shardCount }, (_, shard) => query(shard, range, { limit, newestFirst: true })),
      );
      return shards
        .flat()
        .toSorted((left, right) => (left.position < right.position ? 1 : -1))
        .slice(0, limit)
        .map(({ session }) => session);
    },

    async page(beforeMs, { cursor, limit }) {
      const sessions: OpenSession[] = [];
      let { shard, after } = readPosition(cursor);
      while (shard < shardCount) {
        const left = limit - sessions.length;
        const found = await query(
          shard,
          { after, before: moment(beforeMs) },
          { limit: left, newestFirst: false },
        );
        sessions.push(...found.map(({ session }) => session));
        const last = found.at(-1);
        if (last !== undefined && found.length === left) {
          return { sessions, nextCursor: toCursor(shard, last.position) };
        }
        shard += 1;
        after = first;
      }
      return { sessions, nextCursor: null };
    },

    async settle(session) {
      const key = customerKeys.session(session.ref, session.number);
      const { open_session_pk: _, open_session_sk: listed, ...record } = (await table.get(key)) ?? {};
      if (listed !== sortKey(session.ref, session.number, session.sinceMs)) return;
      await table.putIf({ ...key, ...record }, 'open_session_sk = :listed', { ':listed': listed });
    },
  };
}

function shardOf({ subaccountId, customerId }: CustomerRef): number {
  const digest = createHash('sha256')
    .update(JSON.stringify([subaccountId, customerId]))
    .digest();
  return digest.readUInt32BE() % shardCount;
}

function partition(shard: number): string {
  return `OPEN_SESSIONS#${shard}`;
}

function sortKey(ref: CustomerRef, number: number, sinceMs: number): string {
  return `${moment(sinceMs)}#${ref.subaccountId}#${ref.customerId}#${String(number).padStart(10, '0')}`;
}

/** Stands before all sort keys of that moment. */
function moment(timeMs: number): string {
  return new Date(timeMs).toISOString();
}

const entryItem = z.object({
  pk: z.string(),
  sk: z.string(),
  sessionId: z.string(),
  open_session_sk: z.string(),
});

function readEntry(item: Item): { position: string; session: OpenSession } {
  const { pk, sk, sessionId, open_session_sk: position } = entryItem.parse(item);
  const ref = customerOfPartition(pk);
  const [, number] = /^SESSION#(\d+)$/.exec(sk) ?? [];
  if (ref === null || number === undefined) throw new Error('this is no session');
  const sinceMs = Date.parse(position.slice(0, position.indexOf('#')));
  return { position, session: { ref, number: Number(number), sessionId, sinceMs } };
}

function toCursor(shard: number, position: string): string {
  return Buffer.from(`${shard}#${position}`, 'utf8').toString('base64url');
}

function readPosition(cursor: string | null): { shard: number; after: string } {
  const [, shard, position] =
    /^([0-7])#(\d{4}-.+#\d{10})$/.exec(cursor === null ? '' : readCursor(cursor)) ?? [];
  if (shard === undefined || position === undefined) return { shard: 0, after: first };
  // No sort key goes on where another ends, so nothing is between a key and this.
  return { shard: Number(shard), after: `${position}!` };
}

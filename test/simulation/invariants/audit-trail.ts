// Each version of a customer has one audit entry, without a gap, that tells exactly what has changed; entries are
// never changed.

import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../../functions/adapters/dynamodb/table.ts';
import type { Customer } from '../../../functions/domain/customer.ts';
import type { History, Invariant } from '../invariant.ts';
import type { Commit } from '../journal.ts';
import { Violation } from '../violation.ts';

const auditedFields = [
  'stripeCustomerId',
  'requirement',
  'epoch',
  'identityStatus',
  'identityStatusAtMs',
  'verifiedAtMs',
  'attemptCount',
  'lastError',
  'risk',
  'firstChargeId',
  'alternativeRequestedAtMs',
  'session',
  'sessionCount',
] as const;

type Entry = { before: Record<string, unknown> | null; after: Record<string, unknown> };

export function auditTrailIsComplete({ journal, table }: History): Invariant {
  const name = 'audit trail';
  const complain = ({ ref, after }: Commit, how: string): never => {
    throw new Violation(name, `version ${after.version} of ${ref.subaccountId}/${ref.customerId} ${how}`);
  };

  return {
    name,
    committed: (commit) => {
      const { before, after, audit } = commit;
      if (after.version !== (before?.version ?? 0) + 1)
        complain(commit, `follows ${before?.version ?? 'none'}`);
      if (audit === null || audit['version'] !== after.version) return complain(commit, 'has no audit entry');
      const entry = audit as unknown as Entry;
      const wrong = wrongField(before, after, entry);
      if (wrong !== null) complain(commit, `has an audit entry that is wrong about ${wrong}`);
    },
    atRest: () => {
      for (const ref of journal.customers()) {
        const trail = table
          .partition(`SUB#${ref.subaccountId}#CUST#${ref.customerId}`)
          .filter(({ sk }) => String(sk).startsWith('AUDIT#'));
        const commits = journal.commitsOf(ref);
        const known = new Set<Item | null>(commits.map(({ audit }) => audit));
        const last = commits.at(-1);
        if (last === undefined) continue;
        if (trail.length !== last.after.version)
          complain(last, `is the last, with ${trail.length} audit entries`);
        if (trail.some((entry) => !known.has(entry))) complain(last, 'has an audit entry that was changed');
      }
    },
  };
}

function wrongField(before: Customer | null, after: Customer, entry: Entry): string | null {
  for (const field of auditedFields) {
    const was = before?.[field];
    const is = after[field];
    const changed = before === null || !same(was, is);
    if (changed !== field in entry.after) return field;
    if (!changed) continue;
    if (!same(entry.after[field], is)) return field;
    if (before !== null && !same(entry.before?.[field], was)) return field;
  }
  return null;
}

function same(one: unknown, other: unknown): boolean {
  return one === other || (typeof one === 'object' && isDeepStrictEqual(one, other));
}

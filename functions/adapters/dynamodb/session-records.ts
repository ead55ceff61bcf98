// Our notes of a customer's sessions. A session's number is claimed before Stripe makes the session
// (docs/decisions/0002-claim-before-create.md); the save that makes it current replaces the claim.

import { ConcurrentChange } from '../../domain/faults.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { CustomerRepository } from '../../use-cases/ports/customer-repository.ts';
import { claimItem, sessionItem } from './items.ts';
import { customerKeys } from './keys.ts';
import type { Item, Table } from './table.ts';

type SessionRecords = Pick<CustomerRepository, 'reserveSession' | 'releaseSession' | 'loadSession'>;

export function sessionRecords(table: Table): SessionRecords {
  return {
    async reserveSession(ref, wanted, staleBeforeMs) {
      const key = customerKeys.session(ref, wanted.number);
      if (await table.putIf({ ...key, ...wanted }, 'attribute_not_exists(pk)')) return wanted;
      const item = await table.get(key);
      const earlier = item === null ? null : claimItem.parse(item);
      if (earlier?.sessionId !== null) throw new ConcurrentChange();
      const { released, ...claim } = earlier;
      if (claim.epoch !== wanted.epoch) return claim;
      if (!released && claim.startedAtMs >= staleBeforeMs) return claim;
      const replacement = { ...wanted, replacesClaim: true };
      const replaced = await table.putIf({ ...key, ...replacement }, isStillClaim, stillClaim(claim));
      if (!replaced) throw new ConcurrentChange();
      return replacement;
    },

    async releaseSession(ref, claim) {
      const item = { ...customerKeys.session(ref, claim.number), ...claim, released: true };
      await table.putIf(item, isStillClaim, stillClaim(claim));
    },

    async loadSession(ref, number) {
      const item = await table.get(customerKeys.session(ref, number));
      return item === null ? null : sessionItem.parse(item);
    },
  };
}

const isStillClaim = 'claimId = :claim AND attribute_type(sessionId, :null)';

function stillClaim(claim: SessionRecord): Item {
  return { ':claim': claim.claimId, ':null': 'NULL' };
}

import type { Actor } from '../domain/actor.ts';
import type { CustomerRef } from '../domain/customer.ts';
import { decideDocumentExpiry } from '../domain/document-expiry.ts';
import type { Deadlines } from './ports/deadlines.ts';
import type { Pause } from './ports/environment.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange, type SaveDeps } from './save-change.ts';

export type MeetDocumentExpiryDeps = SaveDeps & { deadlines: Deadlines; pause: Pause };

const actor: Actor = { kind: 'system', id: 'document-expiry' };

/** Tells a customer that his document expires, or asks him to verify again, as his policy wants it now. */
export async function meetDocumentExpiry(
  deps: MeetDocumentExpiryDeps,
  ref: CustomerRef,
): Promise<'reminded' | 'expired' | 'nothing'> {
  return retryOnConflict(deps, async () => {
    // The customer first: a document that he verifies with after this makes the save fail.
    const context = await deps.customers.loadContext(ref);
    const expiry = await deps.deadlines.documentExpiry(ref);
    if (expiry === null) return 'nothing';
    const decision = decideDocumentExpiry(context.customer, expiry, context.policy, deps.clock.nowMs());
    if (decision === null) return 'nothing';
    if (decision.change === null) {
      await deps.deadlines.keepDocumentExpiry(context.customer, decision.expiry);
      return 'nothing';
    }
    await saveChange(deps, context, decision.change, { actor, documentExpiry: decision.expiry });
    return decision.expiry === null ? 'expired' : 'reminded';
  });
}

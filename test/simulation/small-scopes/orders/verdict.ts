// What has to be true when a story is over and each of its events was delivered.

import { isDeepStrictEqual } from 'node:util';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';
import { customerPartition } from '../../../../functions/adapters/dynamodb/keys.ts';
import { ref } from './functions.ts';
import type { Customer } from '../../../../functions/domain/customer.ts';
import type { LiveMoment } from './moment.ts';
import type { End } from './stories.ts';

/** What the rider is told where nothing is asked of him anew, by what was done to him. */
const pushByAction: Record<string, string> = {
  identity_verified: 'verified',
  manually_verified: 'verified',
  identity_requires_input: 'another_try_needed',
};

/** How a moment falls short of where its story has to end; null where it doesn't. */
export function faultAt(live: LiveMoment, end: End): string | null {
  const reached = { ...endOf(live), ...(end.attempts === null && { attempts: null }) };
  if (!isDeepStrictEqual(reached, end))
    return `ends as ${JSON.stringify(reached)}, not as ${JSON.stringify(end)}`;
  return faultInTrail(live) ?? faultInEvents(live);
}

function endOf(live: LiveMoment): End {
  const { identityStatus, requirement, session, lastError, attemptCount } = live.customer();
  return {
    status: identityStatus,
    required: requirement.state === 'required',
    session: session?.id ?? null,
    error: lastError?.code ?? null,
    attempts: attemptCount,
    stripe: Object.fromEntries(live.stripe.sessions().map(({ id, status }) => [id, status])),
  };
}

/** One entry for each version, without a gap; one push for each of them that the rider is told of, and no other. */
function faultInTrail(live: LiveMoment): string | null {
  const trail = itemsUnder(live, 'AUDIT#');
  const versions = trail.map(({ version }) => version);
  const expected = Array.from({ length: live.customer().version }, (_, index) => index + 1);
  if (!isDeepStrictEqual(versions, expected)) return `has the audit entries ${versions.join(', ')}`;

  const pushes = itemsUnder(live, 'OUTBOX#').map(({ sk, notification }) => {
    const { kind } = notification as { kind: string };
    return `${String(sk).slice(-10)} ${kind}`;
  });
  const notifiable = trail.flatMap(({ version, action, after }) => {
    const { requirement } = after as Partial<Customer>;
    const kind = requirement?.state === 'required' ? 'verification_required' : pushByAction[String(action)];
    return kind === undefined ? [] : [`${String(version).padStart(10, '0')} ${kind}`];
  });
  return isDeepStrictEqual(pushes, notifiable) ? null : `tells the rider ${pushes.join(', ')}`;
}

/** One marker for each event, and at most one change. */
function faultInEvents(live: LiveMoment): string | null {
  const ids = live.stripe.events.map(({ eventId }) => eventId);
  const markers = live.items().filter(({ sk }) => sk === 'EVENT');
  const marked = markers.map(({ pk }) => String(pk).slice('EVENT#'.length));
  if (!isDeepStrictEqual(marked, ids.toSorted())) return `has markers of ${marked.join(', ')}`;
  const causes = itemsUnder(live, 'AUDIT#')
    .map(({ actor }) => String(actor))
    .filter((actor) => actor.startsWith('stripe:'));
  return new Set(causes).size === causes.length ? null : `was changed by ${causes.join(', ')}`;
}

function itemsUnder(live: LiveMoment, prefix: string): Item[] {
  return live.items().filter(({ pk, sk }) => pk === customerPartition(ref) && String(sk).startsWith(prefix));
}

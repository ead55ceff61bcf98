// Stripe as a list of what was done there: doing the same again leads to the same sessions and events.

import type { CustomerRef } from '../../../../functions/domain/customer.ts';
import type { SessionRecord } from '../../../../functions/domain/session.ts';
import type { StripeEvent } from '../../../../functions/domain/stripe-event.ts';
import type { Clock } from '../../../../functions/use-cases/ports/environment.ts';
import type { IdentityProvider } from '../../../../functions/use-cases/ports/stripe.ts';
import {
  createInMemoryIdentityProvider,
  type HeldSession,
  type InMemoryIdentityProvider,
} from '../../../support/in-memory/identity-provider.ts';

/** What changed a session: by our code, the rider, Stripe's checks or a reviewer. */
export type StripeDoing =
  | { did: 'create'; ref: CustomerRef; record: SessionRecord; stripeCustomerId: string | null }
  | {
      did: 'cancel' | 'process' | 'verify' | 'abandon' | 'redact' | 'redactSession' | 'finishRedaction';
      id: string;
    }
  | { did: 'reject'; id: string; code: string };

export type OrdersStripe = {
  /** As our code sees it. */
  port: IdentityProvider;
  sessions: () => readonly HeldSession[];
  doings: readonly StripeDoing[];
  /** Oldest first. */
  events: readonly StripeEvent[];
  perform: (doing: StripeDoing) => Promise<void>;
};

export async function openStripe(clock: Clock, history: readonly StripeDoing[]): Promise<OrdersStripe> {
  const doings: StripeDoing[] = [];
  const events: StripeEvent[] = [];
  const identity = createInMemoryIdentityProvider(clock, (type, { id }) => {
    if (type === null) return;
    events.push({ eventId: `evt_${events.length + 1}`, type, objectId: id, created: 0, livemode: false });
  });
  /** What changes nothing is no part of the story. */
  const noting = async <Answer>(doing: StripeDoing, act: () => Promise<Answer>): Promise<Answer> => {
    const before = identity.sessions();
    const answer = await act();
    // A session that changed is another object. Not every change has an event.
    if (!isSame(before, identity.sessions())) doings.push(doing);
    return answer;
  };
  const perform = (doing: StripeDoing): Promise<void> => noting(doing, () => carryOut(identity, doing));
  for (const doing of history) await perform(doing);
  return {
    port: {
      ...identity,
      createSession: (ref, record, stripeCustomerId) =>
        noting({ did: 'create', ref, record, stripeCustomerId }, () =>
          identity.createSession(ref, record, stripeCustomerId),
        ),
      cancelSession: (id) => noting({ did: 'cancel', id }, () => identity.cancelSession(id)),
      redactSession: (id) => noting({ did: 'redactSession', id }, () => identity.redactSession(id)),
    },
    sessions: identity.sessions,
    doings,
    events,
    perform,
  };
}

async function carryOut(identity: InMemoryIdentityProvider, doing: StripeDoing): Promise<void> {
  switch (doing.did) {
    case 'create':
      await identity.createSession(doing.ref, doing.record, doing.stripeCustomerId);
      return;
    case 'cancel':
      return identity.cancelSession(doing.id);
    case 'reject':
      identity.reject(doing.id, doing.code);
      return;
    case 'redactSession':
      await identity.redactSession(doing.id);
      return;
    case 'process':
    case 'verify':
    case 'abandon':
    case 'redact':
    case 'finishRedaction':
      identity[doing.did](doing.id);
      return;
  }
}

function isSame(before: readonly HeldSession[], after: readonly HeldSession[]): boolean {
  return before.length === after.length && before.every((session, index) => session === after[index]);
}

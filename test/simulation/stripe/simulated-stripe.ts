// Stripe's side of a history: sessions, charges, and an event for each change. What happens here is the truth
// that RideGate has to agree with in the end.

import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { Charge } from '../../../functions/domain/risk.ts';
import type { HandledEventType, StripeEvent } from '../../../functions/domain/stripe-event.ts';
import {
  createInMemoryChargeSource,
  type InMemoryChargeSource,
} from '../../support/in-memory/charge-source.ts';
import {
  createInMemoryIdentityProvider,
  type HeldSession,
  type InMemoryIdentityProvider,
} from '../../support/in-memory/identity-provider.ts';
import type { Scheduler } from '../scheduler.ts';

/** A session as it became, at a step of the history. */
export type SessionMoment = { step: number; session: HeldSession };

/** A session with all that happened to it. `reopened`: a reviewer took back what was verified. */
export type SessionLife = {
  readonly id: string;
  readonly ref: CustomerRef;
  readonly createdStep: number;
  readonly moments: SessionMoment[];
  reopened: boolean;
};

/** An event on its way to us. `acknowledged`: our receiver answered 200; `delivered`: Stripe knows that. */
export type SentEvent = { event: StripeEvent; body: string; acknowledged: boolean; delivered: boolean };

export type SimulatedStripe = {
  readonly identity: InMemoryIdentityProvider;
  readonly charges: InMemoryChargeSource;
  /** Oldest first. */
  readonly events: readonly SentEvent[];
  life: (sessionId: string) => SessionLife | undefined;
  livesOf: (ref: CustomerRef) => readonly SessionLife[];
  /** A payment; with its event. */
  pay: (charge: Omit<Charge, 'id'>) => Charge;
  /** In the order in which they were made. */
  chargesOf: (stripeCustomerId: string) => readonly Charge[];
};

type Options = {
  scheduler: Scheduler;
  /** A session has changed. */
  changed: (life: SessionLife) => void;
  /** There is an event to tell us. */
  tell: (sent: SentEvent) => void;
};

export function createSimulatedStripe({ scheduler, changed, tell }: Options): SimulatedStripe {
  const lives = new Map<string, SessionLife>();
  const byCustomer = new Map<string, SessionLife[]>();
  const events: SentEvent[] = [];
  const chargesMade: Charge[] = [];
  const charges = createInMemoryChargeSource();

  const emit = (type: HandledEventType, object: { id: string }): void => {
    const eventId = `evt_${events.length + 1}`;
    const created = Math.floor(scheduler.nowMs() / 1000);
    const event = { eventId, type, objectId: object.id, created, livemode: false };
    const sent = { event, body: bodyOf(event), acknowledged: false, delivered: false };
    events.push(sent);
    tell(sent);
  };

  const identity = createInMemoryIdentityProvider(scheduler, (type, session) => {
    const life = lives.get(session.id) ?? begin(session);
    const before = life.moments.at(-1)?.session.status;
    if (before === 'verified' && session.status === 'requires_input') life.reopened = true;
    life.moments.push({ step: scheduler.steps(), session });
    changed(life);
    if (type !== null) emit(type, session);
  });

  const begin = (session: HeldSession): SessionLife => {
    const { id, ref } = session;
    const life = { id, ref, createdStep: scheduler.steps(), moments: [], reopened: false };
    lives.set(id, life);
    const key = `${ref.subaccountId}/${ref.customerId}`;
    byCustomer.set(key, [...(byCustomer.get(key) ?? []), life]);
    return life;
  };

  return {
    identity,
    charges,
    events,
    life: (sessionId) => lives.get(sessionId),
    livesOf: (ref) => byCustomer.get(`${ref.subaccountId}/${ref.customerId}`) ?? [],
    pay: (details) => {
      const charge = { id: `ch_${chargesMade.length + 1}`, ...details };
      chargesMade.push(charge);
      charges.add(charge);
      emit(charge.status === 'succeeded' ? 'charge.succeeded' : 'charge.failed', charge);
      return charge;
    },
    chargesOf: (stripeCustomerId) =>
      chargesMade.filter((charge) => charge.stripeCustomerId === stripeCustomerId),
  };
}

/** What a session is right now. */
export function stateOf(life: SessionLife): HeldSession {
  const moment = life.moments.at(-1);
  if (moment === undefined) throw new Error(`session ${life.id} never began`);
  return moment.session;
}

/** Whether a session could still be submitted, or is being checked. */
export function isOpen({ status, redaction }: HeldSession): boolean {
  return redaction === null && (status === 'requires_input' || status === 'processing');
}

/** As Stripe sends it, with a part of the object that must stay behind. */
function bodyOf({ eventId, type, objectId, created, livemode }: StripeEvent): string {
  return JSON.stringify({
    id: eventId,
    object: 'event',
    api_version: '2026-10-28.endive',
    created,
    data: { object: { id: objectId, metadata: {} } },
    livemode,
    pending_webhooks: 1,
    request: { id: null, idempotency_key: null },
    type,
  });
}

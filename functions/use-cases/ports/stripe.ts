// Stripe: its sessions, its payments, and the events that it could not deliver.

import type { CustomerRef } from '../../domain/customer.ts';
import type { Charge } from '../../domain/risk.ts';
import type { SessionRecord, StripeSession } from '../../domain/session.ts';
import type { StripeEvent } from '../../domain/stripe-event.ts';

/** Stripe Identity. Every call may throw StripeUnavailable or StripeRefused. */
export type IdentityProvider = {
  /** The same record gives the same session, however often and by however many it is called. */
  createSession: (
    ref: CustomerRef,
    record: SessionRecord,
    stripeCustomerId: string | null,
  ) => Promise<StripeSession>;
  /** The session of a customer's number that waits for input, whoever created it; null where there is none. */
  findOpenSession: (ref: CustomerRef, number: number) => Promise<StripeSession | null>;
  /** The date of birth is asked for only where a rule needs it. */
  retrieveSession: (id: string, options: { withDateOfBirth: boolean }) => Promise<StripeSession>;
  /** Harmless where the session is no longer open. */
  cancelSession: (id: string) => Promise<void>;
  /** What Stripe's native SDKs need beside the session id. */
  createEphemeralKey: (sessionId: string) => Promise<{ secret: string; expiresAtMs: number }>;
};

/** Stripe's payments. May throw StripeUnavailable or StripeRefused. */
export type ChargeSource = {
  /** Null for a charge that isn't this account's. */
  retrieveCharge: (id: string) => Promise<Charge | null>;
  /** A customer's first successful charge as of now; null where there is none. */
  firstSuccessfulCharge: (stripeCustomerId: string) => Promise<Charge | null>;
};

/** A page of what Stripe could not deliver; `malformed` is how many of its events can't be read. */
export type UndeliveredPage = {
  events: readonly StripeEvent[];
  malformed: number;
  /** Where the next page begins; null where this was the last. */
  nextCursor: string | null;
};

/** Events that Stripe could not deliver to the webhook. May throw StripeUnavailable or StripeRefused. */
export type UndeliveredEvents = {
  /** Newest first, from a cursor on. A cursor that Stripe has forgotten (after 30 days) leads to an empty page. */
  page: (page: { cursor: string | null; limit: number }) => Promise<UndeliveredPage>;
};

// Stripe: its sessions, its payments, and the events that it could not deliver.

import type { CustomerRef } from '../../domain/customer.ts';
import type { Charge } from '../../domain/risk.ts';
import type { SessionRecord, StripeSession, WantedOfSession } from '../../domain/session.ts';
import type { StripeEvent } from '../../domain/stripe-event.ts';

/**
 * `asked`: Stripe is redacting the session, or has done so. `processing`: not now; to be asked again later. `refused`:
 * Stripe redacts no canceled session. `gone`: Stripe knows no such session.
 */
export type RedactionAnswer = 'asked' | 'processing' | 'refused' | 'gone';

/** A link opens the image for whoever has it. `document_photo` is the document as it was held beside the face. */
export type ImageLink = {
  kind: 'document_front' | 'document_back' | 'selfie' | 'document_photo';
  url: string;
  expiresAtMs: number;
};

/**
 * `not_permitted`: our key may not see them, for want of a restricted key or after 48 hours. `none`: there are none, or
 * none any more.
 */
export type ImageLinks = {
  images: readonly ImageLink[];
  unavailable: 'not_permitted' | 'none' | null;
};

/** A session that Stripe has for a customer, whether or not we have a note of it. */
export type FoundSession = { id: string; createdAtMs: number };

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
  /**
   * All sessions that carry a customer's id, newest first; of those that were redacted Stripe forgets whose they were.
   * At most 2,000 of one customer id, over all subaccounts, are looked through.
   */
  findSessions: (ref: CustomerRef) => Promise<readonly FoundSession[]>;
  /** What our key may not see, and what Stripe doesn't tell, is null. */
  retrieveSession: (id: string, options: { wanted: WantedOfSession }) => Promise<StripeSession>;
  /** Harmless where the session is no longer open. */
  cancelSession: (id: string) => Promise<void>;
  /** Cancels it too where it is open. Harmless where it was asked before. */
  redactSession: (id: string) => Promise<RedactionAnswer>;
  /** Links to the images of the last submission, which live for 30 seconds. */
  createImageLinks: (sessionId: string, nowMs: number) => Promise<ImageLinks>;
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

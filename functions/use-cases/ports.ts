// The outside world as the use cases see it. Adapters implement these ports; tests pass literals.

import type { Actor } from '../domain/actor.ts';
import type { CustomerChange } from '../domain/customer-change.ts';
import type { Customer, CustomerRef } from '../domain/customer.ts';
import type { Notification } from '../domain/notification.ts';
import type { Policy } from '../domain/policy.ts';
import type { Charge } from '../domain/risk.ts';
import type { SessionRecord, StripeSession } from '../domain/session.ts';
import type { StripeEvent } from '../domain/stripe-event.ts';
import type { Subaccount } from '../domain/subaccount.ts';

/** Epoch milliseconds. */
export type Clock = { nowMs: () => number };

/** Random numbers in [0, 1) and ids that nobody can guess. */
export type Randomness = { next: () => number; uuid: () => string };

/** Waits; in tests, not at all. */
export type Pause = (milliseconds: number) => Promise<void>;

/** Counts what operators watch, e.g. charges of customers that nobody knows. */
export type Metrics = { count: (name: MetricName) => void };
export type MetricName =
  | 'UnknownStripeCustomer'
  | 'UnknownVerificationSession'
  | 'DuplicateStripeEvent'
  | 'UnhandledStripeEvent'
  | 'RejectedWebhook'
  | 'UndeliveredEventsRequeued';

/** What the platform told us about a customer at signup. Personal data: kept apart from the profile. */
export type SignupDetails = {
  email: string | null;
  name: string | null;
  phone: string | null;
  ip: string | null;
  latitude: number | null;
  longitude: number | null;
  locationAccuracyMeters: number | null;
};

/** A customer with all that decisions about him read, as of one strongly consistent read. */
export type CustomerContext = { customer: Customer; policy: Policy; subaccount: Subaccount };

/** A change and all that is saved with it, in one transaction or not at all. */
export type CustomerSave = {
  before: Customer;
  change: CustomerChange;
  actor: Actor;
  atMs: number;
  notification: Notification | null;
  session?: SessionRecord;
  /** The Stripe event that caused it; the save fails with DuplicateEvent where it was saved before. */
  eventId?: string;
};

export type CustomerFilter = 'required' | 'pending' | 'requires_input' | 'failed' | 'verified' | 'all';

export type CustomerPage = { customers: readonly Customer[]; nextCursor: string | null };

export type CustomerRepository = {
  /**
   * Customer and policy, strongly consistent, in one round trip; `customer` is null where there is none.
   * @throws Error where the subaccount has no policy: the gate must not guess one.
   */
  loadForGate: (ref: CustomerRef) => Promise<{ customer: Customer; policy: Policy } | null>;
  /** @throws NotFound `customer_not_found` */
  loadContext: (ref: CustomerRef) => Promise<CustomerContext>;
  loadSignup: (ref: CustomerRef) => Promise<SignupDetails | null>;
  /**
   * False where a customer of that id exists.
   * @throws Conflict `stripe_customer_taken` where another customer has the Stripe customer id.
   */
  create: (input: Omit<CustomerSave, 'before'> & { signup: SignupDetails }) => Promise<boolean>;
  /** @throws ConcurrentChange, DuplicateEvent */
  save: (input: CustomerSave) => Promise<void>;
  /**
   * Claims the next session number for a session that is about to be created at Stripe. Where somebody
   * claimed it before and didn't finish, his claim is returned, so that both create the same session.
   * A claim that was released, or is older than `staleBeforeMs` (Stripe has forgotten its idempotency key by
   * then), is replaced by one that says so.
   * @throws ConcurrentChange where the number is taken for good, or others are claiming it right now.
   */
  reserveSession: (ref: CustomerRef, wanted: SessionRecord, staleBeforeMs: number) => Promise<SessionRecord>;
  /** Gives a claim up, so that the next call makes its own. Harmless where it is no longer the claim. */
  releaseSession: (ref: CustomerRef, claim: SessionRecord) => Promise<void>;
  loadSession: (ref: CustomerRef, number: number) => Promise<SessionRecord | null>;
  findByStripeSession: (sessionId: string) => Promise<{ ref: CustomerRef; number: number } | null>;
  findByStripeCustomer: (stripeCustomerId: string) => Promise<CustomerRef | null>;
  /** Notes an event that changes nothing as done; repeating it is harmless. */
  markEventProcessed: (eventId: string, atMs: number) => Promise<void>;
  /** Those of the ids that no save and no mark has seen. */
  unprocessedEvents: (eventIds: readonly string[]) => Promise<ReadonlySet<string>>;
  /** @throws InvalidInput for a cursor that this list didn't give out. */
  list: (
    subaccountId: string,
    filter: CustomerFilter,
    page: { cursor: string | null; limit: number },
  ) => Promise<CustomerPage>;
};

/** A change of a policy with who, when, before and after. */
export type PolicyChange = { before: Policy | null; after: Policy; actor: Actor; atMs: number };

export type SubaccountRepository = {
  load: (id: string) => Promise<{ subaccount: Subaccount; policy: Policy } | null>;
  /** Makes a subaccount with its first policy. @throws ConcurrentChange where it exists. */
  create: (subaccount: Subaccount, policy: PolicyChange) => Promise<void>;
  /** @throws ConcurrentChange where the stored version isn't the one before this. */
  save: (subaccount: Subaccount, actor: Actor, atMs: number) => Promise<void>;
  /** @throws ConcurrentChange where the stored version isn't `before.version`. */
  savePolicy: (change: PolicyChange) => Promise<void>;
};

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
export type ChargeSource = { retrieveCharge: (id: string) => Promise<Charge> };

/** Events that Stripe could not deliver to the webhook. May throw StripeUnavailable or StripeRefused. */
export type UndeliveredEvents = { list: (limit: number) => Promise<readonly StripeEvent[]> };

/** The queue between webhook receiver and processor. Resolves once the queue has the event. */
export type EventQueue = { send: (event: StripeEvent) => Promise<void> };

/** Where pushes go. Resolves once the topic has it. */
export type NotificationPublisher = { publish: (notification: Notification) => Promise<void> };

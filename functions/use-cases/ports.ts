// The outside world as the use cases see it. Adapters implement these ports; tests pass literals.

import type { Actor } from '../domain/actor.ts';
import type { AuditEntry } from '../domain/audit-entry.ts';
import type { CustomerChange } from '../domain/customer-change.ts';
import type { Customer, CustomerRef } from '../domain/customer.ts';
import type { Device, DevicePlatform, DeviceRegistration } from '../domain/device.ts';
import type { Tally } from '../domain/identity-tally.ts';
import type { Notification } from '../domain/notification.ts';
import type { PolicySubject } from '../domain/policy-application.ts';
import type { BatchDue, PolicyApplication } from '../domain/policy-application-job.ts';
import type { Policy } from '../domain/policy.ts';
import type { Charge } from '../domain/risk.ts';
import type { SessionRecord, StripeSession } from '../domain/session.ts';
import type { CarrierFacts, IpFacts, NumberPlan, SignalFacts } from '../domain/signals/facts.ts';
import type { SignupDetails } from '../domain/signup.ts';
import type { StripeEvent } from '../domain/stripe-event.ts';
import type { Subaccount } from '../domain/subaccount.ts';
import type { OperationalZones, Polygon, Position } from '../domain/zones.ts';

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
  | 'MalformedStripeEvent'
  | 'RejectedWebhook'
  | 'UndeliveredEventsRequeued'
  | 'PhoneLookupFailed';

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
  /** What the rider wrote when he asked for another way of verifying. Personal data: kept apart. */
  alternativeMessage?: string | null;
  /** The Stripe event that caused it; the save fails with DuplicateEvent where it was saved before. */
  eventId?: string;
};

export type CustomerFilter =
  'required' | 'pending' | 'requires_input' | 'failed' | 'verified' | 'alternative_requested' | 'all';

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
  /** What the rider wrote with his latest alternative request; null where he wrote nothing. */
  loadAlternativeMessage: (ref: CustomerRef) => Promise<string | null>;
  /**
   * False where a customer of that id exists.
   * @throws ConcurrentChange where others write the same items right now,
   *   Conflict `stripe_customer_taken` where another customer has the Stripe customer id.
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
  /** Newest first. @throws InvalidInput for a cursor that this trail didn't give out. */
  auditTrail: (
    ref: CustomerRef,
    page: { cursor: string | null; limit: number },
  ) => Promise<{ entries: readonly AuditEntry[]; nextCursor: string | null }>;
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
  create: (subaccount: Subaccount, policy: PolicyChange, zones?: OperationalZones | null) => Promise<void>;
  loadWithZones: (id: string) => Promise<{ subaccount: Subaccount; zones: OperationalZones | null } | null>;
  /**
   * Undefined zones stay as they are, null ones are taken away.
   * @throws ConcurrentChange where the stored version isn't the one before this.
   */
  save: (
    subaccount: Subaccount,
    actor: Actor,
    atMs: number,
    zones?: OperationalZones | null,
  ) => Promise<void>;
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
export type ChargeSource = {
  /** Null for a charge that isn't this account's. */
  retrieveCharge: (id: string) => Promise<Charge | null>;
  /** A customer's first successful charge as of now; null where there is none. */
  firstSuccessfulCharge: (stripeCustomerId: string) => Promise<Charge | null>;
};

/** Events that Stripe could not deliver to the webhook. May throw StripeUnavailable or StripeRefused. */
export type UndeliveredEvents = {
  /** Newest first, at most so many. */
  list: (limit: number) => Promise<readonly StripeEvent[]>;
};

/** The queue between webhook receiver and processor. Resolves once the queue has the event. */
export type EventQueue = { send: (event: StripeEvent) => Promise<void> };

/** Where pushes go. Resolves once the topic has it. */
export type NotificationPublisher = { publish: (notification: Notification) => Promise<void> };

/** All that a customer's page shows, as of one strongly consistent read. */
export type CustomerFile = {
  customer: Customer;
  policy: Policy;
  signup: SignupDetails | null;
  /** Null until they were collected. */
  facts: SignalFacts | null;
  zones: OperationalZones | null;
};

export type SignalRepository = {
  /** @throws NotFound `customer_not_found` */
  loadFile: (ref: CustomerRef) => Promise<CustomerFile>;
  load: (ref: CustomerRef) => Promise<SignalFacts | null>;
  /** Keeps the first facts of a customer: whoever comes later changes nothing. */
  save: (ref: CustomerRef, facts: SignalFacts) => Promise<void>;
};

/** What was saved and concerns others: a notification, or a new customer. */
export type RelayedChange =
  { kind: 'push'; notification: Notification } | { kind: 'signup'; ref: CustomerRef };

/** The queue of new signups whose signals are to be computed. Resolves once the queue has it. */
export type SignupQueue = { send: (ref: CustomerRef) => Promise<void> };

/** What a number's digits say; null facts for what is no number. */
export type NumberReader = { read: (phone: string) => NumberPlan };

/** Asks a provider about a number. Never rejects: what it can't tell in time is null. */
export type PhoneLookup = { lookUp: (phone: string) => Promise<CarrierFacts> };

/** Where an address is used, as far as public data tells; nulls for private and reserved ones. */
export type IpLocator = { locate: (ip: string) => Promise<IpFacts> };

/** Distances on the globe, in kilometers. */
export type Geography = {
  distanceKm: (from: Position, to: Position) => number;
  /** To the nearest edge of the nearest area; 0 inside of one, null where there is none. */
  distanceToAreasKm: (from: Position, areas: readonly Polygon[]) => number | null;
};

/** Whose device a push token was registered for last. */
export type DeviceOwner = CustomerRef & { deviceId: string };

/** Customers' devices. A push token belongs to one device of one customer at any time. */
export type DeviceRepository = {
  /** Strongly consistent, in no particular order. */
  list: (ref: CustomerRef) => Promise<readonly Device[]>;
  findByToken: (tokenHash: string) => Promise<DeviceOwner | null>;
  /**
   * Saves a device, and takes away what it replaces and displaces and the device of the token's earlier owner,
   * all or nothing.
   * @throws ConcurrentChange where one of them is no longer as it was read.
   */
  register: (
    ref: CustomerRef,
    registration: DeviceRegistration,
    earlierOwner: DeviceOwner | null,
  ) => Promise<void>;
  /**
   * Harmless where the device is gone, or has been registered with another endpoint since.
   * @throws ConcurrentChange where others are writing it right now.
   */
  remove: (ref: CustomerRef, device: Device) => Promise<void>;
};

/** Endpoints at the push services: one for each token. */
export type PushEndpoints = {
  /**
   * Finds or makes the endpoint of a token, sees to it that it takes pushes, and answers its ARN.
   * @throws Conflict `push_not_configured` where there is no application for the platform,
   *   InvalidInput for a token that the push service won't have.
   */
  register: (platform: DevicePlatform, token: string) => Promise<string>;
  /** Harmless where it is gone. */
  remove: (endpointArn: string) => Promise<void>;
};

/** Hands pushes to the push services; `gone` tells that this endpoint takes none, now or later. */
export type PushSender = {
  push: (endpointArn: string, notification: Notification) => Promise<'sent' | 'gone'>;
};

/** What a push service knows us by. */
export type PushCredentials =
  | { platform: 'apns'; signingKey: string; keyId: string; teamId: string; bundleId: string }
  | { platform: 'fcm'; serviceAccountJson: string };

/** RideGate's applications at the push services, each under an ARN that is known beforehand. */
export type PushApplications = {
  /** Makes it, or gives it these credentials where it exists. */
  provide: (applicationArn: string, credentials: PushCredentials) => Promise<void>;
  /** Takes it away with all its endpoints; harmless where it is gone. */
  remove: (applicationArn: string) => Promise<void>;
};

/** A subaccount's customers as far as a policy reads them, oldest first. May be seconds behind. */
export type PolicySubjects = {
  /** @throws InvalidInput for a cursor that this list didn't give out. */
  page: (
    subaccountId: string,
    page: { cursor: string | null; limit: number },
  ) => Promise<{ subjects: readonly PolicySubject[]; nextCursor: string | null }>;
};

/** The latest application of a policy in each subaccount. */
export type PolicyApplications = {
  load: (subaccountId: string) => Promise<PolicyApplication | null>;
  /** @throws ConcurrentChange where the stored revision isn't the one before this job's. */
  save: (job: PolicyApplication) => Promise<void>;
};

/** The queue between the batches of a policy's application. Resolves once the queue has it. */
export type BatchQueue = { send: (due: BatchDue) => Promise<void> };

/** A change of a customer as the statistics count it. */
export type CountedChange = { ref: CustomerRef; version: number; atMs: number; tally: Tally };

/** Counters by subaccount and UTC day (`2026-03-01`). */
export type StatsCounters = {
  /**
   * Adds changes to a day, at most 90, each of another version; those that were added in the days before are
   * left out.
   * @throws ConcurrentChange where others count for the same day right now.
   */
  add: (subaccountId: string, day: string, changes: readonly CountedChange[]) => Promise<void>;
  /** The sum of all days from the first to the last. */
  sum: (subaccountId: string, firstDay: string, lastDay: string) => Promise<Tally>;
};

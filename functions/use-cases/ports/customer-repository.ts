// The customers, and all that is saved with a change of one.

import type { Actor } from '../../domain/actor.ts';
import type { AuditEntry } from '../../domain/audit-entry.ts';
import type { CustomerChange } from '../../domain/customer-change.ts';
import type { CustomerFilter, CustomerSearch, ListOrder } from '../../domain/customer-list.ts';
import type { Customer, CustomerRef } from '../../domain/customer.ts';
import type { DocumentExpiry } from '../../domain/document-expiry.ts';
import type { Notification } from '../../domain/notification.ts';
import type { Policy } from '../../domain/policy.ts';
import type { SessionRecord } from '../../domain/session.ts';
import type { SignupDetails } from '../../domain/signup.ts';
import type { Subaccount } from '../../domain/subaccount.ts';
import type { KeptIdentity } from './identity-data.ts';

/** A customer with all that decisions about him read, as of one strongly consistent read. */
export type CustomerContext = { customer: Customer; policy: Policy; subaccount: Subaccount };

/** The expiry of a document, of which no reminder was reached yet unless it is named. */
export type NewDocumentExpiry = Pick<DocumentExpiry, 'expiresOn'> & Partial<DocumentExpiry>;

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
  /** Verified data to keep in place of what was kept; null takes it away. */
  identity?: KeptIdentity | null;
  /** The ISO day on which the verified document expires, where the policy acts on it; null takes an earlier one away. */
  documentExpiry?: NewDocumentExpiry | null;
  /** Takes away all else that is kept of the person, and lists the redaction that the change asks for as open. */
  erasesPersonalData?: true;
  /** The Stripe event that caused it; the save fails with DuplicateEvent where it was saved before. */
  eventId?: string;
};

export type CustomerPage = { customers: readonly Customer[]; nextCursor: string | null };

/** Customers. Reads are strongly consistent, but for `list` and `count`. */
export type CustomerRepository = {
  /**
   * Customer and policy, strongly consistent, in one round trip; `customer` is null where there is none.
   * @throws Error where the subaccount has no policy: the gate must not guess one.
   */
  loadForGate: (ref: CustomerRef) => Promise<{ customer: Customer; policy: Policy } | null>;
  /** @throws NotFound `customer_not_found` */
  loadContext: (ref: CustomerRef) => Promise<CustomerContext>;
  loadSignup: (ref: CustomerRef) => Promise<SignupDetails | null>;
  /** An operator's notes with a change, by its version; null where there are none, or no longer. */
  loadNotes: (ref: CustomerRef, version: number) => Promise<string | null>;
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
   * A claim of the same epoch that was released, or is older than `staleBeforeMs` (Stripe has forgotten its
   * idempotency key by then), is replaced by one that says so. One of another epoch is always returned: what was
   * made with it has to be closed first.
   * @throws ConcurrentChange where the number is taken for good, or others are claiming it right now.
   */
  reserveSession: (ref: CustomerRef, wanted: SessionRecord, staleBeforeMs: number) => Promise<SessionRecord>;
  /**
   * Gives a claim up, in the epoch that it names, so that the next call makes its own. Harmless where it is no
   * longer the claim.
   */
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
  /**
   * In the order that is named, else in that of the cursor, else in the filter's own.
   * @throws InvalidInput for a cursor that this list didn't give out, or gave out in another order.
   */
  list: (
    subaccountId: string,
    filter: CustomerFilter,
    page: { cursor: string | null; limit: number; order?: ListOrder | undefined },
  ) => Promise<CustomerPage>;
  /** How many a list has, up to so many: more are not counted. */
  count: (subaccountId: string, filter: CustomerFilter, atMost: number) => Promise<number>;
  /** The subaccount's own customers who have one of the ids, each once; who has it as his own id stands first. */
  search: (subaccountId: string, search: CustomerSearch) => Promise<readonly Customer[]>;
};

// What is due by the clock alone: whose data has been kept for long enough, and whose document expires.

import type { Customer, CustomerRef } from '../../domain/customer.ts';
import type { DocumentExpiry } from '../../domain/document-expiry.ts';

export type CustomerRefPage = { refs: readonly CustomerRef[]; nextCursor: string | null };

type ListPage = { cursor: string | null; limit: number };

/** A subaccount with deadlines; `sweeps` says that its policy had a use for the expiry of documents and lost it. */
export type SubaccountWithDeadlines = { subaccountId: string; sweeps: boolean };

/** Lists by what comes first. They may be seconds behind, so each customer is to be read before anything is done. */
export type DeadlineList = {
  subaccounts: () => Promise<readonly SubaccountWithDeadlines[]>;
  /** Customers of a subaccount who were verified at a moment or before it. */
  verifiedUntil: (subaccountId: string, untilMs: number, page: ListPage) => Promise<CustomerRefPage>;
  /** Customers about whose document there is something to do at a moment; null stands for ever. */
  documentsDue: (subaccountId: string, atMs: number | null, page: ListPage) => Promise<CustomerRefPage>;
  /** Customers whose redaction was asked for before a moment and isn't complete, of all subaccounts. */
  openRedactions: (beforeMs: number, page: ListPage) => Promise<CustomerRefPage>;
};

/** What the deadlines of a customer go by, strongly consistent. */
export type Deadlines = {
  /** When his verified data became ours; null where there is none. */
  verifiedAtMs: (ref: CustomerRef) => Promise<number | null>;
  documentExpiry: (ref: CustomerRef) => Promise<DocumentExpiry | null>;
  /**
   * Keeps another state of a document's expiry without a change of its customer; null takes it away.
   * @throws ConcurrentChange where the customer isn't at this version any more
   */
  keepDocumentExpiry: (customer: Customer, expiry: DocumentExpiry | null) => Promise<void>;
  /** Ends a sweep that began before a moment; harmless where there is none. */
  endSweep: (subaccountId: string, beforeMs: number) => Promise<void>;
};

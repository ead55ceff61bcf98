// All that one customer's page shows.

import type { Customer, CustomerRef } from '../../domain/customer.ts';
import type { Policy } from '../../domain/policy.ts';
import type { SignalFacts } from '../../domain/signals/facts.ts';
import type { SignupDetails } from '../../domain/signup.ts';
import type { MaskedData } from '../../domain/verified-data.ts';
import type { OperationalZones } from '../../domain/zones.ts';

/** A customer with who he said he is, who Stripe found him to be (covered), and what his signals rest on. */
export type CustomerFile = {
  customer: Customer;
  policy: Policy;
  signup: SignupDetails | null;
  /** What the rider wrote with his latest request for another way of verifying. */
  alternativeMessage: string | null;
  /** What an operator wrote who vouched for the customer. */
  manualVerificationNotes: string | null;
  /** What was read from his document, covered; null where nothing is kept. */
  masked: MaskedData | null;
  /** Null until they were collected. */
  facts: SignalFacts | null;
  zones: OperationalZones | null;
};

/** Whoever may use this reads personal data: of a document covered, of all else in clear. */
export type CustomerFileRepository = {
  /** As of one strongly consistent read, but for the operator's notes. @throws NotFound `customer_not_found` */
  load: (ref: CustomerRef) => Promise<CustomerFile>;
};

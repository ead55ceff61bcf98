// What tells of a signup, and where it is kept.

import type { Customer, CustomerRef } from '../../domain/customer.ts';
import type { Policy } from '../../domain/policy.ts';
import type { CarrierFacts, IpFacts, NumberPlan, SignalFacts } from '../../domain/signals/facts.ts';
import type { SignupDetails } from '../../domain/signup.ts';
import type { MaskedData } from '../../domain/verified-data.ts';
import type { OperationalZones, Polygon, Position } from '../../domain/zones.ts';

/** All that a customer's page shows, as of one strongly consistent read. */
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

/** The signals' facts, and all that is shown beside them. */
export type SignalRepository = {
  /** @throws NotFound `customer_not_found` */
  loadFile: (ref: CustomerRef) => Promise<CustomerFile>;
  isCollected: (ref: CustomerRef) => Promise<boolean>;
  /** Keeps the first facts of a customer whose signup is kept: whoever comes later changes nothing. */
  save: (ref: CustomerRef, facts: SignalFacts) => Promise<void>;
};

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

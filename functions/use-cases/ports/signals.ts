// What tells of a signup, and where it is kept.

import type { CustomerRef } from '../../domain/customer.ts';
import type { CarrierFacts, IpFacts, NumberPlan, SignalFacts } from '../../domain/signals/facts.ts';
import type { Polygon, Position } from '../../domain/zones.ts';

/** What was found out about a signup. It is read with all else that is shown of a customer: customer-file.ts. */
export type SignalRepository = {
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

// A seeded bug: production code with one safeguard taken away, which the simulation has to notice.

import type { Sabotage } from '../wiring.ts';

export type InvariantName =
  | 'gate'
  | "operator's word"
  | 'verified'
  | 'events'
  | 'audit trail'
  | 'pushes'
  | 'tenants'
  | 'sessions'
  | 'redaction'
  | 'consent'
  | 'convergence';

export type Bug = {
  name: string;
  /** What it does wrong. */
  wrong: string;
  /** What keeps production code from it. */
  removes: string;
  /** The promises that it breaks: the first broken history has to break one of these. */
  breaks: readonly InvariantName[];
  sabotage: Sabotage;
};

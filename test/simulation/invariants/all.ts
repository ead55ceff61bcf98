import type { MakeInvariant } from '../invariant.ts';
import { auditTrailIsComplete } from './audit-trail.ts';
import { consentIsKept } from './consent.ts';
import { everythingConverges } from './convergence.ts';
import { eventsHappenOnce } from './events-once.ts';
import { gateIsLinearizable } from './gate.ts';
import { operatorsWordHolds } from './operators-word.ts';
import { pushesTellTheTruth } from './pushes.ts';
import { redactedStaysRedacted } from './redaction.ts';
import { sessionsAreBounded } from './sessions.ts';
import { tenantsAreApart } from './tenants.ts';
import { verifiedIsEarnedAndKept } from './verified.ts';

/** Everything that is promised of a history. */
export const invariants: readonly MakeInvariant[] = [
  gateIsLinearizable,
  operatorsWordHolds,
  verifiedIsEarnedAndKept,
  eventsHappenOnce,
  auditTrailIsComplete,
  pushesTellTheTruth,
  tenantsAreApart,
  sessionsAreBounded,
  redactedStaysRedacted,
  consentIsKept,
  everythingConverges,
];

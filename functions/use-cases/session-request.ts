import type { Actor } from '../domain/actor.ts';
import type { SaidConsent } from '../domain/biometric-consent.ts';
import type { CustomerRef } from '../domain/customer.ts';

/** Who asks for a verification session, for whom, and what the rider said. */
export type SessionRequest = {
  ref: CustomerRef;
  actor: Actor;
  returnUrl: string | null;
  /** What the rider says to biometrics; null where nobody asked him. */
  consent: SaidConsent | null;
};

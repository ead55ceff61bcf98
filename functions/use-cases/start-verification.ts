// A rider (or an operator for him) asks for a verification session: the open one, or a new one.

import { Forbidden, InvalidInput } from '../domain/faults.ts';
import { decidePolicyFlag } from '../domain/requirement-triggers.ts';
import { isAllowedReturnUrl } from '../domain/return-url.ts';
import { canTryAgain, isFinalError, type StripeSession } from '../domain/session.ts';
import { assertVerificationNeeded } from '../domain/verification-needed.ts';
import type { ApplySessionDeps } from './apply-session.ts';
import { createSession } from './create-session.ts';
import { closeSupersededSession, reuseCurrentSession } from './open-session.ts';
import type { CustomerContext } from './ports/customer-repository.ts';
import { retryOnConflict } from './retry-on-conflict.ts';
import { saveChange } from './save-change.ts';
import type { SessionRequest } from './session-request.ts';

export type StartVerificationDeps = ApplySessionDeps & { allowedReturnUrls: readonly string[] };

/** What the rider's app needs to open the check. Never stored, never logged. */
export type StartedVerification = {
  sessionId: string;
  clientSecret: string | null;
  url: string | null;
  ephemeralKeySecret: string;
  /** When the first of the secrets dies. */
  expiresAtMs: number;
};

const clientSecretLifeMs = 24 * 60 * 60 * 1000;

/**
 * What a rider says to biometrics is kept with the session that he is given. Where he takes an earlier word back, the
 * session that asks for a selfie is closed, also where the policy gives him no other.
 * @throws Conflict `already_verified` | `verification_not_required` | `verification_processing`,
 *   Forbidden `attempt_limit_reached` | `verification_failed` | `biometric_consent_required`,
 *   InvalidInput for a return_url outside the allow-list, and where an operator speaks for the rider
 */
export async function startVerification(
  deps: StartVerificationDeps,
  request: SessionRequest,
): Promise<StartedVerification> {
  if (request.returnUrl !== null && !isAllowedReturnUrl(request.returnUrl, deps.allowedReturnUrls)) {
    throw new InvalidInput([{ path: 'return_url', message: 'is not below an allowed return URL' }]);
  }
  // Nobody can tell later whether the rider really said so. His app's backend speaks for him.
  if (request.consent !== null && request.actor.kind === 'operator') {
    throw new InvalidInput([{ path: 'biometric_consent', message: 'is the rider’s own to say' }]);
  }
  const session = await retryOnConflict(deps, () => openSession(deps, request));
  const key = await deps.identity.createEphemeralKey(session.id);
  return {
    sessionId: session.id,
    clientSecret: session.clientSecret,
    url: session.url,
    ephemeralKeySecret: key.secret,
    expiresAtMs: Math.min(key.expiresAtMs, deps.clock.nowMs() + clientSecretLifeMs),
  };
}

async function openSession(deps: StartVerificationDeps, request: SessionRequest): Promise<StripeSession> {
  const loaded = await deps.customers.loadContext(request.ref);
  assertVerificationNeeded(loaded.customer, loaded.policy);
  assertMayTry(loaded);
  if (loaded.customer.session === null) assertNoSelfieDeclined(loaded, request);
  const flag = decidePolicyFlag(loaded.customer, loaded.policy, deps.clock.nowMs());
  const context = flag === null ? loaded : await saveChange(deps, loaded, flag, { actor: request.actor });

  const { session } = context.customer;
  if (session === null) {
    await closeSupersededSession(deps, context);
    return createSession(deps, context, request);
  }
  const current = await reuseCurrentSession(deps, context, session, request);
  assertMayTry(current.context);
  assertNoSelfieDeclined(current.context, request);
  return current.open ?? createSession(deps, current.context, request);
}

function assertMayTry({ customer, policy }: CustomerContext): void {
  if (!canTryAgain(customer, policy)) {
    if (isFinalError(customer.lastError)) {
      throw new Forbidden(
        'verification_failed',
        'Another try can’t help here. Please ask support for another way to verify.',
      );
    }
    throw new Forbidden(
      'attempt_limit_reached',
      'No attempts are left. Please ask support for another way to verify.',
    );
  }
}

function assertNoSelfieDeclined({ policy }: CustomerContext, { consent }: SessionRequest): void {
  if (policy.requireSelfie && consent?.given === false) {
    throw new Forbidden(
      'biometric_consent_required',
      'This check compares your face with your document. Please ask support for another way to verify.',
    );
  }
}

// A rider (or an operator for him) asks for a verification session: the open one, or a new one.

import type { Actor } from '../domain/actor.ts';
import type { CustomerRef } from '../domain/customer.ts';
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

export type StartVerificationDeps = ApplySessionDeps & { allowedReturnUrls: readonly string[] };

export type SessionRequest = {
  ref: CustomerRef;
  actor: Actor;
  returnUrl: string | null;
  /** False where the rider declines biometrics. */
  biometricConsent: boolean;
};

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
 * @throws Conflict `already_verified` | `verification_not_required` | `verification_processing`,
 *   Forbidden `attempt_limit_reached` | `verification_failed` | `biometric_consent_required`,
 *   InvalidInput for a return_url outside the allow-list
 */
export async function startVerification(
  deps: StartVerificationDeps,
  request: SessionRequest,
): Promise<StartedVerification> {
  if (request.returnUrl !== null && !isAllowedReturnUrl(request.returnUrl, deps.allowedReturnUrls)) {
    throw new InvalidInput([{ path: 'return_url', message: 'is not below an allowed return URL' }]);
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
  assertMayTry(loaded, request);
  const flag = decidePolicyFlag(loaded.customer, loaded.policy, deps.clock.nowMs());
  const context = flag === null ? loaded : await saveChange(deps, loaded, flag, { actor: request.actor });

  const { session } = context.customer;
  if (session === null) {
    await closeSupersededSession(deps, context);
    return createSession(deps, context, request);
  }
  const current = await reuseCurrentSession(deps, context, session, request);
  assertMayTry(current.context, request);
  return current.open ?? createSession(deps, current.context, request);
}

function assertMayTry({ customer, policy }: CustomerContext, request: SessionRequest): void {
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
  if (!request.biometricConsent && policy.requireSelfie) {
    throw new Forbidden(
      'biometric_consent_required',
      'This check compares your face with your document. Please ask support for another way to verify.',
    );
  }
}

// What can go wrong on purpose: each fault has a code that clients may branch on. functions/shared/problem-answer.ts
// maps them to HTTP statuses.

/** What was asked for is not there, or belongs to another subaccount. */
export class NotFound extends Error {
  override name = 'NotFound';
  readonly code: string;
  constructor(
    code:
      | 'customer_not_found'
      | 'subaccount_not_found'
      | 'policy_application_not_found'
      | 'identity_data_not_found',
    detail: string,
  ) {
    super(detail);
    this.code = code;
  }
}

/** The state of things forbids it. */
export class Conflict extends Error {
  override name = 'Conflict';
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

export function noSuchCustomer(): NotFound {
  return new NotFound('customer_not_found', 'No such customer in this subaccount.');
}

export function noSuchSubaccount(): NotFound {
  return new NotFound('subaccount_not_found', 'No such subaccount.');
}

/** The decision rests on a policy that is no longer in force. */
export function policyHasChanged(): Conflict {
  return new Conflict('version_conflict', 'The policy has changed since it was read. Read it again.');
}

/** The decision rests on a customer who has changed since. */
export function customerHasChanged(): Conflict {
  return new Conflict(
    'version_conflict',
    'The customer has changed since that version was read. Read it again.',
  );
}

export function alreadyVerified(): Conflict {
  return new Conflict('already_verified', 'This customer is verified already.');
}

export function verificationNotRequired(): Conflict {
  return new Conflict('verification_not_required', 'This customer may ride without verification.');
}

/** The caller is known, and may not do this. */
export class Forbidden extends Error {
  override name = 'Forbidden';
  readonly code: string;
  constructor(code: string, detail: string) {
    super(detail);
    this.code = code;
  }
}

/** `path` leads to the field; empty for the whole body. */
export type InputFault = { path: string; message: string };

/** What was sent can't be understood; all faults are listed. */
export class InvalidInput extends Error {
  override name = 'InvalidInput';
  readonly faults: readonly InputFault[];
  constructor(faults: readonly InputFault[]) {
    super('The request has faults; see errors.');
    this.faults = faults;
  }
}

/** Somebody else changed the same item first; load it again and decide anew. */
export class ConcurrentChange extends Error {
  override name = 'ConcurrentChange';
}

/** The event's effect was saved before; nothing is left to do. */
export class DuplicateEvent extends Error {
  override name = 'DuplicateEvent';
}

/**
 * Stripe can't be reached or is overloaded; it may go through later. `failed` says that Stripe began and
 * broke off (5xx): it keeps that answer under the request's idempotency key.
 */
export class StripeUnavailable extends Error {
  override name = 'StripeUnavailable';
  readonly failed: boolean;
  constructor(detail: string, failed = false) {
    super(detail);
    this.failed = failed;
  }
}

/**
 * Stripe answered that it won't: our request, key or account is wrong, and repeating it won't help.
 * `keyRefused` says that it is the key (401, 403): what was asked may be right, and another key would do.
 */
export class StripeRefused extends Error {
  override name = 'StripeRefused';
  readonly code: string | null;
  readonly keyRefused: boolean;
  constructor(code: string | null, detail: string, keyRefused = false) {
    super(detail);
    this.code = code;
    this.keyRefused = keyRefused;
  }
}

/** Whether Stripe gives this answer again under the same idempotency key. */
export function isKeptByStripe(fault: unknown): boolean {
  return fault instanceof StripeRefused || (fault instanceof StripeUnavailable && fault.failed);
}

/** Our own environment or a secret isn't what it must be: a person has to set it. */
export class NotSetUp extends Error {
  override name = 'NotSetUp';
}

/** Stripe's key belongs to the other mode: a live key in a test deployment, or the other way around. */
export class WrongStripeKey extends Error {
  override name = 'WrongStripeKey';
}

/** Storage answered with less than was asked for; it may go through later. */
export class StorageUnavailable extends Error {
  override name = 'StorageUnavailable';
}

/**
 * Encrypted data doesn't open: it was tampered with, moved here from elsewhere, or sealed under a key that is
 * gone. Its message tells neither what it holds nor whose it is.
 */
export class Unreadable extends Error {
  override name = 'Unreadable';
}

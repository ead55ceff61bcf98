// What the contract suites save: customers, changes and sessions with as little as a case needs. Ids are
// new for each call, so that cases can share one table.

import { randomUUID } from 'node:crypto';
import type { Actor } from '../../../functions/domain/actor.ts';
import { changeCustomer } from '../../../functions/domain/customer-change.ts';
import type { Customer, CustomerRef } from '../../../functions/domain/customer.ts';
import type { Notification } from '../../../functions/domain/notification.ts';
import { defaultPolicyRules, type Policy, type PolicyRules } from '../../../functions/domain/policy.ts';
import type { SessionRecord } from '../../../functions/domain/session.ts';
import type { SignupDetails } from '../../../functions/domain/signup.ts';
import type {
  CustomerRepository,
  CustomerSave,
} from '../../../functions/use-cases/ports/customer-repository.ts';
import type { SubaccountRepository } from '../../../functions/use-cases/ports/subaccount-repository.ts';

/** 2026-01-15T12:00:00Z. */
export const noonMs = Date.UTC(2026, 0, 15, 12);

export const operator: Actor = { kind: 'operator', id: 'u_ada' };

export function newId(prefix: string): string {
  return `${prefix}_${randomUUID().replaceAll('-', '')}`;
}

export function newRef(subaccountId = newId('sub')): CustomerRef {
  return { subaccountId, customerId: newId('rider') };
}

export const noSignup: SignupDetails = {
  email: null,
  name: null,
  phone: null,
  ip: null,
  latitude: null,
  longitude: null,
  locationAccuracyMeters: null,
};

export function aCustomer(ref: CustomerRef, details: Partial<Customer> = {}): Customer {
  return {
    subaccountId: ref.subaccountId,
    id: ref.customerId,
    version: 1,
    createdAtMs: noonMs,
    stripeCustomerId: null,
    requirement: { state: 'none' },
    epoch: 0,
    identityStatus: null,
    identityStatusAtMs: noonMs,
    verifiedAtMs: null,
    attemptCount: 0,
    lastError: null,
    manualVerification: null,
    ageClaims: null,
    redaction: null,
    risk: null,
    firstChargeId: null,
    alternativeRequestedAtMs: null,
    session: null,
    sessionCount: 0,
    ...details,
  };
}

export function aPush(ref: CustomerRef, id = newId('ntf')): Notification {
  return {
    id,
    kind: 'verification_required',
    ...ref,
    title: 'Identity Verification Required',
    body: 'Please verify your identity to continue using Metro',
    data: { action: 'open_identity_verification' },
    createdAtMs: noonMs,
  };
}

export function aSession(details: Partial<SessionRecord> = {}): SessionRecord {
  return {
    number: 1,
    epoch: 1,
    claimId: newId('claim'),
    replacesClaim: false,
    startedAtMs: noonMs,
    options: {
      allowedDocumentTypes: ['passport', 'id_card'],
      requireSelfie: true,
      requireLiveCapture: false,
      verificationFlow: null,
      returnUrl: 'https://ride.example/done',
    },
    consent: null,
    sessionId: null,
    status: null,
    countedReports: 0,
    ...details,
  };
}

export function aCreation(
  customer: Customer,
  extra: Partial<Parameters<CustomerRepository['create']>[0]> = {},
): Parameters<CustomerRepository['create']>[0] {
  return {
    change: { after: customer, action: 'customer_created', notes: null, notification: null },
    actor: { kind: 'service', id: 'platform' },
    atMs: noonMs,
    notification: null,
    signup: noSignup,
    ...extra,
  };
}

/** A save of the next version, which differs in what is given. */
export function aSave(
  before: Customer,
  difference: Parameters<typeof changeCustomer>[2] = { attemptCount: before.attemptCount + 1 },
  extra: Partial<CustomerSave> = {},
): CustomerSave {
  return {
    before,
    change: changeCustomer(before, 'risk_assessed', difference),
    actor: operator,
    atMs: noonMs + 1000,
    notification: null,
    ...extra,
  };
}

/** Saves a change and answers the customer as it is then. */
export async function saved(customers: CustomerRepository, save: CustomerSave): Promise<Customer> {
  await customers.save(save);
  return save.change.after;
}

export async function created(
  customers: CustomerRepository,
  ref: CustomerRef,
  details: Partial<Customer> = {},
): Promise<Customer> {
  const customer = aCustomer(ref, details);
  const done = await customers.create(aCreation(customer));
  if (!done) throw new Error('this customer exists already');
  return customer;
}

export function aPolicy(subaccountId: string, rules: Partial<PolicyRules> = {}): Policy {
  return { ...defaultPolicyRules, ...rules, subaccountId, version: 1 };
}

/** Makes a subaccount with the default policy; answers its id. */
export async function addSubaccount(
  subaccounts: SubaccountRepository,
  id = newId('sub'),
  rules: Partial<PolicyRules> = {},
): Promise<string> {
  await subaccounts.create(
    { id, name: `Fleet ${id}`, appName: 'Metro', version: 1 },
    { before: null, after: aPolicy(id, rules), actor: operator, atMs: noonMs },
  );
  return id;
}

/** The current customer, where the case knows that he exists. */
export async function stored(customers: CustomerRepository, ref: CustomerRef): Promise<Customer> {
  return (await customers.loadContext(ref)).customer;
}

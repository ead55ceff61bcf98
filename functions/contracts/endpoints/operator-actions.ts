// What operators do to a customer; each answers with the customer as he is then.

import { auditTrailJson, auditTrailQuery } from '../audit.ts';
import {
  clearRequirementBody,
  redactCustomerBody,
  requireVerificationBody,
  verifyManuallyBody,
} from '../customer-requests.ts';
import { customerJson, manuallyVerifiedJson } from '../customer.ts';
import { busy, customerProblems, endpoint, noBody, stripeProblems, subaccountQuery } from '../endpoint.ts';

const answers = { 200: customerJson } as const;

export const operatorEndpoints = {
  getAuditTrail: endpoint({
    name: 'get-audit-trail',
    method: 'GET',
    path: '/api/customers/{id}/audit',
    summary: 'What happened to a customer, newest first: one entry for each version.',
    roles: ['operator', 'admin'],
    query: auditTrailQuery,
    body: noBody,
    answers: { 200: auditTrailJson },
    problems: customerProblems,
  }),
  verifyManually: endpoint({
    name: 'verify-manually',
    method: 'POST',
    path: '/api/customers/{id}/identity-manual-verify',
    summary: 'Vouch for a customer without Stripe.',
    roles: ['operator'],
    query: subaccountQuery,
    body: verifyManuallyBody,
    answers: { 200: manuallyVerifiedJson },
    problems: { ...customerProblems, 409: ['already_verified', 'version_conflict'], ...busy },
  }),
  clearRequirement: endpoint({
    name: 'clear-requirement',
    method: 'POST',
    path: '/api/customers/{id}/identity-clear-requirement',
    summary: 'Let a customer ride unverified until something new asks for verification.',
    roles: ['operator'],
    query: subaccountQuery,
    body: clearRequirementBody,
    answers,
    problems: {
      ...customerProblems,
      409: ['already_verified', 'verification_not_required', 'version_conflict'],
      ...busy,
    },
  }),
  requireVerification: endpoint({
    name: 'require-verification',
    method: 'POST',
    path: '/api/customers/{id}/identity-require',
    summary: 'Ask a customer to verify, also one who is verified.',
    roles: ['operator'],
    query: subaccountQuery,
    body: requireVerificationBody,
    answers,
    problems: { ...customerProblems, 409: ['version_conflict'], ...busy },
  }),
  refreshSession: endpoint({
    name: 'refresh-session',
    method: 'POST',
    path: '/api/customers/{id}/identity-refresh',
    summary: 'Read the customer’s session from Stripe and apply it.',
    roles: ['operator'],
    query: subaccountQuery,
    body: noBody,
    answers,
    problems: { ...customerProblems, 409: ['no_session'], ...stripeProblems },
  }),
  redactCustomer: endpoint({
    name: 'redact-customer',
    method: 'POST',
    path: '/api/customers/{id}/identity-redact',
    summary:
      'Remove a customer’s personal data: our copies at once, Stripe’s within days. Status and times stay.',
    roles: ['operator'],
    query: subaccountQuery,
    body: redactCustomerBody,
    answers,
    // What Stripe can't do now is done later.
    problems: { ...customerProblems, 409: ['version_conflict'], ...busy },
  }),
} as const;

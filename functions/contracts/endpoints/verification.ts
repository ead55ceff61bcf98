// Endpoints that rider apps call on the way to a ride.

import { requestAlternativeBody } from '../customer-requests.ts';
import { riderCustomerJson } from '../customer.ts';
import { busy, customerProblems, endpoint, noBody, stripeProblems, subaccountQuery } from '../endpoint.ts';
import { identitySessionBody, identitySessionJson } from '../identity-session.ts';
import { rideAllowedJson, rideBlockedProblem } from '../ride-check.ts';

export const verificationEndpoints = {
  checkRide: endpoint({
    name: 'check-ride',
    method: 'POST',
    path: '/api/customers/{id}/ride-check',
    summary: 'May this customer start a ride? Anything but a 200 means no.',
    roles: ['rider', 'operator', 'service'],
    query: subaccountQuery,
    body: noBody,
    answers: { 200: rideAllowedJson },
    problems: { 403: rideBlockedProblem, ...customerProblems },
  }),
  startIdentitySession: endpoint({
    name: 'start-identity-session',
    method: 'POST',
    path: '/api/customers/{id}/identity-session',
    summary: 'The open verification session of a customer with fresh secrets, or a new one.',
    roles: ['rider', 'operator', 'service'],
    query: subaccountQuery,
    body: identitySessionBody,
    answers: { 201: identitySessionJson },
    problems: {
      403: ['attempt_limit_reached', 'verification_failed', 'biometric_consent_required'],
      ...customerProblems,
      409: ['already_verified', 'verification_not_required', 'verification_processing'],
      ...stripeProblems,
    },
  }),
  requestAlternative: endpoint({
    name: 'request-alternative',
    method: 'POST',
    path: '/api/customers/{id}/identity-alternative',
    summary: 'Ask the operator for another way of verifying.',
    roles: ['rider'],
    query: subaccountQuery,
    speaksToRiders: true,
    body: requestAlternativeBody,
    answers: { 200: riderCustomerJson },
    problems: { ...customerProblems, 409: ['already_verified', 'verification_not_required'], ...busy },
  }),
} as const;

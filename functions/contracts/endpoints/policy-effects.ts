// Endpoints that tell what a policy would do and has done, and that apply it to existing customers.

import { busy, endpoint, noBody, noQuery, subaccountProblems } from '../endpoint.ts';
import { identityStatsJson, identityStatsQuery } from '../identity-stats.ts';
import { applyPolicyBody, policyApplicationJson } from '../policy-application.ts';
import { policySimulationJson, simulatePolicyBody } from '../policy-simulation.ts';

export const policyEffectEndpoints = {
  simulatePolicy: endpoint({
    name: 'simulate-policy',
    method: 'POST',
    path: '/api/subaccounts/{id}/identity-policy/simulate',
    summary: 'What a proposed policy would do to the customers who are there. Changes nothing.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: simulatePolicyBody,
    answers: { 200: policySimulationJson },
    problems: subaccountProblems,
  }),
  startPolicyApplication: endpoint({
    name: 'start-policy-application',
    method: 'POST',
    path: '/api/subaccounts/{id}/identity-policy/apply',
    summary:
      'Flag existing customers as the policy asks, in the background. While that goes on, asking again answers the same job.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: applyPolicyBody,
    answers: { 202: policyApplicationJson },
    problems: { ...subaccountProblems, 409: ['version_conflict'], ...busy },
  }),
  getPolicyApplication: endpoint({
    name: 'get-policy-application',
    method: 'GET',
    path: '/api/subaccounts/{id}/identity-policy/apply',
    summary: 'The latest application of the policy to existing customers, with its progress.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: noBody,
    answers: { 200: policyApplicationJson },
    problems: { 404: ['subaccount_not_found', 'policy_application_not_found'] },
  }),
  getIdentityStats: endpoint({
    name: 'get-identity-stats',
    method: 'GET',
    path: '/api/subaccounts/{id}/identity-stats',
    summary: 'Funnel, failure codes, risk scores, time to verify and cost over a period of whole UTC days.',
    roles: ['operator', 'admin'],
    query: identityStatsQuery,
    body: noBody,
    answers: { 200: identityStatsJson },
    problems: subaccountProblems,
  }),
} as const;

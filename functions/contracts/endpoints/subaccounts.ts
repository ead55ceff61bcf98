// Endpoints of a subaccount and its policy.

import { busy, endpoint, noBody, noQuery, subaccountProblems } from '../endpoint.ts';
import { policyJson, putPolicyBody } from '../policy.ts';
import { policyVersionsJson, policyVersionsQuery } from '../policy-history.ts';
import {
  listSubaccountsQuery,
  putSubaccountBody,
  subaccountJson,
  subaccountListJson,
} from '../subaccount.ts';

export const subaccountEndpoints = {
  listSubaccounts: endpoint({
    name: 'list-subaccounts',
    method: 'GET',
    path: '/api/subaccounts',
    summary: 'The subaccounts by their ids, page by page.',
    roles: ['admin'],
    query: listSubaccountsQuery,
    body: noBody,
    answers: { 200: subaccountListJson },
    problems: {},
  }),
  getSubaccount: endpoint({
    name: 'get-subaccount',
    method: 'GET',
    path: '/api/subaccounts/{id}',
    summary: 'A subaccount with its operational zones.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: noBody,
    answers: { 200: subaccountJson },
    problems: subaccountProblems,
  }),
  putSubaccount: endpoint({
    name: 'put-subaccount',
    method: 'PUT',
    path: '/api/subaccounts/{id}',
    summary: 'Rename a subaccount and draw its operational zones (GeoJSON); an admin also makes one.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: putSubaccountBody,
    answers: { 200: subaccountJson },
    problems: { ...subaccountProblems, 409: ['version_conflict'], ...busy },
  }),
  getPolicy: endpoint({
    name: 'get-policy',
    method: 'GET',
    path: '/api/subaccounts/{id}/identity-policy',
    summary: 'The policy in force.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: noBody,
    answers: { 200: policyJson },
    problems: subaccountProblems,
  }),
  putPolicy: endpoint({
    name: 'put-policy',
    method: 'PUT',
    path: '/api/subaccounts/{id}/identity-policy',
    summary: 'Change the policy. What is left out keeps its value; `version` is the one that was read.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: putPolicyBody,
    answers: { 200: policyJson },
    problems: { ...subaccountProblems, 409: ['version_conflict'], ...busy },
  }),
  listPolicyVersions: endpoint({
    name: 'list-policy-versions',
    method: 'GET',
    path: '/api/subaccounts/{id}/identity-policy/versions',
    summary: 'Who changed the policy when, and what: one entry for each version, newest first.',
    roles: ['operator', 'admin'],
    query: policyVersionsQuery,
    body: noBody,
    answers: { 200: policyVersionsJson },
    problems: subaccountProblems,
  }),
} as const;

// Endpoints that tell how RideGate itself fares, of all subaccounts together, so for admins alone.

import { endpoint, noBody } from '../endpoint.ts';
import { reconcilerRunListJson, reconcilerRunsQuery } from '../reconciler-run.ts';
import { webhookHealthJson, webhookHealthQuery } from '../webhook-health.ts';

export const operationsEndpoints = {
  getWebhookHealth: endpoint({
    name: 'get-webhook-health',
    method: 'GET',
    path: '/api/webhook-health',
    summary: 'How Stripe’s events fare: hour by hour, and how many wait right now.',
    roles: ['admin'],
    query: webhookHealthQuery,
    body: noBody,
    answers: { 200: webhookHealthJson },
    problems: {},
  }),
  listReconcilerRuns: endpoint({
    name: 'list-reconciler-runs',
    method: 'GET',
    path: '/api/reconciler-runs',
    summary: 'What the reconciler did in each of its runs of the last 30 days, newest first.',
    roles: ['admin'],
    query: reconcilerRunsQuery,
    body: noBody,
    answers: { 200: reconcilerRunListJson },
    problems: {},
  }),
} as const;

// How people get to see what is known of a customer. Each look is in the audit trail before it is answered.

import { customerExportJson, customerExportQuery } from '../customer-export.ts';
import { busy, customerProblems, endpoint, noBody, stripeProblems } from '../endpoint.ts';
import { identityReportJson, identityReportQuery } from '../identity-report.ts';

/** People look at people one by one; who takes a whole fleet's data out shall need days, and be seen. */
const throttle = { rateLimit: 5, burstLimit: 20 };

export const identityDataEndpoints = {
  revealIdentity: endpoint({
    name: 'reveal-identity',
    method: 'GET',
    path: '/api/customers/{id}/identity-report',
    summary:
      'What a customer’s document told, uncovered, and links to its images that live for 30 seconds. Audited.',
    roles: ['operator'],
    throttle,
    query: identityReportQuery,
    body: noBody,
    answers: { 200: identityReportJson },
    problems: {
      404: [...customerProblems[404], 'identity_data_not_found'],
      409: ['no_session'],
      ...stripeProblems,
    },
  }),
  exportCustomer: endpoint({
    name: 'export-customer',
    method: 'GET',
    path: '/api/customers/{id}/export',
    summary: 'Everything that is held of a customer, uncovered, for who asks what is known of him. Audited.',
    roles: ['operator'],
    throttle,
    query: customerExportQuery,
    body: noBody,
    answers: { 200: customerExportJson },
    problems: { ...customerProblems, 409: ['export_too_large'], ...busy },
  }),
} as const;

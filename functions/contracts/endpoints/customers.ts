// Endpoints that make, show and list customers.

import * as z from 'zod';
import { customerFileJson } from '../customer-file.ts';
import { customerCountsJson, listCustomersQuery } from '../customer-list.ts';
import { createCustomerBody } from '../customer-requests.ts';
import { customerJson, customerListJson, riderCustomerJson } from '../customer.ts';
import {
  busy,
  customerProblems,
  endpoint,
  noBody,
  noQuery,
  subaccountProblems,
  subaccountQuery,
} from '../endpoint.ts';

export const customerEndpoints = {
  createCustomer: endpoint({
    name: 'create-customer',
    method: 'POST',
    path: '/api/customers',
    summary: 'Create a customer. The same id with the same body again is answered with 200.',
    roles: ['service'],
    query: subaccountQuery,
    body: createCustomerBody,
    answers: { 200: customerJson, 201: customerJson },
    problems: { ...subaccountProblems, 409: ['customer_exists', 'stripe_customer_taken'], ...busy },
  }),
  getCustomer: endpoint({
    name: 'get-customer',
    method: 'GET',
    path: '/api/customers/{id}',
    summary: 'A customer with the gate’s answer as of now. Riders see no risk data and no signals.',
    roles: ['rider', 'operator', 'service', 'admin'],
    query: subaccountQuery,
    speaksToRiders: true,
    body: noBody,
    answers: { 200: z.union([customerFileJson, riderCustomerJson]) },
    problems: customerProblems,
  }),
  listCustomers: endpoint({
    name: 'list-customers',
    method: 'GET',
    path: '/api/customers',
    summary: 'A subaccount’s customers by filter, page by page; or who has an id, of ours or of Stripe.',
    roles: ['operator', 'admin'],
    query: listCustomersQuery,
    body: noBody,
    answers: { 200: customerListJson },
    problems: subaccountProblems,
  }),
  getCustomerCounts: endpoint({
    name: 'get-customer-counts',
    method: 'GET',
    path: '/api/subaccounts/{id}/customer-counts',
    summary: 'How many customers each filter shows, as far as that is counted.',
    roles: ['operator', 'admin'],
    query: noQuery,
    body: noBody,
    answers: { 200: customerCountsJson },
    problems: subaccountProblems,
  }),
} as const;

// Endpoints for the events of Stripe that failed for good. They are of all subaccounts, so for admins alone.

import {
  deadLetterListJson,
  listDeadLettersQuery,
  redrivenDeadLettersJson,
  redriveDeadLettersBody,
} from '../dead-letter.ts';
import { endpoint, noBody, noQuery } from '../endpoint.ts';

export const deadLetterEndpoints = {
  listDeadLetters: endpoint({
    name: 'list-dead-letters',
    method: 'GET',
    path: '/api/dead-letters',
    summary: 'Events of Stripe that failed for good, of all subaccounts, oldest first.',
    roles: ['admin'],
    query: listDeadLettersQuery,
    body: noBody,
    answers: { 200: deadLetterListJson },
    problems: {},
  }),
  redriveDeadLetters: endpoint({
    name: 'redrive-dead-letters',
    method: 'POST',
    path: '/api/dead-letters/redrive',
    summary:
      'Have events that failed for good processed once more: some by their ids or their likeness, or all. ' +
      'Doing it twice is harmless.',
    roles: ['admin'],
    query: noQuery,
    body: redriveDeadLettersBody,
    answers: { 200: redrivenDeadLettersJson },
    problems: {},
  }),
} as const;

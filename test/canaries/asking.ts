// Asks a run's API in every role, and keeps what it answered.

import type { Client } from '../e2e/http-client.ts';
import type { Finding, Search } from './search.ts';

/** Who asks; a foreign operator is one of another subaccount, another rider one of the same. */
const callerNames = [
  'rider',
  'other rider',
  'operator',
  'admin',
  'service',
  'foreign operator',
  'nobody',
] as const;
export type CallerName = (typeof callerNames)[number];

/** `GET /api/customers/{id}` with what belongs into it. */
export type Question = {
  route: string;
  id?: string;
  device?: string;
  query?: Record<string, string>;
  body?: unknown;
};

type Answered = { place: string; status: number; text: string };
type Given = { status: number; body: Record<string, unknown> };
export type Asking = {
  ask: (by: CallerName, question: Question) => Promise<Given>;
  /** The same; fails where it isn't answered well. */
  mustAsk: (by: CallerName, question: Question) => Promise<Given>;
  /** All answers so far: headers and body. */
  answers: readonly Answered[];
  tokens: readonly string[];
};

/** Everybody who may ask about one customer. */
export async function askAbout(
  client: Client,
  { subaccountId, customerId }: { subaccountId: string; customerId: string },
): Promise<Asking> {
  const foreign = subaccountId === 'campus' ? 'metro' : 'campus';
  const tokens = new Map<CallerName, string | null>([
    ['rider', await client.token('rider', { subaccount_id: subaccountId, customer_id: customerId })],
    ['other rider', await client.token('rider', { subaccount_id: subaccountId, customer_id: 'somebody' })],
    ['operator', await client.token('operator', { subaccount_id: subaccountId, user_id: 'op-1' })],
    ['admin', await client.token('admin', { user_id: 'ad-1' })],
    ['service', await client.token('service')],
    ['foreign operator', await client.token('operator', { subaccount_id: foreign, user_id: 'op-9' })],
    ['nobody', null],
  ]);
  const answers: Answered[] = [];
  const ask: Asking['ask'] = async (by, { route, id = customerId, device = 'phone', query, body }) => {
    const [method = '', template = ''] = route.split(' ');
    const isNamed = (by === 'admin' || by === 'service') && template.startsWith('/api/customers');
    const named = isNamed ? { subaccount_id: subaccountId, ...query } : query;
    const wanted = template.replace('{id}', id).replace('{device_id}', device);
    const path = `${wanted}?${new URLSearchParams(named).toString()}`;
    const answer = await client.api(tokens.get(by) ?? null, method, path, body);
    const text = `${JSON.stringify([...answer.headers])}\n${JSON.stringify(answer.body)}`;
    answers.push({ place: `${by} ${route}`, status: answer.status, text });
    return answer;
  };
  return {
    ask,
    mustAsk: async (by, question) => {
      const answer = await ask(by, question);
      if (answer.status < 300) return answer;
      throw new Error(`${question.route} for ${by}: ${JSON.stringify(answer.body)}`);
    },
    answers,
    tokens: [...tokens.values()].filter((one) => one !== null),
  };
}

const reads: readonly Omit<Question, 'id'>[] = [
  { route: 'GET /api/customers/{id}' },
  { route: 'GET /api/customers', query: { filter: 'all' } },
  { route: 'GET /api/customers', query: { filter: 'verified' } },
  { route: 'GET /api/customers', query: { filter: 'alternative_requested' } },
  { route: 'GET /api/customers', query: { filter: 'verified', order: 'oldest' } },
  { route: 'GET /api/customers/{id}/audit' },
  { route: 'POST /api/customers/{id}/ride-check' },
  { route: 'GET /api/subaccounts' },
  { route: 'GET /api/dead-letters' },
  { route: 'GET /api/webhook-health' },
  { route: 'GET /api/reconciler-runs' },
  { route: 'GET /api/openapi.json' },
];

const subaccountReads: readonly Omit<Question, 'id'>[] = [
  { route: 'GET /api/subaccounts/{id}' },
  { route: 'GET /api/subaccounts/{id}/customer-counts' },
  { route: 'GET /api/subaccounts/{id}/identity-policy' },
  { route: 'GET /api/subaccounts/{id}/identity-policy/versions' },
  { route: 'POST /api/subaccounts/{id}/identity-policy/simulate', body: {} },
  { route: 'GET /api/subaccounts/{id}/identity-policy/apply' },
  { route: 'GET /api/subaccounts/{id}/identity-stats', query: { from: '2026-01-01', to: '2026-02-01' } },
];

/** Everything that can be read, by everybody; most of it is refused. Operators see `reason` in the trail later. */
export async function readEverything({ ask }: Asking, subaccountId: string, reason: string): Promise<void> {
  const questions: Question[] = [
    ...reads,
    ...subaccountReads.map((question) => ({ ...question, id: subaccountId })),
    { route: 'GET /api/customers/{id}/identity-report', query: { reason } },
    { route: 'GET /api/customers/{id}/export', query: { reason } },
  ];
  for (const question of questions) {
    await Promise.all(callerNames.map((by) => ask(by, question)));
  }
}

/** Where in the answers the markers stand. */
export function findInAnswers({ answers }: Asking, search: Search): Finding[] {
  return answers.flatMap(({ place, text }) => search(text).map((marker) => ({ place, marker })));
}

/** What happens to one API request: authentication, faults, idempotency, and one transaction for all it does. */
import type { FastifyRequest } from 'fastify';
import type { Simulator } from '../simulator.ts';
import { API_VERSION } from '../webhooks/events.ts';
import { authenticate } from './authentication.ts';
import type { ApiRequest, Endpoint } from './endpoint.ts';
import { invalidRequest, StripeApiError } from './errors.ts';
import { sufferFaults } from './faults.ts';
import { type FormObject, parseForm } from './form-encoding.ts';
import { fingerprintOf, type Idempotency } from './idempotency.ts';

interface Result {
  status: number;
  body: unknown;
}

interface Answer extends Result {
  headers: Record<string, string>;
}

/** Answers a request to an endpoint, or throws Stripe's error. */
export async function answerRequest(
  simulator: Simulator,
  idempotency: Idempotency,
  endpoint: Endpoint,
  request: FastifyRequest,
): Promise<Answer> {
  const key = authenticate(request.headers.authorization, simulator.options);
  const apiVersion = checkedVersion(headerOf(request, 'stripe-version'));
  const idempotencyKey = endpoint.method === 'POST' ? headerOf(request, 'idempotency-key') : undefined;
  const body = typeof request.body === 'string' ? request.body : '';
  const sent = parseForm(endpoint.method === 'POST' ? body : queryOf(request.url));
  const cause = { id: request.id, idempotency_key: idempotencyKey ?? null };
  const apiRequest: ApiRequest = { simulator, key, id: idIn(request.params), cause, apiVersion };
  const headers = { 'stripe-version': apiVersion ?? API_VERSION };

  if (idempotencyKey === undefined) {
    await sufferFaults(simulator.collections.faults, simulator.stopping);
    const work = endpoint.prepare(sent, apiRequest);
    return { status: 200, body: simulator.store.transaction(work), headers };
  }

  const keyed = { ...headers, 'idempotency-key': idempotencyKey };
  const fingerprint = fingerprintOf(request.method, request.url, body);
  const saved = idempotency.claim(idempotencyKey, fingerprint);
  if (saved) {
    return {
      ...saved,
      headers: { ...keyed, 'idempotent-replayed': 'true', 'original-request': saved.request_id },
    };
  }
  const keep = (result: Result): void =>
    idempotency.save({ key: idempotencyKey, fingerprint, request_id: request.id, ...result });
  try {
    return { ...(await workOnce(endpoint, sent, apiRequest, keep)), headers: keyed };
  } finally {
    idempotency.release(idempotencyKey);
  }
}

/** Keeps the result with the effect. Faults before the work, and bad parameters, are not kept; a 500 is. */
async function workOnce(
  endpoint: Endpoint,
  sent: FormObject,
  request: ApiRequest,
  keep: (result: Result) => void,
): Promise<Result> {
  const { simulator } = request;
  try {
    await sufferFaults(simulator.collections.faults, simulator.stopping);
  } catch (error) {
    if (error instanceof StripeApiError && error.statusCode === 500) keep({ status: 500, body: error.body });
    throw error;
  }
  const work = endpoint.prepare(sent, request);
  try {
    return simulator.store.transaction(() => {
      const result = { status: 200, body: work() };
      keep(result);
      return result;
    });
  } catch (error) {
    if (error instanceof StripeApiError) keep({ status: error.statusCode, body: error.body });
    throw error;
  }
}

/** All after the first question mark. */
function queryOf(url: string): string {
  const mark = url.indexOf('?');
  return mark === -1 ? '' : url.slice(mark + 1);
}

function headerOf(request: FastifyRequest, name: string): string | undefined {
  const value = request.headers[name];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function idIn(parameters: unknown): string {
  const id: unknown =
    typeof parameters === 'object' && parameters !== null ? Reflect.get(parameters, 'id') : undefined;
  return typeof id === 'string' ? id : '';
}

/** `2026-10-28.endive`, or the older form that is only a date. */
function checkedVersion(version: string | undefined): string | undefined {
  if (version === undefined || /^\d{4}-\d{2}-\d{2}(\.[a-z]+)?(;.*)?$/.test(version)) return version;
  throw invalidRequest(`Invalid Stripe API version: ${version}`);
}

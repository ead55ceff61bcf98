// Speaks to a run over HTTP as apps, operators and Stripe do.

import { setTimeout as wait } from 'node:timers/promises';
import { createApiClient, type ApiClient } from '../../client/api-client.ts';
import { documentedPath, expectDocumented } from '../support/api-document.ts';

export type Role = 'rider' | 'operator' | 'admin' | 'service';
export type Answer = { status: number; headers: Headers; body: Record<string, unknown> };
export type PushedNotification = {
  id: string;
  customer_id: string;
  title: string;
  body: string;
  type: string;
  /** The topic, or a device's endpoint. */
  target: string;
};

/** A client of the run at a base port. */
export function clientOf(port: number) {
  const at = (offset: number, path: string): string => `http://127.0.0.1:${port + offset}${path}`;

  const read = async (response: Response): Promise<Answer> => {
    const text = await response.text();
    const body = text === '' ? {} : (JSON.parse(text) as Record<string, unknown>);
    return { status: response.status, headers: response.headers, body };
  };

  return {
    async token(role: Role, claims: Record<string, string> = {}): Promise<string> {
      const body = new URLSearchParams({ grant_type: 'client_credentials', role, ...claims });
      const answer = await read(await fetch(at(3, '/token'), { method: 'POST', body }));
      if (answer.status !== 200) throw new Error(`no token: ${JSON.stringify(answer.body)}`);
      return String(answer.body['access_token']);
    },

    async api(token: string | null, method: string, path: string, body?: unknown): Promise<Answer> {
      return read(
        await documentedFetch(
          new Request(at(0, path), {
            method,
            headers: {
              ...(token !== null && { authorization: `Bearer ${token}` }),
              ...(body !== undefined && { 'content-type': 'application/json' }),
            },
            ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
          }),
        ),
      );
    },

    /** The typed client, as apps and the console use it. */
    typed(token: string | null): ApiClient {
      return createApiClient({
        baseUrl: at(0, ''),
        token: () => Promise.resolve(token),
        fetch: documentedFetch,
      });
    },

    /** Steers the Stripe simulator. */
    async steer(method: string, path: string, body?: unknown): Promise<Answer> {
      return read(
        await fetch(at(2, `/simulator${path}`), {
          method,
          headers: { 'content-type': 'application/json' },
          ...(body !== undefined && { body: JSON.stringify(body) }),
        }),
      );
    },

    async webhook(body: string, headers: Record<string, string>): Promise<number> {
      const typed = { 'content-type': 'application/json; charset=utf-8', ...headers };
      const response = await fetch(at(1, '/'), { method: 'POST', headers: typed, body });
      await response.arrayBuffer();
      return response.status;
    },

    /** Runs a scheduled function at once; answers what it returned. */
    async invoke(functionName: string, event: object): Promise<Answer> {
      return read(
        await fetch(at(0, `/local/functions/${functionName}/invoke`), {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(event),
        }),
      );
    },

    async pushesTo(customerId: string): Promise<PushedNotification[]> {
      const answer = await read(await fetch(at(0, `/local/notifications?customer_id=${customerId}`)));
      return answer.body['notifications'] as PushedNotification[];
    },
  };
}

/** Fetches from the API, and fails where the answer isn't as its document has it. */
async function documentedFetch(request: Request): Promise<Response> {
  const path = documentedPath(new URL(request.url).pathname);
  const response = await fetch(request);
  const text = await response.clone().text();
  const body: unknown = text === '' ? undefined : JSON.parse(text);
  if (path !== null && !isGatewayAnswer(response.status, body)) {
    const contentType = response.headers.get('content-type');
    expectDocumented(`${request.method} ${path}`, { status: response.status, contentType, body });
  }
  return response;
}

/** What API Gateway answers itself where a request reaches no function, or the function no answer. */
function isGatewayAnswer(status: number, body: unknown): boolean {
  const isMessage = typeof body === 'object' && body !== null && Object.keys(body).join() === 'message';
  return isMessage && [400, 404, 413, 500, 503].includes(status);
}

export type Client = ReturnType<typeof clientOf>;

const patienceMs = 20_000;
const pollMs = 50;

/** Asks again until the answer is as wanted; fails with the last one. */
export async function until<Value>(
  ask: () => Promise<Value>,
  isWanted: (value: Value) => boolean,
  forMs = patienceMs,
): Promise<Value> {
  const deadline = Date.now() + forMs;
  for (;;) {
    const value = await ask();
    if (isWanted(value)) return value;
    if (Date.now() > deadline) throw new Error(`still not as wanted: ${JSON.stringify(value)}`);
    await wait(pollMs);
  }
}

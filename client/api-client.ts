// A typed client of RideGate's API: paths, parameters, bodies and answers are those of its OpenAPI document.

import createClient, { type Client } from 'openapi-fetch';
import type { paths } from './api-types.ts';

export type ApiClient = Client<paths>;

export type ApiClientOptions = {
  /** Where the API is, without a path. */
  baseUrl: string;
  /** Asked before each request, so that a token can be renewed; null calls without one. */
  token: () => Promise<string | null>;
  /** @default the global fetch */
  fetch?: (request: Request) => Promise<Response>;
};

/** Answers hold `data` where the call went well and `error`, the problem, where it didn't; only the network throws. */
export function createApiClient({ baseUrl, token, fetch }: ApiClientOptions): ApiClient {
  const client = createClient<paths>({ baseUrl, ...(fetch !== undefined && { fetch }) });
  client.use({
    onRequest: async ({ request }) => {
      const bearer = await token();
      if (bearer !== null) request.headers.set('authorization', `Bearer ${bearer}`);
      return request;
    },
  });
  return client;
}

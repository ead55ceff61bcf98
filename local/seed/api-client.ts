// Calls the run's own API as every client does: with a token of the issuer, over HTTP.
import * as z from 'zod';
import { StartFailure } from '../failure.ts';

export interface ApiClient {
  /** @throws StartFailure for an answer that is not among the accepted statuses */
  call(
    method: 'GET' | 'PUT' | 'POST',
    path: string,
    body?: object,
    accepted?: readonly number[],
  ): Promise<unknown>;
}

const tokenAnswer = z.object({ access_token: z.string() });
const timeoutMs = 30_000;

/** @param role with whose rights to call */
export async function createApiClient(
  urls: { readonly api: string; readonly tokens: string },
  role: 'admin' | 'service',
): Promise<ApiClient> {
  const form = new URLSearchParams({ grant_type: 'client_credentials', role });
  const response = await fetch(`${urls.tokens}/token`, { method: 'POST', body: form });
  const { access_token } = tokenAnswer.parse(await response.json());
  return {
    call: async (method, path, body, accepted = [200, 201]) => {
      const answer = await fetch(urls.api + path, {
        method,
        headers: { authorization: `Bearer ${access_token}`, 'content-type': 'application/json' },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        signal: AbortSignal.timeout(timeoutMs),
      });
      const text = await answer.text();
      if (!accepted.includes(answer.status)) {
        throw new StartFailure(
          `The demo data can't be made: ${method} ${path} answered ${answer.status}: ${text}`,
        );
      }
      return text === '' ? undefined : (JSON.parse(text) as unknown);
    },
  };
}

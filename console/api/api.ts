// The typed client with the session's token, and calls that throw what went wrong.

import { type ApiClient, createApiClient } from '../../client/api-client.ts';
import type { Session } from '../sign-in/session.ts';
import { ApiProblem, Unreachable } from './failure.ts';
import { SessionEnded } from '../sign-in/session.ts';

/** How long a call may take before it counts as unreachable. API Gateway itself gives up after 30 seconds. */
const patienceMs = 35_000;

export function createApi(session: Session): ApiClient {
  return createApiClient({
    baseUrl: location.origin,
    token: session.accessToken,
    fetch: async (request) => {
      const response = await fetch(request, {
        signal: AbortSignal.any([request.signal, AbortSignal.timeout(patienceMs)]),
      });
      if (response.status !== 401) return response;
      const [, token = ''] = request.headers.get('authorization')?.split(' ') ?? [];
      session.reject(token);
      throw new SessionEnded('The API takes this token no more.');
    },
  });
}

type Answer<T> = { data?: T; error?: unknown; response: Response };

/**
 * What a call answered.
 * @throws ApiProblem, Unreachable or SessionEnded
 */
export async function answerOf<T>(call: Promise<Answer<T>>): Promise<T> {
  const answer = await call.catch((error: unknown) => {
    if (error instanceof SessionEnded) throw error;
    // It went well by its status, which the client tells no more, but isn't JSON.
    if (error instanceof SyntaxError) throw new ApiProblem(200, {});
    throw new Unreachable('The API could not be reached.', { cause: error });
  });
  if (answer.response.ok && answer.data !== undefined) return answer.data;
  throw new ApiProblem(answer.response.status, problemIn(answer.error));
}

function problemIn(error: unknown): ConstructorParameters<typeof ApiProblem>[1] {
  return typeof error === 'object' && error !== null ? error : {};
}

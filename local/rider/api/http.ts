// One authorized JSON call as the rider: a token is fetched when needed, and once more when it has run out.
import * as z from 'zod';
import type { Rider } from '../place.ts';
import { faultOf, offline, signedOut, type Answer } from './fault.ts';

export interface Call {
  readonly method: 'GET' | 'POST';
  readonly path: string;
  readonly body?: object;
}

/** A call that was answered, for whoever wants to look behind the screen. */
export interface AnsweredCall {
  readonly method: string;
  readonly path: string;
  readonly status: number;
  /** The problem's code; null where all is well. */
  readonly code: string | null;
}

export interface Http {
  /** Parses the body of an answer that has one of `expected` as its status; all else is a fault. */
  send<Schema extends z.ZodType>(
    call: Call,
    schema: Schema,
    expected: readonly number[],
  ): Promise<Answer<z.infer<Schema>>>;
}

interface HttpSettings {
  readonly rider: Rider;
  readonly tokenUrl: string;
  readonly onAnswer: (call: AnsweredCall) => void;
}

const tokenAnswer = z.object({ access_token: z.string().min(1) });
const withCode = z.object({ code: z.string() });

export function createHttp({ rider, tokenUrl, onAnswer }: HttpSettings): Http {
  let token: string | null = null;

  const fetchToken = async () => {
    const form = new URLSearchParams({
      grant_type: 'client_credentials',
      role: 'rider',
      subaccount_id: rider.subaccountId,
      customer_id: rider.id,
    });
    const response = await fetch(tokenUrl, { method: 'POST', body: form });
    return tokenAnswer.safeParse(await jsonOf(response)).data?.access_token ?? null;
  };

  const sendOnce = async ({ method, path, body }: Call) => {
    token ??= await fetchToken();
    if (token === null) return null;
    return fetch(path, {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        ...(body !== undefined && { 'content-type': 'application/json' }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  };

  return {
    send: async (call, schema, expected) => {
      try {
        let response = await sendOnce(call);
        if (response?.status === 401) {
          token = null;
          response = await sendOnce(call);
        }
        if (response === null) return { ok: false, fault: signedOut };
        const body = await jsonOf(response);
        const code = response.ok ? null : (withCode.safeParse(body).data?.code ?? null);
        onAnswer({ method: call.method, path: call.path, status: response.status, code });
        const parsed = expected.includes(response.status) ? schema.safeParse(body) : undefined;
        if (parsed?.success === true) return { ok: true, value: parsed.data };
        return { ok: false, fault: faultOf(response.status, body, response.headers.get('retry-after')) };
      } catch {
        return { ok: false, fault: offline };
      }
    },
  };
}

async function jsonOf(response: Response): Promise<unknown> {
  try {
    return await response.json();
  } catch {
    return undefined;
  }
}

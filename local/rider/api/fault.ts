// What can go wrong with a call, as one sentence that a rider can do something with.
import * as z from 'zod';
import { problem, type Problem } from '../../../functions/contracts/problem.ts';

export interface Fault {
  /** The problem's code, or `offline`, or `unexpected`. */
  readonly code: string;
  readonly sentence: string;
}

/** A call's outcome. Faults are values here: each becomes something on the screen. */
export type Answer<Value> =
  { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly fault: Fault };

const sentences: Readonly<Record<string, string>> = {
  offline: 'We can’t reach the service. Check your connection and try again.',
  signed_out: 'We couldn’t sign you in. Please try again.',
  customer_not_found: 'We don’t know this rider. Please choose another one.',
  subaccount_not_found: 'We don’t know this fleet. Please choose another rider.',
  stripe_refused: 'Identity checks aren’t available at the moment. Please contact support.',
  unexpected: 'Something went wrong on our side. Please try again.',
};

export const offline: Fault = named('offline');
export const signedOut: Fault = named('signed_out');
const unexpected: Fault = named('unexpected');

function named(code: string): Fault {
  return { code, sentence: sentences[code] ?? sentences['unexpected'] ?? '' };
}

const seconds = z.coerce.number().int().positive().max(3600);

/** Reads an answer that isn't what was asked for. `retryAfter` is the header of that name. */
export function faultOf(status: number, body: unknown, retryAfter: string | null): Fault {
  const parsed = problem.safeParse(body);
  if (status === 401) return signedOut;
  if (status === 503) return busy(parsed.data, seconds.safeParse(retryAfter).data);
  if (!parsed.success) return unexpected;
  const { code } = parsed.data;
  if (Object.hasOwn(sentences, code)) return named(code);
  if (status === 409) return { code, sentence: 'Something changed in the meantime. Please try again.' };
  return { code, sentence: unexpected.sentence };
}

function busy(body: Problem | undefined, waitSeconds: number | undefined): Fault {
  const code = body?.code ?? 'busy';
  const what =
    code === 'stripe_unavailable'
      ? 'Identity checks can’t be reached right now.'
      : 'The service is busy right now.';
  const when = waitSeconds === undefined ? 'in a moment' : `in ${waitSeconds} seconds`;
  return { code, sentence: `${what} Nothing is lost: please try again ${when}.` };
}

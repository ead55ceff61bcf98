// What a visit begins with: whoever comes without a session is sent to sign in, and comes back to the same page.

import * as z from 'zod/mini';
import { loadConfig } from './config.ts';
import { createIssuer, type Issuer, type PendingSignIn, SignInRefused } from './issuer.ts';
import { isPopUpAnswer, reportToOpener } from './pop-up.ts';
import { createSession, type Session } from './session.ts';

export type Arrival =
  /** The browser is on its way to another page. */
  | { kind: 'leaving' }
  | { kind: 'signed-in'; session: Session }
  /** Signing in didn't work; `retry` begins again. */
  | { kind: 'refused'; cause: 'refused' | 'unreachable'; retry: () => Promise<void> };

const memory = 'ridegate.pending-sign-in';
const pendingSignIn = z.object({
  state: z.string(),
  nonce: z.string(),
  verifier: z.string(),
  returnTo: z.string(),
});

export async function arrive(): Promise<Arrival> {
  const address = new URL(location.href);
  if (isPopUpAnswer(address)) {
    reportToOpener(address);
    return { kind: 'leaving' };
  }
  try {
    const issuer = createIssuer(await loadConfig());
    const isAnswer =
      address.searchParams.has('state') &&
      (address.searchParams.has('code') || address.searchParams.has('error'));
    return isAnswer ? await comeBack(issuer, address) : await leave(issuer, pathOf(address));
  } catch {
    return refused('unreachable', '/');
  }
}

async function comeBack(issuer: Issuer, address: URL): Promise<Arrival> {
  const pending = takePending();
  const returnTo = pending?.returnTo ?? '/';
  // The code must not stay in the address, nor in the history.
  history.replaceState(null, '', returnTo);
  if (pending === null) return leave(issuer, returnTo);
  try {
    return { kind: 'signed-in', session: createSession(issuer, await issuer.finish(address, pending)) };
  } catch (error) {
    return refused(error instanceof SignInRefused ? 'refused' : 'unreachable', returnTo);
  }
}

async function leave(issuer: Issuer, returnTo: string): Promise<Arrival> {
  const { url, pending } = await issuer.prepare(returnTo, 'page');
  sessionStorage.setItem(memory, JSON.stringify(pending));
  location.replace(url);
  return { kind: 'leaving' };
}

function refused(cause: 'refused' | 'unreachable', returnTo: string): Arrival {
  const retry = async (): Promise<void> => {
    await leave(createIssuer(await loadConfig()), returnTo);
  };
  return { kind: 'refused', cause, retry };
}

/** Each answer is good for one sign-in: what was kept for it is gone afterwards. */
function takePending(): PendingSignIn | null {
  const kept = sessionStorage.getItem(memory);
  sessionStorage.removeItem(memory);
  if (kept === null) return null;
  const parsed = pendingSignIn.safeParse(JSON.parse(kept));
  return parsed.success ? parsed.data : null;
}

/** With one slash in front: two would name another host. */
function pathOf(address: URL): string {
  return address.pathname.replace(/^\/+/, '/') + address.search + address.hash;
}

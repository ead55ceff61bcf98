// The session of whoever is signed in. Its tokens are in this page's memory alone: no other page and no later
// visit finds them.

import { type Issuer, SignInRefused, type Tokens } from './issuer.ts';
import { type Person, personOf } from './person.ts';
import { signInInPopUp } from './pop-up.ts';

/** Renewed this long before its end, so that no call meets a token that dies on the way. */
const renewBeforeMs = 30_000;

const signOutChannel = 'ridegate.sign-out';

/** The session is over, and somebody has to sign in again. */
export class SessionEnded extends Error {}

export type Session = {
  person: Person;
  /** @throws SessionEnded where it can't be renewed */
  accessToken: () => Promise<string>;
  /** The API didn't take the token: nothing more is sent with it. */
  reject: (token: string) => void;
  hasEnded: () => boolean;
  subscribe: (listener: () => void) => () => void;
  /**
   * Signs in again in a window of its own, so that this page keeps what was typed.
   * @throws SignInRefused, PopUpBlocked or AnotherPerson
   */
  signInAgain: () => Promise<void>;
  /** In each tab of this browser: every one has tokens of its own. */
  signOut: () => Promise<void>;
};

/** Somebody else signed in: what was typed stays with whoever typed it. */
export class AnotherPerson extends Error {}

export function createSession(issuer: Issuer, first: Tokens): Session {
  const person = personOf(first.access);
  let tokens: Tokens | null = first;
  let renewal: Promise<Tokens> | null = null;
  const listeners = new Set<() => void>();

  const set = (next: Tokens | null): void => {
    tokens = next;
    for (const listener of listeners) listener();
  };

  const renew = async (current: Tokens): Promise<Tokens> => {
    try {
      if (current.refresh === null) throw new SignInRefused('There is nothing to renew it with.');
      const renewed = await issuer.renew(current.refresh);
      tokens = renewed;
      return renewed;
    } catch (error) {
      // Where the issuer can't be reached the token may still do, and the next call tries again.
      if (!(error instanceof SignInRefused) && current.expiresAtMs > Date.now()) return current;
      if (!(error instanceof SignInRefused)) throw error;
      set(null);
      throw new SessionEnded('The session is over.', { cause: error });
    } finally {
      renewal = null;
    }
  };

  const leave = async (): Promise<void> => {
    const refresh = tokens?.refresh ?? null;
    if (refresh !== null) await issuer.revoke(refresh);
    // Where somebody has the page stay, it is of no use without them.
    tokens = null;
    location.assign(issuer.signOutUrl());
  };
  const signOuts = new BroadcastChannel(signOutChannel);
  signOuts.onmessage = () => void leave();

  return {
    person,
    accessToken: async () => {
      if (tokens === null) throw new SessionEnded('The session is over.');
      if (tokens.expiresAtMs - renewBeforeMs > Date.now()) return tokens.access;
      renewal ??= renew(tokens);
      return (await renewal).access;
    },
    reject: (token) => {
      if (tokens?.access === token) set(null);
    },
    hasEnded: () => tokens === null,
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    signInAgain: async () => {
      const next = await signInInPopUp(issuer);
      const returned = personOf(next.access);
      if (returned.id !== person.id || returned.subaccountId !== person.subaccountId) {
        throw new AnotherPerson('Another person signed in.');
      }
      set(next);
    },
    signOut: async () => {
      signOuts.postMessage(null);
      await leave();
    },
  };
}

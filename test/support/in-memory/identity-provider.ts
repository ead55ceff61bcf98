// Stripe Identity as a small state machine: the port, and beside it what a rider, a reviewer or Stripe does.

import { isDeepStrictEqual } from 'node:util';
import { StripeRefused } from '../../../functions/domain/faults.ts';
import type { CalendarDate } from '../../../functions/domain/calendar-date.ts';
import type { CustomerRef } from '../../../functions/domain/customer.ts';
import type { SessionOptions, StripeSession } from '../../../functions/domain/session.ts';
import type { VerifiedData } from '../../../functions/domain/verified-data.ts';
import type { Clock } from '../../../functions/use-cases/ports/environment.ts';
import type { sessionEventTypes } from '../../../functions/domain/stripe-event.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { createFaults, type FaultSwitch } from './faults.ts';
import { imagesOf, readDocument, shown } from './identity-documents.ts';

/** A session as Stripe holds it, with what it was created with. */
export type HeldSession = StripeSession & {
  ref: CustomerRef;
  number: number;
  options: SessionOptions;
  stripeCustomerId: string | null;
  createdAtMs: number;
};

/** Is told of each change of a session when it has happened, with the type of Stripe's event of it, if it has one. */
export type SessionListener = (type: (typeof sessionEventTypes)[number] | null, session: HeldSession) => void;

export type InMemoryIdentityProvider = IdentityProvider &
  FaultSwitch & {
    /** All sessions that were ever created, oldest first. */
    sessions: () => HeldSession[];
    /** The rider has submitted; Stripe is checking. */
    process: (id: string) => void;
    /** Stripe is done: verified, with one more report. What isn't said of the document is made up. */
    verify: (id: string, dateOfBirth?: CalendarDate, document?: Partial<VerifiedData>) => void;
    /** Stripe is done, or a reviewer overrode it: not verified, with one more report. */
    reject: (id: string, code: string, reason?: string) => void;
    /** The rider gave up before anything was checked: an error without a report. */
    abandon: (id: string) => void;
    /** Somebody had it redacted in the Dashboard, and Stripe is done with that. */
    redact: (id: string) => void;
    /** Stripe is done with a redaction that it was asked for. Harmless where it wasn't. */
    finishRedaction: (id: string) => void;
    /** From now on our key may not see what Stripe keeps for restricted keys. */
    hideSensitive: () => void;
    /** How often each of the port's methods was called. */
    calls: Record<keyof IdentityProvider, number>;
  };

const ephemeralKeyLifeMs = 60 * 60 * 1000;

export function createInMemoryIdentityProvider(
  clock: Clock,
  tell: SessionListener = () => undefined,
): InMemoryIdentityProvider {
  const held = new Map<string, HeldSession>();
  const byClaim = new Map<string, { parameters: unknown; answer: StripeSession }>();
  const { throwIfSet, ...faultSwitch } = createFaults();
  const calls = {
    createSession: 0,
    findOpenSession: 0,
    findSessions: 0,
    retrieveSession: 0,
    cancelSession: 0,
    redactSession: 0,
    createImageLinks: 0,
    createEphemeralKey: 0,
  };
  let secretCount = 0;
  let maySeeSensitive = true;

  const enter = (name: keyof IdentityProvider): void => {
    calls[name] += 1;
    throwIfSet();
  };
  const find = (id: string): HeldSession => {
    const session = held.get(id);
    if (session === undefined) throw new StripeRefused('resource_missing', `No such session: ${id}`);
    return session;
  };
  /** Without an event, nobody is told. */
  const change = (
    id: string,
    difference: Partial<StripeSession>,
    event: 'processing' | 'verified' | 'requires_input' | 'canceled' | 'redacted' | null,
  ): void => {
    const changed = { ...find(id), ...difference };
    held.set(id, changed);
    tell(event === null ? null : `identity.verification_session.${event}`, changed);
  };
  const secrets = (id: string): Pick<StripeSession, 'clientSecret' | 'url'> => {
    secretCount += 1;
    return { clientSecret: `${id}_secret_${secretCount}`, url: `https://verify.test/${id}/${secretCount}` };
  };

  return {
    async createSession(ref, record, stripeCustomerId) {
      enter('createSession');
      const { number, claimId, options } = record;
      const claim = JSON.stringify([ref.subaccountId, ref.customerId, number, claimId]);
      const parameters = structuredClone({ options, stripeCustomerId });
      const earlier = byClaim.get(claim);
      if (earlier !== undefined) {
        if (isDeepStrictEqual(earlier.parameters, parameters)) return Promise.resolve(earlier.answer);
        throw new StripeRefused(null, 'The same idempotency key came with other parameters.');
      }
      const id = `vs_${held.size + 1}`;
      const answer: StripeSession = {
        id,
        status: 'requires_input',
        lastError: null,
        reportCount: 0,
        redaction: null,
        dateOfBirth: null,
        verifiedData: null,
        ...secrets(id),
      };
      const session = { ...answer, ref, number, createdAtMs: clock.nowMs(), ...parameters };
      held.set(id, session);
      byClaim.set(claim, { parameters, answer });
      tell('identity.verification_session.created', session);
      return answer;
    },

    async findOpenSession(ref, number) {
      enter('findOpenSession');
      const open = [...held.values()].find(
        (session) =>
          session.status === 'requires_input' &&
          session.number === number &&
          isDeepStrictEqual(session.ref, ref),
      );
      return Promise.resolve(open === undefined ? null : { ...asRead(open), ...secrets(open.id) });
    },

    async findSessions(ref) {
      enter('findSessions');
      const found = [...held.values()].filter(
        (session) => session.redaction !== 'redacted' && isDeepStrictEqual(session.ref, ref),
      );
      return Promise.resolve(found.map(({ id, createdAtMs }) => ({ id, createdAtMs })).toReversed());
    },

    async retrieveSession(id, { wanted }) {
      enter('retrieveSession');
      const session = find(id);
      const open = session.status === 'requires_input' && session.redaction === null;
      return Promise.resolve({
        ...asRead(session),
        ...shown(session, wanted, maySeeSensitive),
        ...(open ? secrets(id) : { clientSecret: null, url: null }),
      });
    },

    async cancelSession(id) {
      enter('cancelSession');
      if (find(id).status === 'requires_input') change(id, { status: 'canceled' }, 'canceled');
      return Promise.resolve();
    },

    async redactSession(id) {
      enter('redactSession');
      const session = held.get(id);
      if (session === undefined) return Promise.resolve('gone');
      if (session.redaction !== null) return Promise.resolve('asked');
      if (session.status === 'processing') return Promise.resolve('processing');
      if (session.status === 'canceled') return Promise.resolve('refused');
      if (session.status === 'verified') change(id, { redaction: 'processing' }, null);
      else change(id, { redaction: 'processing', status: 'canceled' }, 'canceled');
      return Promise.resolve('asked');
    },

    async createImageLinks(sessionId, nowMs) {
      enter('createImageLinks');
      const images = imagesOf(find(sessionId), nowMs);
      if (images.length === 0) return Promise.resolve({ images, unavailable: 'none' });
      return Promise.resolve(
        maySeeSensitive ? { images, unavailable: null } : { images: [], unavailable: 'not_permitted' },
      );
    },

    async createEphemeralKey(sessionId) {
      enter('createEphemeralKey');
      find(sessionId);
      const expiresAtMs = clock.nowMs() + ephemeralKeyLifeMs;
      return Promise.resolve({ secret: `ek_test_${sessionId}`, expiresAtMs });
    },

    ...faultSwitch,
    calls,
    sessions: () => [...held.values()],
    process: (id) => change(id, { status: 'processing', lastError: null }, 'processing'),
    verify: (id, dateOfBirth, document) => {
      const reportCount = find(id).reportCount + 1;
      const verified = { status: 'verified', lastError: null, reportCount } as const;
      const read = readDocument(find(id).options, dateOfBirth, document);
      change(id, { ...verified, dateOfBirth: dateOfBirth ?? null, verifiedData: read }, 'verified');
    },
    reject: (id, code, reason) => {
      const reportCount = find(id).reportCount + 1;
      const lastError = { code, reason: reason ?? null };
      change(id, { status: 'requires_input', lastError, reportCount }, 'requires_input');
    },
    abandon: (id) => change(id, { lastError: { code: 'abandoned', reason: null } }, 'requires_input'),
    redact: (id) => {
      const status = find(id).status === 'requires_input' ? 'canceled' : find(id).status;
      change(id, { ...withoutData, status }, 'redacted');
    },
    finishRedaction: (id) => {
      if (find(id).redaction === 'processing') change(id, withoutData, 'redacted');
    },
    hideSensitive: () => {
      maySeeSensitive = false;
    },
  };
}

const withoutData = { redaction: 'redacted', dateOfBirth: null, verifiedData: null } as const;

/** Without what it was created with, and what only those see who ask for it. */
function asRead({
  ref,
  number,
  options,
  stripeCustomerId,
  createdAtMs,
  ...session
}: HeldSession): StripeSession {
  return { ...session, dateOfBirth: null, verifiedData: null };
}

import type { IdentityProvider } from './ports/stripe.ts';

/** So many sessions are asked about at once: Stripe allows 25 requests a second in test mode. */
const copies = 4;

/** How far Stripe is with sessions; `refused` are those that it can't redact, as they were canceled before. */
export type SessionRedactions = { open: number; refused: number };

/**
 * Asks Stripe to redact sessions. One that fails keeps none of the others from being asked.
 * @throws the first fault, once all were asked
 */
export async function redactSessions(
  identity: Pick<IdentityProvider, 'redactSession' | 'retrieveSession'>,
  sessionIds: Iterable<string>,
): Promise<SessionRedactions> {
  const waiting = [...sessionIds];
  const counts: SessionRedactions = { open: 0, refused: 0 };
  const faults: unknown[] = [];
  const work = async (): Promise<void> => {
    for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
      try {
        const state = await redactSession(identity, id);
        if (state !== 'done') counts[state] += 1;
      } catch (fault) {
        faults.push(fault);
      }
    }
  };
  await Promise.all(Array.from({ length: copies }, work));
  if (faults.length > 0) throw faults[0];
  return counts;
}

async function redactSession(
  identity: Pick<IdentityProvider, 'redactSession' | 'retrieveSession'>,
  id: string,
): Promise<'done' | 'open' | 'refused'> {
  switch (await identity.redactSession(id)) {
    case 'gone':
      return 'done';
    case 'refused':
      return 'refused';
    case 'processing':
      return 'open';
    case 'asked': {
      // It may take Stripe four days.
      const { redaction } = await identity.retrieveSession(id, { wanted: 'state' });
      return redaction === 'redacted' ? 'done' : 'open';
    }
  }
}

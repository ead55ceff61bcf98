/** `/v1/identity/verification_sessions`. */
import type { Stripe } from 'stripe';
import * as z from 'zod';
import type { Expansions } from '../api/expansion.ts';
import { defineEndpoint, type Endpoint } from '../api/endpoint.ts';
import { isWithin, listDocuments } from '../api/pagination.ts';
import { mintPageToken } from '../hosted-page/page-token.ts';
import { newId, randomText } from '../ids.ts';
import type { Simulator } from '../simulator.ts';
import { cancelSession, redact } from './checks.ts';
import type { SessionRecord } from './records.ts';
import { renderSession, type SessionSecrets, SESSION_EXPANSIONS } from './rendering.ts';
import { refuseStaleResults } from './sensitive-results.ts';
import { newSession, updatedSession } from './session-changes.ts';
import { createParameters, listParameters, updateParameters } from './session-parameters.ts';
import { change, findSession, lastReportOf } from './session-store.ts';

const PATH = '/v1/identity/verification_sessions';
const nothing = z.strictObject({});
const expandable = SESSION_EXPANSIONS;

export const sessionEndpoints: readonly Endpoint[] = [
  defineEndpoint({
    method: 'POST',
    path: PATH,
    parameters: createParameters,
    expandable,
    run(sent, { simulator, cause, expanded }) {
      const session = newSession(newId('vs'), Math.floor(simulator.nowMs() / 1000), sent);
      return showSession(simulator, change(simulator, session, 'created', cause), expanded);
    },
  }),
  defineEndpoint({
    method: 'GET',
    path: PATH,
    parameters: listParameters,
    expandable,
    isList: true,
    run({ created, limit, starting_after, ending_before, ...wanted }, { simulator, expanded }) {
      return listDocuments({
        from: simulator.collections.sessions,
        page: { limit, starting_after, ending_before },
        what: 'verificationsession',
        url: PATH,
        idOf: (session) => session.id,
        matches: (session) => isWithin(session.created, created) && hasAll(session, wanted),
        render: (session) => showSession(simulator, session, expanded),
      });
    },
  }),
  defineEndpoint({
    method: 'GET',
    path: `${PATH}/:id`,
    parameters: nothing,
    expandable,
    run: (_sent, { simulator, id, expanded }) => showSession(simulator, findSession(simulator, id), expanded),
  }),
  defineEndpoint({
    method: 'POST',
    path: `${PATH}/:id`,
    parameters: updateParameters,
    expandable,
    run(sent, { simulator, id, expanded }) {
      const session = updatedSession(findSession(simulator, id), sent);
      simulator.collections.sessions.put(id, session);
      return showSession(simulator, session, expanded);
    },
  }),
  defineEndpoint({
    method: 'POST',
    path: `${PATH}/:id/cancel`,
    parameters: nothing,
    expandable,
    run: (_sent, { simulator, id, cause, expanded }) =>
      showSession(simulator, cancelSession(simulator, id, cause), expanded),
  }),
  defineEndpoint({
    method: 'POST',
    path: `${PATH}/:id/redact`,
    parameters: nothing,
    expandable,
    run: (_sent, { simulator, id, cause, expanded }) =>
      showSession(simulator, redact(simulator, id, cause), expanded),
  }),
];

/** A session as its owner sees it: while it is open, with a fresh secret and address each time. */
export function showSession(
  simulator: Simulator,
  session: SessionRecord,
  expanded: Expansions = new Set(),
): Stripe.Identity.VerificationSession {
  const report = lastReportOf(simulator, session);
  refuseStaleResults(simulator, report, expanded);
  return renderSession(session, { expanded, report, secrets: secretsFor(simulator, session) });
}

function secretsFor(simulator: Simulator, session: SessionRecord): SessionSecrets | null {
  if (session.status !== 'requires_input') return null;
  return {
    client_secret: `${session.id}_secret_test_${randomText(32)}`,
    url: `${simulator.publicUrl()}/verify/${mintPageToken(simulator, session)}`,
  };
}

function hasAll(
  session: SessionRecord,
  wanted: Partial<SessionRecord> | Record<string, string | undefined>,
): boolean {
  return Object.entries(wanted).every(
    ([name, value]) => value === undefined || Reflect.get(session, name) === value,
  );
}

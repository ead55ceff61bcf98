// The reconciler's ports on plain maps.

import type {
  OpenSession,
  OpenSessionList,
  ReconcilerProgress,
  RequeuedEvents,
} from '../../../functions/use-cases/ports/reconciliation.ts';
import { copy, sessionKey, type Storage } from './storage.ts';

export function createInMemoryOpenSessionList(storage: Storage): OpenSessionList {
  const { openSessions } = storage;
  const sorted = (beforeMs: number): OpenSession[] =>
    [...openSessions.values()]
      .filter(({ sinceMs }) => sinceMs < beforeMs)
      .sort((left, right) => (positionOf(left) < positionOf(right) ? -1 : 1));

  return {
    newest: (fromMs, beforeMs, limit) =>
      Promise.resolve(
        copy(
          sorted(beforeMs)
            .filter(({ sinceMs }) => sinceMs >= fromMs)
            .toReversed()
            .slice(0, limit),
        ),
      ),

    page: (beforeMs, { cursor, limit }) => {
      const after = cursor?.startsWith('after ') === true ? cursor : '';
      const rest = sorted(beforeMs).filter((session) => positionOf(session) > after);
      const sessions = rest.slice(0, limit);
      const last = sessions.at(-1);
      const nextCursor = last === undefined || sessions.length < limit ? null : positionOf(last);
      return Promise.resolve({ sessions: copy(sessions), nextCursor });
    },

    settle: (session) => {
      const key = sessionKey(session.ref, session.number);
      if (openSessions.get(key)?.sinceMs === session.sinceMs) openSessions.delete(key);
      return Promise.resolve();
    },
  };
}

export function createInMemoryReconcilerProgress({ reconcilerCursors }: Storage): ReconcilerProgress {
  return {
    load: (list) => Promise.resolve(reconcilerCursors.get(list) ?? null),
    move: (list, from, to) => {
      const unmoved = (reconcilerCursors.get(list) ?? null) === from;
      if (unmoved) reconcilerCursors.set(list, to);
      return Promise.resolve(unmoved);
    },
  };
}

export function createInMemoryRequeuedEvents({ requeued }: Storage): RequeuedEvents {
  return {
    held: (ids, atMs) => Promise.resolve(new Set(ids.filter((id) => (requeued.get(id) ?? 0) > atMs))),
    hold: (id, untilMs) => {
      requeued.set(id, Math.max(requeued.get(id) ?? 0, untilMs));
      return Promise.resolve();
    },
  };
}

function positionOf({ ref, number, sinceMs }: OpenSession): string {
  return `after ${new Date(sinceMs).toISOString()} ${sessionKey(ref, number)}`;
}

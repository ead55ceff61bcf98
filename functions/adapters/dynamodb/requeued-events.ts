// Which events were put back on the queue lately: a note beside the event's marker, which expires.

import * as z from 'zod';
import type { RequeuedEvents } from '../../use-cases/ports/reconciliation.ts';
import { lookupKeys } from './keys.ts';
import type { Table } from './table.ts';

/** Expired items can stay for a while, so the moment is checked. */
const noteItem = z.object({ untilMs: z.number() });

export function createRequeuedEvents(table: Table): RequeuedEvents {
  return {
    async held(eventIds, atMs) {
      const ids = [...new Set(eventIds)];
      if (ids.length === 0) return new Set();
      const notes = await table.getAll(ids.map((id) => lookupKeys.requeuedEvent(id)));
      const isHeld = (index: number): boolean => {
        const note = notes[index];
        return note != null && noteItem.parse(note).untilMs > atMs;
      };
      return new Set(ids.filter((_, index) => isHeld(index)));
    },

    async hold(eventId, untilMs) {
      const item = { ...lookupKeys.requeuedEvent(eventId), untilMs, expires_at: Math.ceil(untilMs / 1000) };
      await table.putIf(item, 'attribute_not_exists(pk) OR untilMs < :until', { ':until': untilMs });
    },
  };
}

/** `/v1/events`. */
import * as z from 'zod';
import { defineEndpoint, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, resourceMissing } from '../api/errors.ts';
import { isWithin, listDocuments, paginationParameters } from '../api/pagination.ts';
import { boolean, createdRange, text } from '../api/parameters.ts';
import { isDelivered, renderEvent } from './events.ts';

/** Stripe shows events of the last 30 days only. */
const SHOWN_FOR_SECONDS = 30 * 24 * 60 * 60;

export const eventEndpoints: readonly Endpoint[] = [
  defineEndpoint({
    method: 'GET',
    path: '/v1/events/:id',
    parameters: z.strictObject({}),
    run(_parameters, { simulator, id }) {
      const event = simulator.collections.events.get(id);
      if (!event) throw resourceMissing('event', id);
      return renderEvent(event);
    },
  }),
  defineEndpoint({
    method: 'GET',
    path: '/v1/events',
    parameters: z.strictObject({
      ...paginationParameters,
      created: createdRange,
      delivery_success: boolean.optional(),
      type: text.optional(),
      types: z.array(text).max(20, 'You may pass up to 20 types.').optional(),
    }),
    run({ created, delivery_success, type, types, ...page }, { simulator }) {
      if (type !== undefined && types)
        throw invalidRequest('You may pass either `type` or `types`, but not both.');
      const shownSince = simulator.nowMs() / 1000 - SHOWN_FOR_SECONDS;
      const wanted = types ?? (type === undefined ? undefined : [type]);
      return listDocuments({
        from: simulator.collections.events,
        page,
        what: 'event',
        url: '/v1/events',
        idOf: (event) => event.id,
        matches: (event) =>
          event.created >= shownSince &&
          isWithin(event.created, created) &&
          (delivery_success === undefined || isDelivered(event) === delivery_success) &&
          (wanted?.some((pattern) => matchesType(event.type, pattern)) ?? true),
        render: renderEvent,
      });
    },
  }),
];

/** `charge.*` is every type that begins with `charge.`. */
function matchesType(type: string, pattern: string): boolean {
  return pattern.endsWith('*') ? type.startsWith(pattern.slice(0, -1)) : type === pattern;
}

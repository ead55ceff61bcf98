/** `/simulator/…`: plays the person who verifies, the customer who pays, and Stripe's bad days. */
import { randomInt } from 'node:crypto';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import * as z from 'zod';
import { resourceMissing } from '../api/errors.ts';
import { FAULTS_ID } from '../api/faults.ts';
import { cancelSession, submit } from '../identity/checks.ts';
import { REDACTION_ID } from '../identity/redaction-settings.ts';
import { showSession } from '../identity/session-endpoints.ts';
import { chargeInput } from '../payments/charge-input.ts';
import { makeCharge } from '../payments/charges.ts';
import type { Simulator } from '../simulator.ts';
import { DEFAULT_DELIVERY } from '../webhooks/delivery-plan.ts';
import { deliverNow } from '../webhooks/delivery.ts';
import { renderEvent, SETTINGS_ID } from '../webhooks/events.ts';
import { type EventRecord, NO_REQUEST } from '../webhooks/records.ts';
import {
  deliveryInput,
  faultsInput,
  noInput,
  parseJson,
  parseSteering,
  redactionInput,
  submitInput,
} from './steering-input.ts';

const withId = z.object({ id: z.string() });
const eventsQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(1000).default(100) });

/** A Fastify plugin. */
export function steeringRoutes(simulator: Simulator) {
  const { collections } = simulator;

  return (app: FastifyInstance, _options: object, done: () => void): void => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser(
      'application/json',
      { parseAs: 'string' },
      (_request: FastifyRequest, body: string | Buffer) => parseJson(body),
    );

    app.post('/simulator/verification_sessions/:id/submit', (request) => {
      const { outcome, person = {}, processing_ms } = parseSteering(submitInput, request.body);
      const { id } = withId.parse(request.params);
      return showSession(simulator, submit(simulator, id, { outcome, person, processingMs: processing_ms }));
    });

    app.post('/simulator/verification_sessions/:id/cancel', (request) => {
      parseSteering(noInput, request.body);
      return showSession(simulator, cancelSession(simulator, withId.parse(request.params).id, NO_REQUEST));
    });

    app.post('/simulator/charges', (request) =>
      makeCharge(simulator, parseSteering(chargeInput, request.body)),
    );

    app.put('/simulator/delivery', (request) => {
      const { seed, ...wanted } = parseSteering(deliveryInput, request.body);
      const chosen = seed ?? randomInt(2 ** 31);
      collections.settings.put(SETTINGS_ID, {
        ...DEFAULT_DELIVERY,
        ...wanted,
        seed: chosen,
        random_state: chosen,
        one_at_a_time: seed !== undefined,
      });
      return { ...wanted, seed: chosen };
    });

    app.put('/simulator/faults', (request) => {
      const { seed = randomInt(2 ** 31), ...wanted } = parseSteering(faultsInput, request.body);
      collections.faults.put(FAULTS_ID, { ...wanted, seed, random_state: seed });
      return { ...wanted, seed };
    });

    app.put('/simulator/redaction', (request) => {
      const { delay_ms } = parseSteering(redactionInput, request.body);
      if (delay_ms === undefined) collections.redaction.delete(REDACTION_ID);
      else collections.redaction.put(REDACTION_ID, { delay_ms });
      return { delay_ms: delay_ms ?? simulator.options.redactionMs };
    });

    app.get('/simulator/events', (request) => {
      const { limit } = parseSteering(eventsQuery, request.query);
      const data: object[] = [];
      for (const event of collections.events.newestFirst()) {
        if (data.length === limit) break;
        data.push(withDelivery(event));
      }
      return { data };
    });

    app.post('/simulator/events/:id/deliver', async (request) => {
      parseSteering(noInput, request.body);
      const { id } = withId.parse(request.params);
      const event = collections.events.get(id);
      if (!event) throw resourceMissing('event', id);
      return deliverNow(simulator, event, simulator.stopping);
    });
    done();
  };
}

/** An event with how its delivery stands, newest knowledge included. */
function withDelivery(event: EventRecord): object {
  return { ...renderEvent(event), delivery: event.delivery };
}

/** Serves the API's operations over HTTP. */
import type { FastifyInstance } from 'fastify';
import { fileEndpoints } from '../files/file-endpoints.ts';
import { acceptForms } from '../form-body.ts';
import { ephemeralKeyEndpoints } from '../identity/ephemeral-key-endpoints.ts';
import { reportEndpoints } from '../identity/report-endpoints.ts';
import { sessionEndpoints } from '../identity/session-endpoints.ts';
import { chargeEndpoints } from '../payments/charge-endpoints.ts';
import type { Simulator } from '../simulator.ts';
import { eventEndpoints } from '../webhooks/event-endpoints.ts';
import { authenticate } from './authentication.ts';
import type { Endpoint } from './endpoint.ts';
import { StripeApiError } from './errors.ts';
import { createIdempotency } from './idempotency.ts';
import { answerRequest } from './request.ts';

const ENDPOINTS: readonly Endpoint[] = [
  ...sessionEndpoints,
  ...reportEndpoints,
  ...ephemeralKeyEndpoints,
  ...fileEndpoints,
  ...chargeEndpoints,
  ...eventEndpoints,
];

/** A Fastify plugin. */
export function apiRoutes(simulator: Simulator) {
  return (app: FastifyInstance, _options: object, done: () => void): void => {
    const idempotency = createIdempotency(simulator.collections.answers, () => simulator.nowMs());
    idempotency.prune();
    acceptForms(app);
    for (const endpoint of ENDPOINTS) {
      app.route({
        method: endpoint.method,
        url: endpoint.path,
        async handler(request, reply) {
          const { status, headers, body } = await answerRequest(simulator, idempotency, endpoint, request);
          if (Buffer.isBuffer(body)) reply.type('image/png');
          return reply.code(status).headers(headers).send(body);
        },
      });
    }
    app.all('/v1/*', (request) => {
      authenticate(request.headers.authorization, simulator.options);
      throw new StripeApiError(404, {
        type: 'invalid_request_error',
        message: `Unrecognized request URL (${request.method}: ${request.url.split('?')[0] ?? ''}). Please see https://stripe.com/docs or we can help at https://support.stripe.com/.`,
      });
    });
    done();
  };
}

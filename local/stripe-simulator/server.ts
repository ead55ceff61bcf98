/** The HTTP server: the API, the steering calls, the hosted page and the links to images. */
import Fastify, { type FastifyError, type FastifyInstance } from 'fastify';
import * as z from 'zod';
import { StripeApiError } from './api/errors.ts';
import { apiRoutes } from './api/routes.ts';
import { openLink } from './files/file-endpoints.ts';
import { hostedPageRoutes } from './hosted-page/page-routes.ts';
import { newId } from './ids.ts';
import type { Simulator } from './simulator.ts';
import { steeringRoutes } from './steering/steering-routes.ts';

const withToken = z.object({ token: z.string() });

export async function buildServer(simulator: Simulator): Promise<FastifyInstance> {
  const app = Fastify({
    genReqId: () => newId('req'),
    exposeHeadRoutes: false,
    // Connections that clients keep open must not hold up the end.
    forceCloseConnections: true,
    // The hosted page's tokens are longer than the default allows.
    routerOptions: { maxParamLength: 500 },
  });
  app.addHook('onRequest', (request, reply, next) => {
    reply.header('request-id', request.id);
    next();
  });
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const answered = toStripeError(error, request.url);
    return reply.code(answered.statusCode).headers(answered.headers).send(answered.body);
  });
  app.setNotFoundHandler((request, reply) => {
    const message = `Unrecognized request URL (${request.method}: ${request.url.split('?')[0] ?? ''}).`;
    return reply.code(404).send({ error: { type: 'invalid_request_error', message } });
  });

  await app.register(apiRoutes(simulator));
  await app.register(steeringRoutes(simulator));
  await app.register(hostedPageRoutes(simulator));
  app.get('/links/:token', (request, reply) => {
    const image = openLink(simulator, withToken.parse(request.params).token);
    reply.header('cache-control', 'no-store');
    if (image === 'unknown') return reply.code(404).send({ error: { message: 'No such file link.' } });
    if (image === 'expired')
      return reply.code(410).send({ error: { message: 'This file link has expired.' } });
    return reply.type('image/png').send(image);
  });
  return app;
}

/** Our own errors as they are, a request that can't be read as 4xx, and everything else as Stripe's 500. */
function toStripeError(error: FastifyError, url: string): StripeApiError {
  if (error instanceof StripeApiError) return error;
  if (error.statusCode !== undefined && error.statusCode < 500) {
    return new StripeApiError(error.statusCode === 415 ? 400 : error.statusCode, {
      type: 'invalid_request_error',
      message: error.statusCode === 415 ? mediaTypeMessage(url) : error.message,
    });
  }
  console.error('Stripe simulator: unexpected error', error);
  return new StripeApiError(500, { type: 'api_error', message: 'The simulator failed; its log says why.' });
}

function mediaTypeMessage(url: string): string {
  const wanted = url.startsWith('/simulator/') ? 'application/json' : 'application/x-www-form-urlencoded';
  return `Invalid content type: send ${wanted}.`;
}

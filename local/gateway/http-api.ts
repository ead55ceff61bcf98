// The HTTP API of the templates: routes, authorizer, limits and error answers as API Gateway has them.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { JwtAuthorizer, Route } from '../template/deployment.ts';
import { sendMessage, sendPayload } from './answer.ts';
import { httpApiEvent } from './event.ts';
import { createJwtAuthorizer, type Authorize } from './jwt.ts';
import { BodyTooLarge } from './read-body.ts';
import { readRequest, splitUrl } from './request.ts';
import { createRouter, type RouteMatch } from './router.ts';

export type RequestHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-quotas.html
const bodyLimitBytes = 10 * 1024 * 1024;

export function createHttpApi(
  routes: readonly Route[],
  runtime: Pick<LambdaRuntime, 'invoke'>,
): RequestHandler {
  const match = createRouter(routes);
  const authorizers = new Map<JwtAuthorizer, Authorize>();
  const authorizeBy = (authorizer: JwtAuthorizer) => {
    const authorize = authorizers.get(authorizer) ?? createJwtAuthorizer(authorizer);
    authorizers.set(authorizer, authorize);
    return authorize;
  };

  return async (message, response) => {
    const found = findRoute(match, message, response);
    if (found === undefined) return;
    const { route, pathParameters, decodedPath } = found;
    const authorization =
      route.authorizer === undefined
        ? undefined
        : await authorizeBy(route.authorizer)(message.headers.authorization, route.scopes);
    if (authorization?.allowed === false) {
      const unauthorized = authorization.reason === 'unauthorized';
      if (unauthorized) sendMessage(response, 401, 'Unauthorized', { 'www-authenticate': 'Bearer' });
      else sendMessage(response, 403, 'Forbidden');
      return;
    }
    const request = await readRequest(message, bodyLimitBytes);
    const context = { routeKey: route.key, pathParameters, jwt: authorization?.jwt, decodedPath };
    const event = httpApiEvent(request, context, Date.now());
    const patience = new AbortController();
    const result = await Promise.race([
      runtime.invoke(route.functionName, event),
      delay(route.timeoutMs, undefined, { signal: patience.signal, ref: false }),
    ]);
    patience.abort();
    if (result === undefined) sendMessage(response, 503, 'Service Unavailable');
    else if (
      result.outcome === 'failed' ||
      !sendPayload(response, result.payload, 'text/plain;charset=UTF-8')
    )
      sendMessage(response, 500, 'Internal Server Error');
  };
}

/** Answers what a handler threw: no request ends the run. */
export function guarded(
  handle: RequestHandler,
): (request: IncomingMessage, response: ServerResponse) => void {
  return (request, response) => {
    handle(request, response).catch((error: unknown) => {
      if (response.headersSent) response.destroy();
      else if (error instanceof BodyTooLarge)
        sendMessage(response, 413, 'Request Entity Too Large', { connection: 'close' });
      else sendMessage(response, 500, 'Internal Server Error');
    });
  };
}

function findRoute(
  match: (method: string, path: string) => RouteMatch | undefined,
  message: IncomingMessage,
  response: ServerResponse,
): (RouteMatch & { decodedPath: string }) | undefined {
  const { path } = splitUrl(message.url ?? '/');
  try {
    const decodedPath = decodeURIComponent(path);
    const found = match(message.method ?? 'GET', path);
    if (found !== undefined) return { ...found, decodedPath };
    sendMessage(response, 404, 'Not Found');
  } catch {
    sendMessage(response, 400, 'Bad Request');
  }
  return undefined;
}

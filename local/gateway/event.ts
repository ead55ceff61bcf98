// Lambda's HTTP event in payload format 2.0, which HTTP APIs and Function URLs share.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
import { isUtf8 } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { accountId } from '../template/identity.ts';
import type { GatewayRequest } from './request.ts';

/** What the JWT authorizer found, rendered as API Gateway renders it. */
export interface JwtContext {
  readonly claims: Readonly<Record<string, string>>;
  readonly scopes: readonly string[] | null;
}

export interface HttpApiContext {
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly jwt: JwtContext | undefined;
  /** The path with its escapes resolved: an HTTP API hands it on like that, a Function URL does not. */
  readonly decodedPath: string;
}

export function httpApiEvent(request: GatewayRequest, context: HttpApiContext, nowMs: number) {
  const common = commonEvent(request, context.routeKey, context.decodedPath, nowMs);
  return {
    ...common,
    requestContext: {
      ...common.requestContext,
      accountId,
      apiId: 'local',
      ...(context.jwt === undefined ? {} : { authorizer: { jwt: context.jwt } }),
    },
    ...(Object.keys(context.pathParameters).length === 0 ? {} : { pathParameters: context.pathParameters }),
  };
}

export function functionUrlEvent(request: GatewayRequest, nowMs: number) {
  const common = commonEvent(request, '$default', request.path, nowMs);
  return {
    ...common,
    requestContext: {
      ...common.requestContext,
      accountId: 'anonymous',
      apiId: 'local-url',
      authentication: null,
    },
  };
}

function commonEvent(request: GatewayRequest, routeKey: string, rawPath: string, nowMs: number) {
  const host = request.headers['host'] ?? '127.0.0.1';
  const query = joinQuery(request.rawQueryString);
  const isBase64Encoded = request.body.length > 0 && !isText(request.headers['content-type'], request.body);
  return {
    version: '2.0',
    routeKey,
    rawPath,
    rawQueryString: request.rawQueryString,
    ...(request.cookies.length === 0 ? {} : { cookies: request.cookies }),
    headers: {
      ...request.headers,
      'x-amzn-trace-id': `Root=1-${Math.floor(nowMs / 1000).toString(16)}-${randomUUID().replaceAll('-', '').slice(0, 24)}`,
      'x-forwarded-for': request.sourceIp,
      'x-forwarded-port': host.split(':')[1] ?? '80',
      'x-forwarded-proto': 'http',
    },
    ...(query === undefined ? {} : { queryStringParameters: query }),
    requestContext: {
      domainName: host,
      domainPrefix: host.split('.')[0],
      http: {
        method: request.method,
        path: rawPath,
        protocol: request.protocol,
        sourceIp: request.sourceIp,
        userAgent: request.headers['user-agent'] ?? '',
      },
      requestId: randomUUID(),
      routeKey,
      stage: '$default',
      time: commonLogTime(nowMs),
      timeEpoch: nowMs,
    },
    ...(request.body.length === 0
      ? {}
      : { body: request.body.toString(isBase64Encoded ? 'base64' : 'utf8') }),
    isBase64Encoded,
  };
}

function joinQuery(rawQueryString: string): Record<string, string> | undefined {
  if (rawQueryString === '') return undefined;
  const joined = new Map<string, string>();
  for (const [name, value] of new URLSearchParams(rawQueryString)) {
    const before = joined.get(name);
    joined.set(name, before === undefined ? value : `${before},${value}`);
  }
  return Object.fromEntries(joined);
}

// What is not known to be text travels as base64, also a form, and what only claims to be text: so no byte is lost.
function isText(contentType: string | undefined, body: Buffer): boolean {
  if (!isUtf8(body)) return false;
  const type = contentType?.split(';')[0]?.trim().toLowerCase() ?? '';
  return (
    type.startsWith('text/') ||
    /^application\/(.+\+)?(json|xml)$/.test(type) ||
    type === 'application/javascript'
  );
}

function commonLogTime(nowMs: number): string {
  const [, day, month, year, time] = new Date(nowMs).toUTCString().split(' ');
  return `${day ?? ''}/${month ?? ''}/${year ?? ''}:${time ?? ''} +0000`;
}

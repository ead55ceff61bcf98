// HTTP API events (payload format 2.0) as API Gateway sends them after its JWT authorizer let them through.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html

import type { APIGatewayProxyEventV2WithJWTAuthorizer } from 'aws-lambda';
import { nowMs } from '../../support/builders.ts';

/** API Gateway hands every claim over as a string, also numbers and lists. */
export type Claims = Record<string, string>;

const everyToken = {
  iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Riders',
  token_use: 'access',
  jti: '1b0e7d0a-5d2c-4a53-9a55-2c6d6a1f5b11',
  iat: '1772366100',
  exp: '1772369700',
};

export const claims = {
  rider: (customerId = 'rider-1', subaccountId = 'metro'): Claims => ({
    ...everyToken,
    sub: customerId,
    client_id: 'rider-app',
    scope: 'openid',
    'custom:customer_id': customerId,
    'custom:subaccount_id': subaccountId,
  }),
  operator: (subaccountId = 'metro', userId = 'op-1'): Claims => ({
    ...everyToken,
    sub: userId,
    client_id: 'console',
    scope: 'openid',
    'cognito:groups': '[operators]',
    'custom:subaccount_id': subaccountId,
  }),
  admin: (userId = 'ad-1'): Claims => ({
    ...everyToken,
    sub: userId,
    client_id: 'console',
    scope: 'openid',
    'cognito:groups': '[admins]',
  }),
  service: (clientId = 'fleet-backend'): Claims => ({
    ...everyToken,
    sub: clientId,
    client_id: clientId,
    scope: 'ridegate/service',
  }),
};

export type ApiRequest = {
  /** The route's key, e.g. `GET /api/customers/{id}`. */
  route: string;
  /** Null where no authorizer stood in front. */
  as: Claims | null;
  id?: string;
  /** The path's parameters other than `{id}`. */
  parameters?: Record<string, string>;
  query?: Record<string, string>;
  /** Beside those that every client sends. */
  headers?: Record<string, string>;
  /** An object is sent as JSON, a string as it stands, bytes as base64. */
  body?: unknown;
};

type ApiEvent = Omit<APIGatewayProxyEventV2WithJWTAuthorizer, 'requestContext'> & {
  requestContext: Omit<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'> &
    Partial<Pick<APIGatewayProxyEventV2WithJWTAuthorizer['requestContext'], 'authorizer'>>;
};

export const requestId = 'JKJaXmPLvHcESHA=';

export function apiEvent({ route, as, id, parameters, query, headers, body }: ApiRequest): ApiEvent {
  const [method = '', template = ''] = route.split(' ');
  const pathParameters = { ...(id !== undefined && { id }), ...parameters };
  const path = template.replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    encodeURIComponent(new Map(Object.entries(pathParameters)).get(name) ?? ''),
  );
  const rawQueryString = new URLSearchParams(query).toString();
  return {
    version: '2.0',
    routeKey: route,
    rawPath: path,
    rawQueryString,
    headers: {
      accept: 'application/json',
      authorization: 'Bearer eyJhbGciOiJSUzI1NiJ9.e30.c2lnbmF0dXJl',
      'content-type': 'application/json',
      host: 'api.fleet.example',
      'user-agent': 'okhttp/4.12.0',
      'x-forwarded-for': '203.0.113.7',
      ...headers,
    },
    ...(query !== undefined && { queryStringParameters: query }),
    ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
    ...bodyOf(body),
    requestContext: {
      accountId: '000000000000',
      apiId: 'r1degate',
      ...(as !== null && {
        authorizer: {
          principalId: '',
          integrationLatency: 0,
          jwt: { claims: as, scopes: as['scope']?.split(' ') ?? [] },
        },
      }),
      domainName: 'api.fleet.example',
      domainPrefix: 'api',
      http: { method, path, protocol: 'HTTP/1.1', sourceIp: '203.0.113.7', userAgent: 'okhttp/4.12.0' },
      requestId,
      routeKey: route,
      stage: '$default',
      time: '01/Mar/2026:12:00:00 +0000',
      timeEpoch: nowMs,
    },
  };
}

function bodyOf(body: unknown): { body?: string; isBase64Encoded: boolean } {
  if (body === undefined) return { isBase64Encoded: false };
  if (typeof body === 'string') return { body, isBase64Encoded: false };
  if (body instanceof Uint8Array) {
    return { body: Buffer.from(body).toString('base64'), isBase64Encoded: true };
  }
  return { body: JSON.stringify(body), isBase64Encoded: false };
}

import { describe, expect, test } from 'vitest';
import { functionUrlEvent, httpApiEvent } from '../../../local/gateway/event.ts';
import type { GatewayRequest } from '../../../local/gateway/request.ts';

// The example of https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
const request: GatewayRequest = {
  method: 'POST',
  path: '/my/path',
  rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=value',
  headers: {
    host: 'id.execute-api.us-east-1.amazonaws.com',
    header1: 'value1',
    header2: 'value1,value2',
    'user-agent': 'agent',
    'content-type': 'application/json',
  },
  cookies: ['cookie1', 'cookie2'],
  body: Buffer.from('{"hello":"wörld"}'),
  protocol: 'HTTP/1.1',
  sourceIp: '192.0.2.1',
};
const nowMs = Date.UTC(2020, 2, 12, 19, 3, 58, 390);
const context = {
  routeKey: 'POST /my/{name}',
  pathParameters: { name: 'path' },
  decodedPath: '/my/path',
  jwt: undefined,
};

describe('an HTTP API event', () => {
  test('has the form of payload format 2.0', () => {
    const event = httpApiEvent(request, { ...context, jwt: { claims: { sub: 'a' }, scopes: null } }, nowMs);
    expect(event).toMatchObject({
      version: '2.0',
      routeKey: 'POST /my/{name}',
      rawPath: '/my/path',
      rawQueryString: 'parameter1=value1&parameter1=value2&parameter2=value',
      cookies: ['cookie1', 'cookie2'],
      headers: { header1: 'value1', header2: 'value1,value2', 'x-forwarded-for': '192.0.2.1' },
      queryStringParameters: { parameter1: 'value1,value2', parameter2: 'value' },
      requestContext: {
        accountId: '000000000000',
        authorizer: { jwt: { claims: { sub: 'a' }, scopes: null } },
        domainName: 'id.execute-api.us-east-1.amazonaws.com',
        domainPrefix: 'id',
        http: {
          method: 'POST',
          path: '/my/path',
          protocol: 'HTTP/1.1',
          sourceIp: '192.0.2.1',
          userAgent: 'agent',
        },
        routeKey: 'POST /my/{name}',
        stage: '$default',
        time: '12/Mar/2020:19:03:58 +0000',
        timeEpoch: 1584039838390,
      },
      body: '{"hello":"wörld"}',
      pathParameters: { name: 'path' },
      isBase64Encoded: false,
    });
    expect(event.requestContext.requestId).toMatch(/^[\w-]+$/);
  });

  test('leaves out what the request does not have', () => {
    const bare = { ...request, cookies: [], rawQueryString: '', body: Buffer.alloc(0) };
    const event = httpApiEvent(bare, { ...context, pathParameters: {} }, nowMs);
    for (const absent of ['cookies', 'queryStringParameters', 'pathParameters', 'body']) {
      expect(event).not.toHaveProperty(absent);
    }
    expect(event.requestContext).not.toHaveProperty('authorizer');
  });

  test.each([
    ['application/json', false],
    ['application/json; charset=utf-8', false],
    ['application/problem+json', false],
    ['text/plain', false],
    ['application/xml', false],
    ['application/x-www-form-urlencoded', true],
    ['application/octet-stream', true],
    ['image/png', true],
    [undefined, true],
  ])('with a body of type %s is base64: %s', (contentType, encoded) => {
    const headers = contentType === undefined ? {} : { 'content-type': contentType };
    const event = httpApiEvent({ ...request, headers }, context, nowMs);
    expect(event.isBase64Encoded).toBe(encoded);
    expect(Buffer.from(event.body ?? '', encoded ? 'base64' : 'utf8')).toEqual(request.body);
  });

  test('with bytes that are no UTF-8 is base64, whatever it claims to be', () => {
    const body = Buffer.from([0x7b, 0x22, 0xff, 0xfe, 0x22, 0x7d]);
    const event = httpApiEvent({ ...request, body }, context, nowMs);
    expect([event.body, event.isBase64Encoded]).toEqual([body.toString('base64'), true]);
  });

  test('has every name of the query, also one that is special to JavaScript', () => {
    const event = httpApiEvent({ ...request, rawQueryString: '__proto__=1&a=2' }, context, nowMs);
    expect(Object.entries(event.queryStringParameters ?? {})).toEqual([
      ['__proto__', '1'],
      ['a', '2'],
    ]);
  });

  test('decodes the query, and keeps its raw form', () => {
    const event = httpApiEvent(
      { ...request, rawQueryString: 'a=x%20y+z&b=%E4%BD%A0&c&a=%2C' },
      context,
      nowMs,
    );
    expect(event.queryStringParameters).toEqual({ a: 'x y z,,', b: '你', c: '' });
    expect(event.rawQueryString).toBe('a=x%20y+z&b=%E4%BD%A0&c&a=%2C');
  });
});

test('a Function URL event keeps the path as it was sent, and names no caller', () => {
  const event = functionUrlEvent({ ...request, path: '/a%20b' }, nowMs);
  expect(event).toMatchObject({
    version: '2.0',
    routeKey: '$default',
    rawPath: '/a%20b',
    requestContext: {
      accountId: 'anonymous',
      authentication: null,
      stage: '$default',
      http: { path: '/a%20b' },
    },
  });
  expect(event.requestContext).not.toHaveProperty('authorizer');
});

// Function URL events as Lambda sends them: payload format 2.0, no authorizer.
// https://docs.aws.amazon.com/lambda/latest/dg/urls-invocation.html

import type { LambdaFunctionURLEvent } from 'aws-lambda';
import { nowMs } from '../../support/builders.ts';

const webhookRequestId = '5d1ae7f1-2c6c-4ac6-9a2e-3c1f6f6f0f3a';

export function functionUrlEvent(request: {
  body?: string | Uint8Array;
  signature?: string;
  method?: string;
  contentType?: string | null;
}): LambdaFunctionURLEvent {
  const { body, signature, method = 'POST', contentType = 'application/json; charset=utf-8' } = request;
  const domainPrefix = 'abcdefghijklmnopqrstuvwxyz012345';
  const domainName = `${domainPrefix}.lambda-url.us-east-1.on.aws`;
  return {
    version: '2.0',
    routeKey: '$default',
    rawPath: '/',
    rawQueryString: '',
    headers: {
      accept: '*/*; q=0.5, application/xml',
      ...(contentType !== null && { 'content-type': contentType }),
      host: domainName,
      'user-agent': 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      'x-forwarded-for': '3.18.12.63',
      ...(signature !== undefined && { 'stripe-signature': signature }),
    },
    requestContext: {
      accountId: 'anonymous',
      apiId: domainPrefix,
      domainName,
      domainPrefix,
      http: {
        method,
        path: '/',
        protocol: 'HTTP/1.1',
        sourceIp: '3.18.12.63',
        userAgent: 'Stripe/1.0 (+https://stripe.com/docs/webhooks)',
      },
      requestId: webhookRequestId,
      routeKey: '$default',
      stage: '$default',
      time: '01/Mar/2026:12:00:00 +0000',
      timeEpoch: nowMs,
    },
    ...(body !== undefined && {
      body: typeof body === 'string' ? body : Buffer.from(body).toString('base64'),
    }),
    isBase64Encoded: body instanceof Uint8Array,
  };
}

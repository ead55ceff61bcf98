// GET /api/openapi.json: what this API is, for anyone.

import { createHash } from 'node:crypto';
import { httpEvent, type HttpAnswer } from './contracts/http-event.ts';
import { openApiDocument } from './contracts/openapi/document.ts';
import { securityHeaders } from './shared/answer-headers.ts';
import { lazily } from './shared/lazy.ts';

const etagLength = 27;

export function createDescribeApi() {
  const body = JSON.stringify(openApiDocument());
  const etag = `"${createHash('sha256').update(body).digest('base64url').slice(0, etagLength)}"`;
  // Clients ask again after five minutes, and get 304 until the API changes.
  const headers = { ...securityHeaders, etag, 'cache-control': 'public, max-age=300' };
  return (raw: unknown): Promise<HttpAnswer> => {
    const known = httpEvent.parse(raw).headers['if-none-match'] ?? '';
    // A proxy that compresses the body marks the tag as weak.
    const isKnown = known.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
    return Promise.resolve(
      isKnown
        ? { statusCode: 304, headers, body: '' }
        : { statusCode: 200, headers: { ...headers, 'content-type': 'application/json' }, body },
    );
  };
}

export const handler = lazily(createDescribeApi);

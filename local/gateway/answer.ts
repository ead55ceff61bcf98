// From what a function returned, or how it failed, to the HTTP response that AWS would send.
import type { ServerResponse } from 'node:http';
import * as z from 'zod';

const primitive = z.union([z.string(), z.number(), z.boolean()]).transform(String);

const structured = z.object({
  statusCode: z.coerce.number().int().min(100).max(599),
  headers: z.record(z.string(), primitive).nullish(),
  cookies: z.array(z.string()).nullish(),
  body: z.string().nullish(),
  isBase64Encoded: z.boolean().nullish(),
});

// The server frames the message itself.
const framing = new Set(['connection', 'content-length', 'transfer-encoding', 'keep-alive', 'upgrade']);

/**
 * Sends a function's payload.
 * @returns false if it is no valid response, in which case nothing was sent
 */
export function sendPayload(response: ServerResponse, payload: unknown, defaultContentType: string): boolean {
  const hasStatus = typeof payload === 'object' && payload !== null && 'statusCode' in payload;
  if (!hasStatus) {
    const body = typeof payload === 'string' ? payload : JSON.stringify(payload);
    response.writeHead(200, { 'content-type': 'application/json' }).end(body);
    return true;
  }
  const parsed = structured.safeParse(payload);
  if (!parsed.success) return false;
  const { statusCode, headers, cookies, body, isBase64Encoded } = parsed.data;
  try {
    response.setHeader('content-type', defaultContentType);
    for (const [name, value] of Object.entries(headers ?? {})) {
      if (!framing.has(name.toLowerCase())) response.setHeader(name, value);
    }
    if (cookies != null && cookies.length > 0) response.setHeader('set-cookie', cookies);
  } catch {
    // A header with line breaks or other forbidden characters.
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    return false;
  }
  response.statusCode = statusCode;
  response.end(Buffer.from(body ?? '', isBase64Encoded === true ? 'base64' : 'utf8'));
  return true;
}

/** One of the gateway's own answers. */
export function sendMessage(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  if (response.headersSent) return;
  response
    .writeHead(status, { 'content-type': 'application/json', ...headers })
    .end(JSON.stringify({ message }));
}

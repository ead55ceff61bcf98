// A request as API Gateway and Function URLs see it, before it becomes an event.
import type { IncomingMessage } from 'node:http';
import { readBody } from './read-body.ts';

export interface GatewayRequest {
  readonly method: string;
  /** As sent: still percent-encoded. */
  readonly path: string;
  readonly rawQueryString: string;
  /** Lower-case names, duplicates joined by commas, without cookies. */
  readonly headers: Readonly<Record<string, string>>;
  readonly cookies: readonly string[];
  readonly body: Buffer;
  readonly protocol: string;
  readonly sourceIp: string;
}

/** @throws BodyTooLarge */
export async function readRequest(message: IncomingMessage, bodyLimitBytes: number): Promise<GatewayRequest> {
  const { path, rawQueryString } = splitUrl(message.url ?? '/');
  const { headers, cookies } = joinHeaders(message.rawHeaders);
  const body = await readBody(message, bodyLimitBytes);
  return {
    method: message.method ?? 'GET',
    path,
    rawQueryString,
    headers,
    cookies,
    body,
    protocol: `HTTP/${message.httpVersion}`,
    sourceIp: message.socket.remoteAddress ?? '127.0.0.1',
  };
}

/** Splits a request target without judging it: node takes anything there, also a whole URL. */
export function splitUrl(target: string): { readonly path: string; readonly rawQueryString: string } {
  const local = target.replace(/^[a-z]+:\/\/[^/?]*/i, '');
  const mark = local.indexOf('?');
  const path = mark < 0 ? local : local.slice(0, mark);
  return {
    path: path.startsWith('/') ? path : `/${path}`,
    rawQueryString: mark < 0 ? '' : local.slice(mark + 1),
  };
}

function joinHeaders(raw: readonly string[]) {
  const headers = new Map<string, string>();
  const cookies: string[] = [];
  for (let index = 0; index + 1 < raw.length; index += 2) {
    const name = (raw[index] ?? '').toLowerCase();
    const value = raw[index + 1] ?? '';
    if (name === 'cookie') {
      cookies.push(...value.split(/;\s*/).filter((cookie) => cookie !== ''));
      continue;
    }
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before},${value}`);
  }
  return { headers: Object.fromEntries(headers), cookies };
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import type { AddressInfo } from 'node:net';
import * as z from 'zod';
import { createHttp } from '../../../local/rider/api/http.ts';
import { readPlace } from '../../../local/rider/place.ts';

type Handle = (request: IncomingMessage, response: ServerResponse) => void;

const closers: (() => Promise<void>)[] = [];
afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
});

async function serve(handle: Handle): Promise<string> {
  const server = createServer(handle).listen(0, '127.0.0.1');
  await once(server, 'listening');
  closers.push(async () => {
    server.close();
    server.closeAllConnections();
    await once(server, 'close').catch(() => undefined);
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

function answer(response: ServerResponse, status: number, body: object, headers = {}): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body));
}

/** A service that gives out numbered tokens and answers calls with `handle`. */
async function rider(handle: Handle) {
  let tokens = 0;
  const address = await serve((request, response) => {
    if (request.url !== '/token') {
      handle(request, response);
      return;
    }
    tokens += 1;
    answer(response, 200, { access_token: `token-${tokens}` });
  });
  const { rider: played } = readPlace({
    port: '4000',
    search: '?subaccount_id=harbor&customer_id=harbor-amelia',
  });
  if (played === null) throw new Error('nobody is played');
  const http = createHttp({ rider: played, tokenUrl: `${address}/token`, onAnswer: () => undefined });
  return () =>
    http.send({ method: 'GET', path: `${address}/thing` }, z.object({ fine: z.literal(true) }), [200]);
}

describe('a call of the rider’s app', () => {
  it('gets a new token, once, when the old one has run out', async () => {
    const seen: (string | undefined)[] = [];
    const call = await rider((request, response) => {
      seen.push(request.headers.authorization);
      const expired = request.headers.authorization === 'Bearer token-1';
      if (expired) answer(response, 401, { message: 'Unauthorized' });
      else answer(response, 200, { fine: true });
    });

    expect(await call()).toEqual({ ok: true, value: { fine: true } });
    expect(seen).toEqual(['Bearer token-1', 'Bearer token-2']);
  });

  it('says that signing in failed when the new token is refused too', async () => {
    const call = await rider((_request, response) => answer(response, 401, { message: 'Unauthorized' }));

    expect(await call()).toMatchObject({ ok: false, fault: { code: 'signed_out' } });
  });

  it('says how long to wait when the service says so', async () => {
    const call = await rider((_request, response) => {
      const problem = { type: 'urn:x', title: 'x', detail: 'x', request_id: 'x' };
      answer(response, 503, { ...problem, status: 503, code: 'stripe_unavailable' }, { 'retry-after': '30' });
    });

    const { fault } = (await call()) as { fault: { sentence: string } };
    expect(fault.sentence).toBe(
      'Identity checks can’t be reached right now. Nothing is lost: please try again in 30 seconds.',
    );
  });

  it('says to check the connection when nothing answers', async () => {
    const call = await rider((request) => request.destroy());

    expect(await call()).toMatchObject({ ok: false, fault: { code: 'offline' } });
  });

  it('takes an answer of another shape for a fault', async () => {
    const call = await rider((_request, response) => answer(response, 200, { fine: 'maybe' }));

    expect(await call()).toMatchObject({ ok: false, fault: { code: 'unexpected' } });
  });
});

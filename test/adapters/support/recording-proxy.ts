// Stands between our client and the simulator, and remembers what went through.

import { createServer } from 'node:http';
import { listenOnFreePort } from './listen.ts';

type RecordedRequest = {
  method: string;
  path: string;
  headers: Record<string, string>;
  /** Of the form or the query, as Stripe's client wrote it: `options[document][allowed_types][0]`. */
  parameters: Record<string, string>;
};

export type RecordingProxy = { url: string; requests: RecordedRequest[]; close: () => Promise<void> };

export async function startRecordingProxy(target: string): Promise<RecordingProxy> {
  const requests: RecordedRequest[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString();
      const { method = 'GET', url = '/' } = request;
      const { pathname, searchParams } = new URL(url, target);
      const headers = Object.fromEntries(
        Object.entries(request.headers).flatMap(([name, value]) =>
          typeof value === 'string' ? [[name, value]] : [],
        ),
      );
      const sent = method === 'GET' ? searchParams : new URLSearchParams(body);
      requests.push({ method, path: pathname, headers, parameters: Object.fromEntries(sent) });
      const passed = ['authorization', 'content-type', 'idempotency-key', 'stripe-version'];
      void fetch(new URL(url, target), {
        method,
        headers: Object.fromEntries(Object.entries(headers).filter(([name]) => passed.includes(name))),
        ...(method === 'GET' ? {} : { body }),
      }).then(async (answer) => {
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(await answer.text());
      });
    });
  });
  return { requests, ...(await listenOnFreePort(server)) };
}

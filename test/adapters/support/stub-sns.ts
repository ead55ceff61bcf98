// Answers of SNS that the embedded engine never gives, in SNS's own form: a form in, XML out.

import { createServer } from 'node:http';
import { SNSClient } from '@aws-sdk/client-sns';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { listenOnFreePort } from './listen.ts';

export type StubSns = {
  client: SNSClient;
  /** The forms that came in. */
  requests: Record<string, string>[];
  /** What the next requests of an action are answered; without any, an empty result. */
  answer: (action: string, ...answers: { status: number; xml: string }[]) => void;
  close: () => Promise<void>;
};

export async function startStubSns(): Promise<StubSns> {
  const requests: Record<string, string>[] = [];
  const answers = new Map<string, { status: number; xml: string }[]>();
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const form = Object.fromEntries(new URLSearchParams(Buffer.concat(chunks).toString()));
      const { Action = '' } = form;
      requests.push(form);
      const empty = { status: 200, xml: `<${Action}Response><${Action}Result/></${Action}Response>` };
      const { status, xml } = answers.get(Action)?.shift() ?? empty;
      response.writeHead(status, { 'content-type': 'text/xml' }).end(xml);
    });
  });
  const { url, close } = await listenOnFreePort(server);
  const client = new SNSClient({ ...localClientConfig(url), maxAttempts: 1 });
  return {
    client,
    requests,
    answer: (action, ...given) => {
      answers.set(action, given);
    },
    close: async () => {
      client.destroy();
      await close();
    },
  };
}

/** A fault in SNS's words. */
export function snsFault(code: string, message = code): { status: number; xml: string } {
  const error = `<Error><Type>Sender</Type><Code>${code}</Code><Message>${message}</Message></Error>`;
  return { status: code === 'NotFound' ? 404 : 400, xml: `<ErrorResponse>${error}</ErrorResponse>` };
}

/** A result with these values. */
export function snsResult(action: string, inner: string): { status: number; xml: string } {
  return {
    status: 200,
    xml: `<${action}Response><${action}Result>${inner}</${action}Result></${action}Response>`,
  };
}

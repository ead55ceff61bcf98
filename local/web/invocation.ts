// POST /local/functions/{name}/invoke: runs a scheduled function at once, as an operator does in Lambda's console.
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendMessage } from '../gateway/answer.ts';
import { BodyTooLarge, readBody } from '../gateway/read-body.ts';
import type { LambdaRuntime } from '../lambda/runtime.ts';

export interface InvocationSettings {
  readonly runtime: Pick<LambdaRuntime, 'invoke'>;
  /** Names of the functions that may be invoked: all others have events of their own. */
  readonly functionNames: readonly string[];
}

const maxEventBytes = 64 * 1024;

/** The function's name in the path of an invocation; undefined for other paths. */
export function invokedFunction(path: string): string | undefined {
  return /^\/local\/functions\/([\w-]+)\/invoke$/.exec(path)?.[1];
}

/** The body is the function's event. Answers 200 with what it returned, or 502 with its error. */
export async function answerInvocation(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { runtime, functionNames }: InvocationSettings,
): Promise<void> {
  if (request.method !== 'POST') {
    sendMessage(response, 405, 'Method Not Allowed', { allow: 'POST' });
    return;
  }
  // A browser sends this type to another origin only after asking, and is not allowed: no web page can do this.
  if (request.headers['content-type'] !== 'application/json') {
    sendMessage(response, 415, 'Please send the event as application/json.');
    return;
  }
  if (!functionNames.includes(name)) {
    sendMessage(response, 404, `No such scheduled function. There are: ${functionNames.join(', ')}.`);
    return;
  }
  const event = await readEvent(request);
  if (event === undefined) {
    sendMessage(response, 400, 'The event must be JSON of 64 KiB at most.');
    return;
  }
  const result = await runtime.invoke(name, event.value);
  const failed = result.outcome === 'failed';
  response.writeHead(failed ? 502 : 200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(failed ? result.fault : (result.payload ?? null)));
}

async function readEvent(request: IncomingMessage): Promise<{ value: unknown } | undefined> {
  try {
    return { value: JSON.parse((await readBody(request, maxEventBytes)).toString('utf8')) as unknown };
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof BodyTooLarge) return undefined;
    throw error;
  }
}

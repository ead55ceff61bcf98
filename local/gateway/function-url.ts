// The Function URL of the templates: every request to its address invokes its one function.
import type { LambdaRuntime } from '../lambda/runtime.ts';
import { sendPayload } from './answer.ts';
import { functionUrlEvent } from './event.ts';
import type { RequestHandler } from './http-api.ts';
import { readRequest } from './request.ts';

// https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
const bodyLimitBytes = 6 * 1024 * 1024;

export function createFunctionUrl(
  functionName: string,
  runtime: Pick<LambdaRuntime, 'invoke'>,
): RequestHandler {
  return async (message, response) => {
    const request = await readRequest(message, bodyLimitBytes);
    const result = await runtime.invoke(functionName, functionUrlEvent(request, Date.now()));
    if (result.outcome === 'failed' || !sendPayload(response, result.payload, 'application/json')) {
      response.writeHead(502, { 'content-type': 'text/plain' }).end('Internal Server Error');
    }
  };
}

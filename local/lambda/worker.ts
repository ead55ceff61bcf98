// Runs one function's bundle in a worker thread, as Lambda's Node.js runtime does in a process of its own.
import { existsSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { parentPort, workerData } from 'node:worker_threads';
import type { FunctionFault, InvokeMessage, WorkerAnswer, WorkerSetup } from './protocol.ts';

type Handler = (event: unknown, context: object) => unknown;

const setup = workerData as WorkerSetup;
const handler = loadHandler();
// Reported with the first invocation, as Lambda does; until then it must not end the thread as unhandled.
const initialized = handler.then(
  () => undefined,
  () => undefined,
);
void initialized.then(() => parentPort?.postMessage({ outcome: 'initialized' } satisfies WorkerAnswer));

parentPort?.on('message', (message: InvokeMessage) => {
  void invoke(message).then((answer) => parentPort?.postMessage(answer));
});

async function invoke({ requestId, event, deadlineMs }: InvokeMessage): Promise<WorkerAnswer> {
  try {
    const run = await handler;
    const result = await run(event, contextOf(requestId, deadlineMs));
    const payload = JSON.stringify(result) as string | undefined;
    return { requestId, outcome: 'answered', payload: payload ?? 'null' };
  } catch (error) {
    return { requestId, outcome: 'failed', fault: faultOf(error) };
  }
}

async function loadHandler(): Promise<Handler> {
  const file = ['.mjs', '.js', '.cjs']
    .map((extension) => setup.module + extension)
    .find((path) => existsSync(path));
  if (file === undefined) throw named('Runtime.ImportModuleError', `Cannot find module '${setup.module}'`);
  const loaded = (await import(pathToFileURL(file).href)) as Record<string, unknown>;
  // A CommonJS bundle's exports may only be visible through its default export.
  const inner = (loaded['default'] ?? {}) as Record<string, unknown>;
  const found = loaded[setup.exportName] ?? inner[setup.exportName];
  if (typeof found !== 'function') {
    throw named(
      'Runtime.HandlerNotFound',
      `${setup.module}.${setup.exportName} is undefined or not exported`,
    );
  }
  return found as Handler;
}

function contextOf(requestId: string, deadlineMs: number) {
  return {
    callbackWaitsForEmptyEventLoop: false,
    functionName: setup.functionName,
    functionVersion: '$LATEST',
    invokedFunctionArn: setup.functionArn,
    memoryLimitInMB: String(setup.memoryMb),
    awsRequestId: requestId,
    logGroupName: `/aws/lambda/${setup.functionName}`,
    logStreamName: 'local',
    getRemainingTimeInMillis: () => Math.max(0, deadlineMs - Date.now()),
  };
}

function faultOf(error: unknown): FunctionFault {
  if (error instanceof Error) {
    return { errorType: error.name, errorMessage: error.message, trace: error.stack?.split('\n') ?? [] };
  }
  return { errorType: typeof error, errorMessage: String(error) };
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}

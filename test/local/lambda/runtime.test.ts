import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { createLambdaRuntime } from '../../../local/lambda/runtime.ts';
import { tempFolder } from '../support/temp-folder.ts';

function given(source: string, { environment = {}, timeoutMs = 2000 } = {}) {
  const folder = tempFolder();
  mkdirSync(path.join(folder, 'code'));
  writeFileSync(path.join(folder, 'code', 'index.mjs'), source);
  const fn = {
    name: 'work',
    arn: 'arn:aws:lambda:us-east-1:000000000000:function:work',
    module: path.join(folder, 'code', 'index'),
    exportName: 'handler',
    timeoutMs,
    memoryMb: 128,
    environment,
  };
  const runtime = createLambdaRuntime({
    functions: [fn],
    endpoints: { dynamodb: 'http://127.0.0.1:4604', messaging: 'http://127.0.0.1:4605' },
    identityKeys: 'a2V5',
    logFolder: folder,
    mirrorLogs: false,
  });
  onTestFinished(() => runtime.close());
  return {
    invoke: (event: unknown = {}) => runtime.invoke('work', event),
    logFile: path.join(folder, 'work.log'),
  };
}

describe('a function', () => {
  test('gets its event and a context, and answers', async () => {
    const { invoke } = given(`export const handler = async (event, context) => ({
      event, name: context.functionName, arn: context.invokedFunctionArn, id: context.awsRequestId.length,
      left: context.getRemainingTimeInMillis(),
    });`);
    const outcome = await invoke({ rider: 'amelia' });
    expect(outcome).toMatchObject({
      outcome: 'answered',
      payload: {
        event: { rider: 'amelia' },
        name: 'work',
        arn: expect.stringContaining(':function:work') as string,
        id: 36,
      },
    });
    const { left } = (outcome as { payload: { left: number } }).payload;
    expect(left).toBeGreaterThan(1000);
    expect(left).toBeLessThanOrEqual(2000);
  });

  test('sees the variables of its template entry and those of Lambda, and none of the shell', async () => {
    vi.stubEnv('RIDEGATE_SECRET_OF_THE_SHELL', 'x');
    const { invoke } = given('export const handler = () => process.env;', {
      environment: { TABLE_NAME: 'rides' },
    });
    const { payload } = (await invoke()) as { payload: Record<string, string> };
    expect(payload).toMatchObject({
      TABLE_NAME: 'rides',
      AWS_REGION: 'us-east-1',
      AWS_LAMBDA_FUNCTION_NAME: 'work',
      AWS_ENDPOINT_URL_DYNAMODB: 'http://127.0.0.1:4604',
      AWS_ENDPOINT_URL_SQS: 'http://127.0.0.1:4605',
    });
    expect(payload).not.toHaveProperty('RIDEGATE_SECRET_OF_THE_SHELL');
    expect(payload).not.toHaveProperty('HOME');
    vi.unstubAllEnvs();
  });

  test.each([
    [
      'given the identity keys where it may use the key hosted',
      { IDENTITY_KEY_ARN: 'arn:aws:kms:…' },
      'a2V5',
    ],
    ['not told of them where it may not', {}, undefined],
  ])('is %s', async (_, environment, keys) => {
    const { invoke } = given('export const handler = () => process.env;', { environment });
    const { payload } = (await invoke()) as { payload: Record<string, string> };
    expect(payload['RIDEGATE_IDENTITY_KEYS']).toBe(keys);
  });

  test('keeps its state between invocations, and takes several at once', async () => {
    const { invoke } = given(`let calls = 0; let waiting;
      export const handler = async (event) => {
        calls += 1;
        if (event.wait) await new Promise((resolve) => { waiting = resolve; });
        else waiting?.();
        return calls;
      };`);
    const [first, second] = await Promise.all([invoke({ wait: true }), invoke()]);
    expect([first, second]).toEqual([
      { outcome: 'answered', payload: 2 },
      { outcome: 'answered', payload: 2 },
    ]);
  });

  test('that throws fails with its error as Lambda tells it', async () => {
    const { invoke } = given("export const handler = () => { throw new RangeError('too far'); };");
    expect(await invoke()).toMatchObject({
      outcome: 'failed',
      fault: { errorType: 'RangeError', errorMessage: 'too far' },
    });
  });

  test('that takes too long is timed out, and the next invocation gets a fresh one', async () => {
    const { invoke } = given(
      `let calls = 0;
      export const handler = (event) => { calls += 1; return event.hang ? new Promise(() => {}) : calls; };`,
      { timeoutMs: 300 },
    );
    expect(await invoke({})).toEqual({ outcome: 'answered', payload: 1 });
    expect(await invoke({ hang: true })).toMatchObject({
      outcome: 'failed',
      fault: {
        errorType: 'Sandbox.Timedout',
        errorMessage: expect.stringContaining('timed out after 0.30 seconds') as string,
      },
    });
    expect(await invoke({})).toEqual({ outcome: 'answered', payload: 1 });
  });

  test('that never gives way is timed out as well', async () => {
    const { invoke } = given('export const handler = (event) => { while (event.spin); return 1; };', {
      timeoutMs: 300,
    });
    expect(await invoke({ spin: true })).toMatchObject({ fault: { errorType: 'Sandbox.Timedout' } });
    expect(await invoke({})).toEqual({ outcome: 'answered', payload: 1 });
  });

  test.each([
    ['process.exit', 'process.exit(3)', 'Runtime.ExitError'],
    [
      'an error that nobody catches',
      "setTimeout(() => { throw new TypeError('late'); })",
      'Runtime.TypeError',
    ],
    ['a rejection that nobody handles', "Promise.reject(new TypeError('late'))", 'Runtime.TypeError'],
  ])('that crashes by %s fails that invocation alone', async (_name, crash, errorType) => {
    const { invoke } = given(`export const handler = (event) => {
      if (!event.crash) return 'fine';
      ${crash};
      return new Promise(() => {});
    };`);
    expect(await invoke({ crash: true })).toMatchObject({ outcome: 'failed', fault: { errorType } });
    expect(await invoke({})).toEqual({ outcome: 'answered', payload: 'fine' });
  });

  test.each([
    ['that can not be loaded', "import 'no-such-package'; export const handler = () => 1;", 'Error'],
    ['without its handler', 'export const other = () => 1;', 'Runtime.HandlerNotFound'],
  ])('%s fails each invocation', async (_name, source, errorType) => {
    const { invoke } = given(source);
    expect(await invoke()).toMatchObject({ outcome: 'failed', fault: { errorType } });
    expect(await invoke()).toMatchObject({ outcome: 'failed', fault: { errorType } });
  });

  test('writes its lines into its own log file', async () => {
    const { invoke, logFile } = given("export const handler = () => { console.log('a line'); };");
    expect(await invoke()).toEqual({ outcome: 'answered', payload: null });
    await vi.waitFor(() => {
      expect(readFileSync(logFile, 'utf8')).toMatch(/^a line$/m);
      expect(readFileSync(logFile, 'utf8')).toMatch(/^REPORT .* answered$/m);
    });
  });
});

test('a function that no template has is not found', async () => {
  const runtime = createLambdaRuntime({
    functions: [],
    endpoints: { dynamodb: '', messaging: '' },
    identityKeys: '',
    logFolder: tempFolder(),
    mirrorLogs: false,
  });
  onTestFinished(() => runtime.close());
  expect(await runtime.invoke('gone', {})).toMatchObject({
    fault: { errorType: 'ResourceNotFoundException' },
  });
});

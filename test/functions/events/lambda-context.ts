import type { Context } from 'aws-lambda';

/** What Lambda passes beside the event, without the callbacks of long ago. */
export function lambdaContext({ remainingMs = 10_000 }: { remainingMs?: number } = {}): Context {
  const context: Omit<Context, 'done' | 'fail' | 'succeed'> = {
    awsRequestId: '7c6bd0de-2f83-4e2a-93c1-3f5a2d1f6f20',
    functionName: 'ridegate',
    functionVersion: '$LATEST',
    invokedFunctionArn: 'arn:aws:lambda:us-east-1:000000000000:function:ridegate',
    logGroupName: '/aws/lambda/ridegate',
    logStreamName: '2026/03/01/[$LATEST]0123456789abcdef',
    memoryLimitInMB: '256',
    callbackWaitsForEmptyEventLoop: false,
    getRemainingTimeInMillis: () => remainingMs,
  };
  return context as Context;
}

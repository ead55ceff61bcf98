// EventBridge Scheduler: invokes a function at its times, for the first time after one period.
import { randomUUID } from 'node:crypto';
import type { LambdaRuntime } from '../lambda/runtime.ts';
import type { Schedule } from '../template/deployment.ts';
import { accountId, region } from '../template/identity.ts';
import { pause, startLoop, type Poller } from './loop.ts';
import { parseSchedule } from './schedule-expression.ts';

// Node's timers overflow beyond 24 days.
const longestPauseMs = 24 * 60 * 60 * 1000;

/** @param scale how many times faster than the template says */
export function startSchedule(
  schedule: Schedule,
  runtime: Pick<LambdaRuntime, 'invoke'>,
  scale: number,
  onFault: (reason: string) => void,
): Poller {
  const nextRun = parseSchedule(schedule.expression);
  return startLoop(async (signal) => {
    const startMs = Date.now();
    const dueMs = startMs + (nextRun(startMs) - startMs) / scale;
    while (Date.now() < dueMs && !signal.aborted) {
      await pause(Math.min(dueMs - Date.now(), longestPauseMs), signal);
    }
    if (signal.aborted) return;
    await runtime.invoke(schedule.functionName, schedule.input ?? scheduledEvent(schedule.name));
  }, onFault);
}

function scheduledEvent(name: string) {
  return {
    version: '0',
    id: randomUUID(),
    'detail-type': 'Scheduled Event',
    source: 'aws.scheduler',
    account: accountId,
    time: new Date().toISOString(),
    region,
    resources: [`arn:aws:scheduler:${region}:${accountId}:schedule/default/${name}`],
    detail: '{}',
  };
}

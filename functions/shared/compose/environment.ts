// Clock, randomness and counters of the Lambda environment.

import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { Metrics, MetricUnit } from '@aws-lambda-powertools/metrics';
import type * as Ports from '../../use-cases/ports/environment.ts';
import { createLog, type Log } from '../log.ts';

export type Environment = {
  clock: Ports.Clock;
  randomness: Ports.Randomness;
  pause: Ports.Pause;
  metrics: Ports.Metrics;
  log: Log;
};

export function composeEnvironment(): Environment {
  const metrics = new Metrics();
  return {
    clock: { nowMs: () => Date.now() },
    randomness: { next: () => Math.random(), uuid: randomUUID },
    pause: async (milliseconds) => {
      await wait(milliseconds);
    },
    metrics: {
      count: (name) => {
        metrics.addMetric(name, MetricUnit.Count, 1);
        metrics.publishStoredMetrics();
      },
    },
    log: createLog(),
  };
}

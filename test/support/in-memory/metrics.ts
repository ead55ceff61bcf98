import type { MetricName, Metrics } from '../../../functions/use-cases/ports/environment.ts';

export type CountingMetrics = Metrics & { counted: (name: MetricName) => number };

export function createCountingMetrics(): CountingMetrics {
  const counts = new Map<MetricName, number>();
  const counted = (name: MetricName): number => counts.get(name) ?? 0;
  return { count: (name) => counts.set(name, counted(name) + 1), counted };
}

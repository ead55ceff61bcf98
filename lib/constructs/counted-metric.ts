// The metrics that functions count by themselves (MetricName in functions/use-cases/ports/environment.ts).
import type { Duration } from 'aws-cdk-lib';
import { type IMetric, Metric } from 'aws-cdk-lib/aws-cloudwatch';
import type { Settings } from '../settings.ts';

const namespace = 'RideGate';

/** Two stages in one account keep their numbers apart, and so their alarms. */
const service = ({ stage }: Settings): string => `ridegate-${stage}`;

/** Tells Powertools where to count. */
export const metricsEnvironment = (settings: Settings) => ({
  POWERTOOLS_SERVICE_NAME: service(settings),
  POWERTOOLS_METRICS_NAMESPACE: namespace,
});

/** How often something was counted in each period. */
export const countedMetric = (settings: Settings, metricName: string, period: Duration): IMetric =>
  new Metric({
    namespace,
    metricName,
    dimensionsMap: { service: service(settings) },
    period,
    statistic: 'Sum',
  });

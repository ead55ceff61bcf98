// Event source mappings and schedules of the templates.
import * as z from 'zod';
import { compilePattern } from '../pollers/filter.ts';
import type { QueueSource, Schedule, StreamSource } from './deployment.ts';
import { functionNameOf } from './functions.ts';
import { boolean, number, resourcesOf, type Read } from './resource-reader.ts';
import type { LocalResource } from './scope.ts';

const mappingSchema = z.object({
  EventSourceArn: z.string(),
  FunctionName: z.string(),
  Enabled: boolean.default(true),
  BatchSize: number.optional(),
  MaximumBatchingWindowInSeconds: number.default(0),
  FunctionResponseTypes: z.array(z.literal('ReportBatchItemFailures')).default([]),
  FilterCriteria: z
    .object({ Filters: z.array(z.object({ Pattern: z.string().transform((text) => compilePattern(text)) })) })
    .default({ Filters: [] }),
  ScalingConfig: z.object({ MaximumConcurrency: number.optional() }).default({}),
  BisectBatchOnFunctionError: boolean.default(false),
  MaximumRetryAttempts: number.default(-1),
  DestinationConfig: z.object({ OnFailure: z.object({ Destination: z.string() }).optional() }).default({}),
  TumblingWindowInSeconds: z.never('tumbling windows are not supported').optional(),
});

type Mapping = Read<typeof mappingSchema>;

// Lambda starts with five concurrent batches on a queue.
const defaultConcurrency = 5;

export function readEventSources(resources: readonly LocalResource[]): {
  readonly queueSources: readonly QueueSource[];
  readonly streamSources: readonly StreamSource[];
} {
  const mappings = resourcesOf(resources, ['AWS::Lambda::EventSourceMapping'], mappingSchema).filter(
    ({ is }) => is.Enabled,
  );
  const isQueue = ({ is }: Mapping) => is.EventSourceArn.includes(':sqs:');
  return {
    queueSources: mappings.filter(isQueue).map((mapping) => ({
      ...common(mapping),
      batchSize: mapping.is.BatchSize ?? 10,
      queueArn: mapping.is.EventSourceArn,
      concurrency: Math.min(
        mapping.is.ScalingConfig.MaximumConcurrency ?? defaultConcurrency,
        defaultConcurrency,
      ),
    })),
    streamSources: mappings
      .filter((mapping) => !isQueue(mapping))
      .map((mapping) => ({
        ...common(mapping),
        batchSize: mapping.is.BatchSize ?? 100,
        streamArn: mapping.is.EventSourceArn,
        tableName: /table\/([^/]+)\/stream/.exec(mapping.is.EventSourceArn)?.[1] ?? '',
        bisect: mapping.is.BisectBatchOnFunctionError,
        maxRetries: mapping.is.MaximumRetryAttempts,
        onFailureArn: mapping.is.DestinationConfig.OnFailure?.Destination,
      })),
  };
}

function common({ identity, is }: Mapping) {
  return {
    name: identity.name,
    functionName: functionNameOf(is.FunctionName),
    windowMs: is.MaximumBatchingWindowInSeconds * 1000,
    patterns: is.FilterCriteria.Filters.map(({ Pattern }) => Pattern),
    reportsItemFailures: is.FunctionResponseTypes.length > 0,
  };
}

const state = z.enum(['ENABLED', 'DISABLED']).default('ENABLED');
const scheduleSchema = z.object({
  ScheduleExpression: z.string(),
  State: state,
  Target: z.object({ Arn: z.string(), Input: z.string().optional() }),
});
const ruleSchema = z.object({
  ScheduleExpression: z.string('only scheduled rules are supported'),
  State: state,
  Targets: z.array(z.object({ Arn: z.string(), Input: z.string().optional() })),
});

export function readSchedules(resources: readonly LocalResource[]): readonly Schedule[] {
  const targets = [
    ...resourcesOf(resources, ['AWS::Scheduler::Schedule'], scheduleSchema).map((found) => ({
      ...found,
      is: { ...found.is, Targets: [found.is.Target] },
    })),
    ...resourcesOf(resources, ['AWS::Events::Rule'], ruleSchema),
  ];
  return targets
    .filter(({ is }) => is.State === 'ENABLED')
    .flatMap(({ identity, is }) =>
      is.Targets.map(({ Arn, Input }) => ({
        name: identity.name,
        expression: is.ScheduleExpression,
        functionName: functionNameOf(Arn),
        input: Input === undefined ? undefined : (JSON.parse(Input) as unknown),
      })),
    );
}

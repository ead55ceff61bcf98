import { expect, it } from 'vitest';
import * as z from 'zod';
import { synthesize, templateOf } from '../../lib/synthesized.ts';
import { indexes, tableKeys, type KeySchema } from './schema.ts';

const keySchema = z.array(z.object({ AttributeName: z.string(), KeyType: z.enum(['HASH', 'RANGE']) }));

const table = z.object({
  KeySchema: keySchema,
  AttributeDefinitions: z.array(z.object({ AttributeName: z.string(), AttributeType: z.string() })),
  GlobalSecondaryIndexes: z.array(
    z.object({
      IndexName: z.string(),
      KeySchema: keySchema,
      Projection: z.object({ ProjectionType: z.string(), NonKeyAttributes: z.array(z.string()).optional() }),
    }),
  ),
  TimeToLiveSpecification: z.object({ AttributeName: z.string(), Enabled: z.literal(true) }),
});

it('is that of the template: keys, indexes, what they hold, and that all keys are texts', () => {
  const [resource] = Object.values(templateOf(synthesize(), 'Data').findResources('AWS::DynamoDB::Table'));
  const template = table.parse(resource?.['Properties']);

  expect(inTemplatesWords(tableKeys)).toEqual(template.KeySchema);
  expect(
    indexes.map(({ name, projection, ...keys }) => ({
      IndexName: name,
      KeySchema: inTemplatesWords(keys),
      Projection:
        projection === 'all'
          ? { ProjectionType: 'ALL' }
          : projection.length === 0
            ? { ProjectionType: 'KEYS_ONLY' }
            : { ProjectionType: 'INCLUDE', NonKeyAttributes: projection },
    })),
  ).toEqual(template.GlobalSecondaryIndexes);
  expect(new Set(template.AttributeDefinitions.map(({ AttributeType }) => AttributeType))).toEqual(
    new Set(['S']),
  );
  expect(template.TimeToLiveSpecification.AttributeName).toBe('expires_at');
});

function inTemplatesWords({ hash, range }: KeySchema) {
  return [
    { AttributeName: hash, KeyType: 'HASH' },
    { AttributeName: range, KeyType: 'RANGE' },
  ];
}

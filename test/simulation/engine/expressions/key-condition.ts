// What a query looks for: one partition, and perhaps a range of its sort keys.

import { NotSimulated, validation } from '../invalid.ts';
import type { KeySchema } from '../schema.ts';
import { resolved, type Environment } from './environment.ts';
import type { Condition } from './grammar.ts';

/** @param range what sort keys must be like; null takes them all */
export type KeyCondition = { partition: string; range: Condition | null };

/** @throws ValidationException for a condition that no query can have */
export function keyCondition(
  condition: Condition,
  schema: KeySchema,
  environment: Environment,
): KeyCondition {
  const parts = condition.kind === 'and' ? [condition.left, condition.right] : [condition];
  const attributes = parts.map((part) => attributeOf(part, environment));
  const at = attributes.indexOf(schema.hash);
  const hash = parts[at];
  if (hash === undefined) throw validation(`Query condition missed key schema element: ${schema.hash}`);
  const range = parts[1 - at] ?? null;
  if (range !== null && attributes[1 - at] !== schema.range) {
    throw validation(`Query condition missed key schema element: ${schema.range}`);
  }
  if (hash.kind !== 'compare' || hash.comparator !== '=') {
    throw validation('Query key condition not supported: the partition key must equal a value');
  }
  const [partition, ...others] = valuesOf(hash, environment);
  if (partition === undefined || others.length > 0) throw new NotSimulated('this key condition');
  if (range !== null) valuesOf(range, environment);
  return { partition, range };
}

function attributeOf(part: Condition, environment: Environment): string {
  const tested = testedPath(part);
  const [name, ...deeper] = resolved(tested, environment);
  if (typeof name !== 'string' || deeper.length > 0) throw new NotSimulated('this key condition');
  return name;
}

function testedPath(part: Condition) {
  if (part.kind === 'begins_with') return part.path;
  if (part.kind === 'between' && part.operand.kind === 'path') return part.operand.path;
  if (part.kind === 'compare' && part.comparator !== '<>') {
    if (part.left.kind === 'path') return part.left.path;
    throw new NotSimulated('a key condition that begins with a value');
  }
  throw validation('Invalid operator used in KeyConditionExpression');
}

/** Keys are compared with texts that aren't empty. */
function valuesOf(part: Condition, { values }: Environment): string[] {
  return operandsOf(part).map((operand) => {
    if (operand.kind !== 'value') throw validation('Invalid KeyConditionExpression: an operand is no value');
    const value = values[operand.placeholder];
    if (typeof value !== 'string') {
      throw validation(
        'One or more parameter values were invalid: Condition parameter type does not match schema type',
      );
    }
    if (value === '' && part.kind === 'compare') {
      throw validation(
        'One or more parameter values are not valid. The AttributeValue for a key attribute cannot contain an empty string value.',
      );
    }
    return value;
  });
}

function operandsOf(part: Condition) {
  if (part.kind === 'compare') return [part.right];
  if (part.kind === 'between') return [part.low, part.high];
  return part.kind === 'begins_with' ? [part.argument] : [];
}

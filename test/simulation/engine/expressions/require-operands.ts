// Values that an operator can't take, which DynamoDB refuses whatever the item is.

import { NotSimulated, validation } from '../invalid.ts';
import { compareValues, isBytes, typeOf, type Value } from '../values.ts';
import type { Environment } from './environment.ts';
import type { Condition } from './grammar.ts';

const types: readonly Value[] = ['S', 'SS', 'N', 'NS', 'B', 'BS', 'BOOL', 'NULL', 'L', 'M'];

/** @throws ValidationException */
export function requireOperands(condition: Condition, environment: Environment): void {
  const literal = (operand: { kind: string; placeholder?: string }) =>
    operand.placeholder === undefined ? undefined : environment.values[operand.placeholder];
  switch (condition.kind) {
    case 'and':
    case 'or':
      requireOperands(condition.left, environment);
      requireOperands(condition.right, environment);
      return;
    case 'not':
      requireOperands(condition.condition, environment);
      return;
    case 'compare':
      if (condition.comparator === '=' || condition.comparator === '<>') return;
      requireOrdered(condition.comparator, literal(condition.left), literal(condition.right));
      return;
    case 'between':
      requireBounds(literal(condition.low), literal(condition.high));
      return;
    case 'begins_with':
      requireText(condition.kind, literal(condition.argument));
      return;
    case 'attribute_type':
      if (types.includes(literal(condition.argument) ?? null)) return;
      throw validation('Invalid ConditionExpression: Invalid attribute type name found');
    case 'in':
    case 'contains':
    case 'attribute_exists':
    case 'attribute_not_exists':
  }
}

function requireBounds(low: Value | undefined, high: Value | undefined): void {
  requireOrdered('BETWEEN', low, high);
  if (low === undefined || high === undefined) return;
  const order = compareValues(low, high);
  if (order !== undefined && order <= 0) return;
  throw validation(
    `Invalid expression: The BETWEEN operator requires ${order === undefined ? 'same data type for lower and upper bounds' : 'upper bound to be greater than or equal to lower bound'}`,
  );
}

function requireOrdered(operator: string, ...literals: (Value | undefined)[]): void {
  for (const literal of literals) {
    if (literal !== undefined && typeof literal !== 'string' && typeof literal !== 'number') {
      throw wrongType(operator, literal);
    }
  }
}

function requireText(operator: string, literal: Value | undefined): void {
  if (literal !== undefined && typeof literal !== 'string') throw wrongType(operator, literal);
}

function wrongType(operator: string, literal: Value): Error {
  if (isBytes(literal)) return new NotSimulated('an order of bytes, or a beginning');
  return validation(
    `Invalid expression: Incorrect operand type for operator or function; operator or function: ${operator}, operand type: ${typeOf(literal)}`,
  );
}

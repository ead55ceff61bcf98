// Whether a condition holds for an item, or for none.

import { NotSimulated } from '../invalid.ts';
import { compareValues, isBytes, isList, isSame, typeOf, type StoredItem, type Value } from '../values.ts';
import { operandValue, valueAt, type Environment } from './environment.ts';
import type { Comparator, Condition } from './grammar.ts';

export function holds(condition: Condition, item: StoredItem | null, environment: Environment): boolean {
  switch (condition.kind) {
    case 'and':
      return holds(condition.left, item, environment) && holds(condition.right, item, environment);
    case 'or':
      return holds(condition.left, item, environment) || holds(condition.right, item, environment);
    case 'not':
      return !holds(condition.condition, item, environment);
    case 'attribute_exists':
      return valueAt(item, condition.path, environment) !== undefined;
    case 'attribute_not_exists':
      return valueAt(item, condition.path, environment) === undefined;
    case 'compare':
    case 'between':
    case 'in':
    case 'attribute_type':
    case 'begins_with':
    case 'contains':
      return compares(condition, item, environment);
  }
}

function compares(
  condition: Extract<
    Condition,
    { kind: 'compare' | 'between' | 'in' | 'attribute_type' | 'begins_with' | 'contains' }
  >,
  item: StoredItem | null,
  environment: Environment,
): boolean {
  const value = (operand: Parameters<typeof operandValue>[1]) => operandValue(item, operand, environment);
  switch (condition.kind) {
    case 'compare':
      return isInOrder(condition.comparator, value(condition.left), value(condition.right));
    case 'between': {
      const tested = value(condition.operand);
      return isInOrder('>=', tested, value(condition.low)) && isInOrder('<=', tested, value(condition.high));
    }
    case 'in': {
      const tested = value(condition.operand);
      return condition.list.some((operand) => isInOrder('=', tested, value(operand)));
    }
    case 'attribute_type': {
      const tested = valueAt(item, condition.path, environment);
      return tested !== undefined && typeOf(tested) === value(condition.argument);
    }
    case 'begins_with': {
      const tested = valueAt(item, condition.path, environment);
      const prefix = value(condition.argument);
      if (isBytes(tested)) throw new NotSimulated('the beginning of bytes');
      return typeof tested === 'string' && typeof prefix === 'string' && tested.startsWith(prefix);
    }
    case 'contains':
      return includes(valueAt(item, condition.path, environment), value(condition.argument));
  }
}

function isInOrder(comparator: Comparator, left: Value | undefined, right: Value | undefined): boolean {
  const bothExist = left !== undefined && right !== undefined;
  if (comparator === '=') return bothExist && isSame(left, right);
  // What doesn't exist is unequal to everything.
  if (comparator === '<>') return !bothExist || !isSame(left, right);
  const order = bothExist ? compareValues(left, right) : undefined;
  if (order === undefined) return false;
  switch (comparator) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
  }
}

function includes(whole: Value | undefined, part: Value | undefined): boolean {
  if (part === undefined) return false;
  if (isBytes(whole)) throw new NotSimulated('a part of bytes');
  if (typeof whole === 'string') return typeof part === 'string' && whole.includes(part);
  return isList(whole) && whole.some((one) => isSame(one, part));
}

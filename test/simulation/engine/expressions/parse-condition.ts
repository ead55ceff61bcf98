// Conditions: what a write is made on, what a query looks for, what it filters.

import { validation } from '../invalid.ts';
import { parser, type Cursor } from './cursor.ts';
import type { Comparator, Condition, Operand, Path } from './grammar.ts';

const comparators: readonly string[] = ['=', '<>', '<', '<=', '>', '>='] satisfies Comparator[];

/** @throws ValidationException for what is no condition, or is none that is known here */
export const parseCondition = parser('ConditionExpression', either);

function either(cursor: Cursor): Condition {
  let left = both(cursor);
  while (cursor.takeIf('or')) left = { kind: 'or', left, right: both(cursor) };
  return left;
}

function both(cursor: Cursor): Condition {
  let left = negated(cursor);
  while (cursor.takeIf('and')) left = { kind: 'and', left, right: negated(cursor) };
  return left;
}

function negated(cursor: Cursor): Condition {
  if (cursor.takeIf('not')) return { kind: 'not', condition: negated(cursor) };
  if (!cursor.takeIf('(')) return single(cursor);
  const wraps = cursor.peek() === '(';
  const condition = either(cursor);
  // `((a))`, not `((a) OR b)`: DynamoDB refuses the one alone.
  if (wraps && parenthesized.has(condition)) {
    throw validation('Invalid ConditionExpression: The expression has redundant parentheses;');
  }
  parenthesized.add(condition);
  cursor.expect(')');
  return condition;
}

const parenthesized = new WeakSet<Condition>();

function single(cursor: Cursor): Condition {
  switch (cursor.peekKeyword()) {
    case 'attribute_exists':
      return { kind: 'attribute_exists', ...pathArgument(cursor) };
    case 'attribute_not_exists':
      return { kind: 'attribute_not_exists', ...pathArgument(cursor) };
    case 'attribute_type':
      return { kind: 'attribute_type', ...pathAndArgument(cursor) };
    case 'begins_with':
      return { kind: 'begins_with', ...pathAndArgument(cursor) };
    case 'contains':
      return { kind: 'contains', ...pathAndArgument(cursor) };
    default:
      return comparison(cursor);
  }
}

function pathArgument(cursor: Cursor): { path: Path } {
  cursor.take();
  cursor.expect('(');
  const path = cursor.path();
  cursor.expect(')');
  return { path };
}

function pathAndArgument(cursor: Cursor): { path: Path; argument: Operand } {
  cursor.take();
  cursor.expect('(');
  const path = cursor.path();
  cursor.expect(',');
  const argument = operand(cursor);
  cursor.expect(')');
  return { path, argument };
}

function comparison(cursor: Cursor): Condition {
  const left = operand(cursor);
  if (cursor.takeIf('between')) {
    const low = operand(cursor);
    cursor.expect('and');
    return { kind: 'between', operand: left, low, high: operand(cursor) };
  }
  if (cursor.takeIf('in')) {
    cursor.expect('(');
    const list = [operand(cursor)];
    while (cursor.takeIf(',')) list.push(operand(cursor));
    cursor.expect(')');
    return { kind: 'in', operand: left, list };
  }
  if (!isComparator(cursor.peek())) throw cursor.fault();
  return { kind: 'compare', comparator: comparator(cursor), left, right: operand(cursor) };
}

function comparator(cursor: Cursor): Comparator {
  const taken = cursor.take();
  if (!isComparator(taken)) throw cursor.fault();
  return taken;
}

function isComparator(text: string): text is Comparator {
  return comparators.includes(text);
}

function operand(cursor: Cursor): Operand {
  if (cursor.peek().startsWith(':')) return { kind: 'value', placeholder: cursor.placeholder() };
  if (cursor.peekKeyword() === 'size') return { kind: 'size', ...pathArgument(cursor) };
  const path = cursor.path();
  if (cursor.peek() === '(') {
    throw validation(`Invalid ConditionExpression: Invalid function name; function: ${String(path[0])}`);
  }
  return { kind: 'path', path };
}

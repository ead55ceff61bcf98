// An item as an update makes it. All that an update reads is the item as it was before.

import { NotSimulated, validation } from '../invalid.ts';
import { isMap, type StoredItem, type Value } from '../values.ts';
import { resolved, valueAt, type Environment } from './environment.ts';
import type { NewValue, Path, Update } from './grammar.ts';
import { overlap, overlapping } from './overlap.ts';

/** @param keys the attributes of the table's key, which no update may touch */
export function requireTargets(update: Update, environment: Environment, keys: readonly string[]): void {
  const paths = targetsOf(update).map((path) => resolved(path, environment));
  for (const [index, path] of paths.entries()) {
    if (keys.includes(String(path[0]))) {
      throw validation(
        `One or more parameter values were invalid: Cannot update attribute ${String(path[0])}. This attribute is part of the key`,
      );
    }
    const other = paths.slice(index + 1).find((later) => overlap(path, later));
    if (other !== undefined) throw overlapping('UpdateExpression', path, other);
  }
  for (const { value } of update.add) {
    const amount = environment.values[value.placeholder];
    if (typeof amount !== 'number') {
      throw validation(
        'Invalid UpdateExpression: Incorrect operand type for operator or function; operator: ADD',
      );
    }
  }
}

function targetsOf({ set, remove, add }: Update): Path[] {
  return [...set.map(({ path }) => path), ...remove, ...add.map(({ path }) => path)];
}

/** @throws ValidationException where the item isn't such that the update can be made */
export function updated(before: StoredItem, update: Update, environment: Environment): StoredItem {
  let after: StoredItem = before;
  for (const { path, value } of update.set) {
    after = withValue(after, resolved(path, environment), newValue(before, value, environment), badPath);
  }
  for (const path of update.remove) {
    // What isn't there needn't be removed.
    if (valueAt(before, path, environment) === undefined) continue;
    after = withValue(after, resolved(path, environment), undefined, badPath);
  }
  for (const { path, value } of update.add) {
    const present = orElse(valueAt(before, path, environment), () => 0);
    const amount = environment.values[value.placeholder];
    if (typeof present !== 'number' || typeof amount !== 'number') throw wrongType();
    after = withValue(after, resolved(path, environment), whole(present + amount), wrongType);
  }
  return after;
}

function newValue(before: StoredItem, value: NewValue, environment: Environment): Value {
  switch (value.kind) {
    case 'value':
      return environment.values[value.placeholder] ?? null;
    case 'path':
      return orElse(valueAt(before, value.path, environment), refuseMissing);
    case 'if_not_exists':
      return orElse(valueAt(before, value.path, environment), () =>
        newValue(before, value.otherwise, environment),
      );
    case 'sum':
    case 'difference': {
      const left = newValue(before, value.left, environment);
      const right = newValue(before, value.right, environment);
      if (typeof left !== 'number' || typeof right !== 'number') throw wrongType();
      return whole(value.kind === 'sum' ? left + right : left - right);
    }
  }
}

/** A null is a value like any other. */
function orElse(value: Value | undefined, otherwise: () => Value): Value {
  return value === undefined ? otherwise() : value;
}

/** DynamoDB reckons with decimal numbers, so that fractions would come out differently here. */
function whole(result: number): number {
  if (!Number.isSafeInteger(result)) throw new NotSimulated('arithmetic with other than whole numbers');
  return result === 0 ? 0 : result;
}

function withValue(
  holder: StoredItem,
  [step, ...deeper]: Path,
  value: Value | undefined,
  fault: () => Error,
): StoredItem {
  if (typeof step !== 'string') throw new NotSimulated('an update of a list’s position');
  const { [step]: present, ...others } = holder;
  if (deeper.length === 0) return Object.freeze(value === undefined ? others : { ...others, [step]: value });
  if (!isMap(present)) throw fault();
  return Object.freeze({ ...others, [step]: withValue(present, deeper, value, fault) });
}

function refuseMissing(): never {
  throw validation('The provided expression refers to an attribute that does not exist in the item');
}

function wrongType(): Error {
  return validation('An operand in the update expression has an incorrect data type');
}

function badPath(): Error {
  return validation('The document path provided in the update expression is invalid for update');
}

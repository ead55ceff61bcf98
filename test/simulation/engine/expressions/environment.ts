// What an expression's placeholders stand for in one request.

import { NotSimulated, validation } from '../invalid.ts';
import { isBytes, isList, isMap, takeOver, type StoredItem, type Value } from '../values.ts';
import type { Operand, Parsed, Path } from './grammar.ts';

export type Environment = {
  names: Readonly<Record<string, string>>;
  values: StoredItem;
};

type Placeholders = {
  ExpressionAttributeNames?: Record<string, string> | undefined;
  ExpressionAttributeValues?: Record<string, unknown> | undefined;
};

const none: Environment = { names: {}, values: {} };

/** @throws ValidationException where a placeholder is missing, or one is given that no expression uses */
export function environmentOf(
  request: Placeholders,
  expressions: readonly (Parsed<unknown> | undefined)[],
): Environment {
  const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = request;
  const environment =
    names === undefined && values === undefined
      ? none
      : { names: names ?? none.names, values: values === undefined ? none.values : takeOver(values) };
  const given = { Names: names, Values: values && environment.values };
  for (const [kind, placeholders] of Object.entries(given)) {
    if (placeholders !== undefined) requireUse(kind, Object.keys(placeholders), expressions);
  }
  for (const parsed of expressions) {
    if (parsed !== undefined) requireDefined(parsed.placeholders, environment);
  }
  return environment;
}

function requireUse(
  kind: string,
  given: readonly string[],
  expressions: readonly (Parsed<unknown> | undefined)[],
): void {
  if (given.length === 0) throw validation(`ExpressionAttribute${kind} must not be empty`);
  if (expressions.every((parsed) => parsed === undefined)) {
    throw validation(`ExpressionAttribute${kind} can only be specified when using expressions`);
  }
  const unused = given.filter((name) => !expressions.some((parsed) => parsed?.placeholders.has(name)));
  if (unused.length === 0) return;
  throw validation(
    `Value provided in ExpressionAttribute${kind} unused in expressions: keys: {${unused.join(', ')}}`,
  );
}

function requireDefined(placeholders: ReadonlySet<string>, { names, values }: Environment): void {
  for (const placeholder of placeholders) {
    const defined = placeholder.startsWith('#') ? names : values;
    if (Object.hasOwn(defined, placeholder)) continue;
    throw validation(
      placeholder.startsWith('#')
        ? `An expression attribute name used in the document path is not defined; attribute name: ${placeholder}`
        : `An expression attribute value used in expression is not defined; attribute value: ${placeholder}`,
    );
  }
}

/** A path with its placeholders replaced. */
export function resolved(path: Path, { names }: Environment): Path {
  return path.map((step) => (typeof step === 'string' ? nameOf(step, names) : step));
}

function nameOf(step: string, names: Environment['names']): string {
  return step.startsWith('#') ? (names[step] ?? step) : step;
}

/** What stands at a path of an item; undefined where nothing does. */
export function valueAt(item: StoredItem | null, path: Path, { names }: Environment): Value | undefined {
  let value: Value | undefined = item ?? undefined;
  for (const step of path) {
    if (typeof step === 'number') value = isList(value) ? value[step] : undefined;
    else {
      const name = nameOf(step, names);
      value = isMap(value) && Object.hasOwn(value, name) ? value[name] : undefined;
    }
    if (value === undefined) return undefined;
  }
  return value;
}

export function operandValue(
  item: StoredItem | null,
  operand: Operand,
  environment: Environment,
): Value | undefined {
  switch (operand.kind) {
    case 'value':
      return environment.values[operand.placeholder];
    case 'path':
      return valueAt(item, operand.path, environment);
    case 'size':
      return sizeOf(valueAt(item, operand.path, environment));
  }
}

/** Undefined for what has no size. */
function sizeOf(value: Value | undefined): number | undefined {
  if (typeof value === 'string') return sizeOfText(value);
  if (isList(value) || isBytes(value)) return value.length;
  return isMap(value) ? Object.keys(value).length : undefined;
}

// AWS says "length" of a text; engines differ in whether that is bytes, units or code points.
function sizeOfText(text: string): number {
  // eslint-disable-next-line no-control-regex -- ASCII is where all agree.
  if (!/^[\x00-\x7f]*$/.test(text)) throw new NotSimulated('the size of a text beyond ASCII');
  return text.length;
}

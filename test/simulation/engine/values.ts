// What an item holds, as plain values: how it is taken over, told apart, compared and measured.

import { Buffer } from 'node:buffer';
import { NotSimulated, validation } from './invalid.ts';

export type Value =
  string | number | boolean | null | Uint8Array | readonly Value[] | { readonly [name: string]: Value };
export type ValueType = 'S' | 'N' | 'B' | 'BOOL' | 'NULL' | 'L' | 'M';
/** An item as it is stored: frozen all through, but for bytes, which can't be. */
export type StoredItem = Readonly<Record<string, Value>>;

const deepestLevel = 32;
const smallestNumber = 1e-130;

/** A frozen copy of an item or of expression values. As the document client does, it leaves out what is undefined. */
export function takeOver(given: Readonly<Record<string, unknown>>): StoredItem {
  const taken: Record<string, Value> = {};
  for (const name in given) {
    const value = given[name];
    if (value !== undefined) taken[name] = takeOverValue(value, 1);
  }
  return Object.freeze(taken);
}

/** @throws Error in the words of the SDK for what it can't marshal, NotSimulated for what it could */
function takeOverValue(given: unknown, level: number): Value {
  if (level > deepestLevel) {
    throw validation(
      'Nesting Levels have exceeded supported limits: Attributes in the item have nested levels beyond supported limit',
    );
  }
  switch (typeof given) {
    case 'string':
    case 'boolean':
      return given;
    case 'number':
      return takeOverNumber(given);
    case 'undefined':
      throw new Error(
        'Pass options.removeUndefinedValues=true to remove undefined values from map/array/set.',
      );
    case 'object':
      return given === null ? null : takeOverObject(given, level);
    case 'bigint':
    case 'function':
    case 'symbol':
      throw new NotSimulated(`a value of type ${typeof given}`);
  }
}

function takeOverNumber(given: number): number {
  if (!Number.isFinite(given)) throw new Error(`Special numeric value ${given} is not allowed`);
  if (Math.abs(given) > Number.MAX_SAFE_INTEGER) {
    throw new Error(`Number ${given} is outside of what a number holds exactly. Use NumberValue.`);
  }
  if (given !== 0 && Math.abs(given) < smallestNumber) {
    throw validation(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  }
  // There is one zero.
  return given === 0 ? 0 : given;
}

function takeOverObject(given: object, level: number): Value {
  if (Array.isArray(given)) return Object.freeze(given.map((one) => takeOverValue(one, level + 1)));
  if (isBytes(given)) return Uint8Array.from(given);
  const prototype: unknown = Object.getPrototypeOf(given);
  if (prototype !== Object.prototype && prototype !== null) {
    throw new NotSimulated(`a value of class ${given.constructor.name}`);
  }
  const taken: Record<string, Value> = {};
  for (const [name, value] of Object.entries(given)) taken[name] = takeOverValue(value, level + 1);
  return Object.freeze(taken);
}

export function typeOf(value: Value): ValueType {
  if (typeof value === 'string') return 'S';
  if (typeof value === 'number') return 'N';
  if (typeof value === 'boolean') return 'BOOL';
  if (value === null) return 'NULL';
  if (isBytes(value)) return 'B';
  return isList(value) ? 'L' : 'M';
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

export function isMap(value: Value | undefined): value is { readonly [name: string]: Value } {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !isBytes(value);
}

export function isBytes(value: unknown): value is Uint8Array {
  return value instanceof Uint8Array;
}

export function isSame(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (isList(one)) {
    return (
      isList(other) &&
      one.length === other.length &&
      one.every((value, index) => isSame(value, other[index] ?? null))
    );
  }
  if (isBytes(one)) return isBytes(other) && Buffer.compare(one, other) === 0;
  if (!isMap(one) || !isMap(other)) return false;
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isSame(one[name] ?? null, other[name] ?? null))
  );
}

/** Undefined for what has no order, or is of two types. */
export function compareValues(left: Value, right: Value): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return compareStrings(left, right);
  if (isBytes(left) && isBytes(right)) throw new NotSimulated('an order of bytes');
  return undefined;
}

/** By UTF-8 bytes, as DynamoDB sorts. */
export function compareStrings(one: string, other: string): number {
  if (one === other) return 0;
  const length = Math.min(one.length, other.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(one.charCodeAt(index)) - rank(other.charCodeAt(index));
    if (difference !== 0) return difference;
  }
  return one.length - other.length;
}

// Halves of surrogate pairs stand for code points above all that have one unit.
function rank(unit: number): number {
  if (unit < 0xd800) return unit;
  return unit < 0xe000 ? unit + 0x2000 : unit - 0x800;
}

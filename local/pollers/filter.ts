// EventBridge's pattern language as event source mappings use it: which records are worth an invocation.
// https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
import { isDeepStrictEqual } from 'node:util';
import { StartFailure } from '../failure.ts';

/** Whether a record matches one pattern. */
export type Pattern = (record: unknown) => boolean;

/**
 * Compiles the JSON text of a pattern.
 * @throws StartFailure for a pattern that is no JSON object or has an operator that the run doesn't know
 */
export function compilePattern(text: string): Pattern {
  let pattern: unknown;
  try {
    pattern = JSON.parse(text);
  } catch {
    throw new StartFailure(`The filter pattern ${text} is not JSON.`);
  }
  return compile(pattern, text);
}

/** A record is delivered if any pattern matches, or if there are none. */
export function matchesAny(patterns: readonly Pattern[], record: unknown): boolean {
  return patterns.length === 0 || patterns.some((matches) => matches(record));
}

function compile(pattern: unknown, text: string): Pattern {
  if (Array.isArray(pattern)) {
    const rules = pattern.map((rule) => compileRule(rule, text));
    return (value) => rules.some((matches) => matches(value));
  }
  if (!isObject(pattern))
    throw new StartFailure(
      `The filter pattern ${text} needs a list where it has ${JSON.stringify(pattern)}.`,
    );
  const parts = Object.entries(pattern).map(([key, part]): Pattern => {
    if (key === '$or') {
      const choices = Array.isArray(part) ? part.map((choice) => compile(choice, text)) : [];
      return (value) => choices.some((matches) => matches(value));
    }
    const matches = compile(part, text);
    return (value) => matches(isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined);
  });
  return (value) => parts.every((matches) => matches(value));
}

function compileRule(rule: unknown, text: string): Pattern {
  if (!isObject(rule)) return anyItem((value) => isDeepStrictEqual(value, rule));
  const entries = Object.entries(rule);
  const [operator, operand] = entries[0] ?? [];
  const build = entries.length === 1 && operator !== undefined ? operators[operator] : undefined;
  if (build === undefined) {
    throw new StartFailure(
      `The filter pattern ${text} has an operator that the embedded run doesn't know: ${JSON.stringify(rule)}.`,
    );
  }
  return build(operand, text);
}

const operators: Readonly<Record<string, (operand: unknown, text: string) => Pattern>> = {
  exists: (operand) => (value) => (value !== undefined) === operand,
  prefix: (operand) => texts((value) => value.startsWith(String(operand))),
  suffix: (operand) => texts((value) => value.endsWith(String(operand))),
  'equals-ignore-case': (operand) => texts((value) => value.toLowerCase() === String(operand).toLowerCase()),
  'anything-but': (operand, text) => {
    const refused = (Array.isArray(operand) ? operand : [operand]).map((rule) => compileRule(rule, text));
    return (value) => value !== undefined && !refused.some((matches) => matches(value));
  },
  numeric: (operand, text) => {
    const bounds = compileBounds(operand, text);
    return anyItem((value) => typeof value === 'number' && bounds(value));
  },
};

const comparisons: Readonly<Record<string, (value: number, bound: number) => boolean>> = {
  '=': (value, bound) => value === bound,
  '<': (value, bound) => value < bound,
  '<=': (value, bound) => value <= bound,
  '>': (value, bound) => value > bound,
  '>=': (value, bound) => value >= bound,
};

function compileBounds(operand: unknown, text: string): (value: number) => boolean {
  const items: readonly unknown[] = Array.isArray(operand) ? operand : [];
  const bounds = items.flatMap((item, index) => {
    if (index % 2 === 1) return [];
    const compare = comparisons[String(item)];
    const bound = items[index + 1];
    if (compare === undefined || typeof bound !== 'number') {
      throw new StartFailure(
        `The filter pattern ${text} has a numeric range that the embedded run doesn't know.`,
      );
    }
    return [(value: number) => compare(value, bound)];
  });
  return (value) => bounds.every((holds) => holds(value));
}

function texts(holds: (value: string) => boolean): Pattern {
  return anyItem((value) => typeof value === 'string' && holds(value));
}

// A list in the record matches if one of its items does.
function anyItem(holds: Pattern): Pattern {
  return (value) => (Array.isArray(value) ? value.some(holds) : holds(value));
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

// Conditions and updates by chance, as far as both engines know them.

import * as fc from 'fast-check';
import type { Item } from '../../../../functions/adapters/dynamodb/table.ts';

/** Few values, so that they often meet. Texts are of ASCII: engines measure others differently. */
const value = fc.oneof(
  fc.integer({ min: -2, max: 3 }),
  fc.constantFrom('', 'a', 'ab', 'b'),
  fc.boolean(),
  fc.constant(null),
  fc.constantFrom([], [1], ['a', null], [[1]]),
  fc.constantFrom({}, { x: 1 }, { x: 'a', y: { x: 2 } }),
);

/** `q` is never null, below which the embedded engine lets an update put something, unlike DynamoDB. */
export const attributes = fc.record(
  { n: value, q: value.filter((one) => one !== null), r: value },
  { requiredKeys: [] },
);
const path = fc.oneof(fc.constantFrom('n', 'q', 'r'), fc.constantFrom('q.x', 'q.y.x', 'r[0]', 'absent'));
const ordered = fc.oneof(fc.integer({ min: -2, max: 3 }), fc.constantFrom('a', 'ab', 'b'));
const bounds = fc.tuple(fc.integer({ min: -2, max: 3 }), fc.nat(3)).map(([low, more]) => [low, low + more]);
const types = fc.constantFrom('S', 'N', 'BOOL', 'NULL', 'L', 'M');

/** An expression with a `?` for each of its values. */
type Draft = { text: string; values: readonly unknown[] };

const draft = (text: string, ...values: unknown[]): Draft => ({ text, values });

const leaf: fc.Arbitrary<Draft> = fc.oneof(
  fc.tuple(path, fc.constantFrom('=', '<>'), value).map(([at, is, one]) => draft(`${at} ${is} ?`, one)),
  fc
    .tuple(path, fc.constantFrom('<', '<=', '>', '>='), ordered)
    .map(([at, is, one]) => draft(`${at} ${is} ?`, one)),
  fc
    .tuple(path, path)
    .filter(([one, other]) => one !== other)
    .map(([one, other]) => draft(`${one} = ${other}`)),
  fc.tuple(path, bounds).map(([at, limits]) => draft(`${at} BETWEEN ? AND ?`, ...limits)),
  fc
    .tuple(path, fc.array(value, { minLength: 1, maxLength: 3 }))
    .map(([at, list]) => draft(`${at} IN (${list.map(() => '?').join(', ')})`, ...list)),
  fc.tuple(path, fc.constantFrom('', 'a', 'b')).map(([at, prefix]) => draft(`begins_with(${at}, ?)`, prefix)),
  fc.tuple(path, value).map(([at, part]) => draft(`contains(${at}, ?)`, part)),
  fc.tuple(path, types).map(([at, type]) => draft(`attribute_type(${at}, ?)`, type)),
  fc.tuple(fc.constantFrom('n', 'q.y', 'r'), fc.nat(2)).map(([at, size]) => draft(`size(${at}) >= ?`, size)),
  path.map((at) => draft(`attribute_exists(${at})`)),
  path.map((at) => draft(`attribute_not_exists(${at})`)),
);

const { tree } = fc.letrec<{ tree: Draft }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc
      .tuple(tie('tree'), fc.constantFrom('AND', 'OR', 'and'), tie('tree'))
      .map(([left, word, right]) =>
        draft(`${left.text} ${word} ${right.text}`, ...left.values, ...right.values),
      ),
    tie('tree').map(({ text, values }) => draft(`NOT (${text})`, ...values)),
  ),
}));

export type Expression = { text: string; values: Item | undefined };

export const condition: fc.Arbitrary<Expression> = tree.map((one) => withPlaceholders(one, 'c'));

const clause = (target: string): fc.Arbitrary<[section: 'SET' | 'REMOVE' | 'ADD', Draft]> =>
  fc.oneof(
    value.map((one): ['SET', Draft] => ['SET', draft(`${target} = ?`, one)]),
    fc
      .tuple(path, fc.constantFrom('+', '-'), fc.nat(2))
      .map(([at, sign, by]): ['SET', Draft] => ['SET', draft(`${target} = ${at} ${sign} ?`, by)]),
    fc
      .tuple(path, value)
      .map(([at, one]): ['SET', Draft] => ['SET', draft(`${target} = if_not_exists(${at}, ?)`, one)]),
    fc.constant<['REMOVE', Draft]>(['REMOVE', draft(target)]),
    fc.nat(2).map((by): ['ADD', Draft] => ['ADD', draft(`${target} ?`, by)]),
  );

export const update: fc.Arbitrary<Expression> = fc
  .uniqueArray(fc.constantFrom('n', 'q.x', 'r', 'more', 'status_pk'), { minLength: 1, maxLength: 3 })
  .chain((targets) => fc.tuple(...targets.map(clause)))
  .map((clauses) => {
    const sections = Map.groupBy(clauses, ([section]) => section);
    const drafts = [...sections].map(([section, all]) =>
      draft(
        `${section} ${all.map(([, { text }]) => text).join(', ')}`,
        ...all.flatMap(([, { values }]) => values),
      ),
    );
    const whole = draft(drafts.map(({ text }) => text).join(' '), ...drafts.flatMap(({ values }) => values));
    return withPlaceholders(whole, 'u');
  });

function withPlaceholders({ text, values }: Draft, prefix: string): Expression {
  let count = 0;
  const named = text.replaceAll('?', () => `:${prefix}${count++}`);
  const entries = values.map((one, index): [string, unknown] => [`:${prefix}${index}`, one]);
  return { text: named, values: entries.length === 0 ? undefined : Object.fromEntries(entries) };
}

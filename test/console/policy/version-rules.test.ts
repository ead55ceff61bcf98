import fc from 'fast-check';
import { expect, test } from 'vitest';
import { editsOn } from '../../../console/pages/policy/difference.ts';
import type { Rules } from '../../../console/pages/policy/policy-rules.ts';
import {
  changesOfVersion,
  type PolicyVersion,
  rulesAtVersion,
} from '../../../console/pages/policy/version-rules.ts';
import { anyRules, policyOf } from './rules.ts';

/** The history of rules that followed each other, newest first, as the API tells it. */
function historyOf(rules: readonly Rules[]): PolicyVersion[] {
  return rules
    .map((after, index): PolicyVersion => {
      const before = rules[index - 1];
      const entry = { version: index + 1, at: '2026-01-01T00:00:00.000Z', actor: 'operator:maya' };
      return before === undefined
        ? { ...entry, before: null, after }
        : { ...entry, before: editsOn(after, before), after: editsOn(before, after) };
    })
    .reverse();
}

const anyHistory = fc.array(anyRules, { minLength: 1, maxLength: 6 });

test('the rules of any version are put together from what came after it', () => {
  fc.assert(
    fc.property(anyHistory, (rules) => {
      const newest = rules.at(-1);
      if (newest === undefined) return;
      const current = policyOf(newest, rules.length);
      rules.forEach((at, index) => expect(rulesAtVersion(current, historyOf(rules), index + 1)).toEqual(at));
    }),
  );
});

test('what a version changed leads from the one before it to its own', () => {
  fc.assert(
    fc.property(anyHistory, (rules) => {
      const newest = rules.at(-1);
      if (newest === undefined) return;
      const current = policyOf(newest, rules.length);
      for (const entry of historyOf(rules)) {
        const changes = changesOfVersion(entry, current);
        expect(changes.map(({ field }) => field).sort()).toEqual(
          entry.before === null ? [] : Object.keys(entry.after).sort(),
        );
      }
    }),
  );
});

test('where a version between is missing, its rules are not guessed', () => {
  const [one, two, three] = fc.sample(anyRules, 3);
  if (one === undefined || two === undefined || three === undefined) return;
  const history = historyOf([one, two, three]).filter(({ version }) => version !== 2);
  expect(rulesAtVersion(policyOf(three, 3), history, 1)).toBeNull();
});

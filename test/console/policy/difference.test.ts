import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  difference,
  editsOn,
  isSameValue,
  mergeEdits,
  without,
} from '../../../console/pages/policy/difference.ts';
import { defaultRules, type RuleField, ruleFields } from '../../../console/pages/policy/policy-rules.ts';
import { anyRules } from './rules.ts';

describe('the difference of two sets of rules', () => {
  it('applied to the first gives the second', () => {
    fc.assert(
      fc.property(anyRules, anyRules, (from, to) => {
        const edits = Object.fromEntries(difference(from, to).map((change) => [change.field, change.to]));
        expect({ ...from, ...edits }).toEqual(to);
      }),
    );
  });

  it('is nothing between the same rules', () => {
    fc.assert(
      fc.property(anyRules, (rules) => {
        expect(difference(rules, structuredClone(rules))).toEqual([]);
      }),
    );
  });

  it('takes no notice of the order of document types, nor of how a moment is written', () => {
    expect(isSameValue(['passport', 'id_card'], ['id_card', 'passport'])).toBe(true);
    expect(isSameValue('2026-01-01T00:00:00Z', '2026-01-01T00:00:00.000Z')).toBe(true);
    expect(isSameValue(null, 18)).toBe(false);
  });
});

describe('edits', () => {
  it('are only what differs', () => {
    expect(editsOn(defaultRules, { identity_max_attempts: 3, identity_require_selfie: false })).toEqual({
      identity_require_selfie: false,
    });
  });

  it('can be taken back one by one', () => {
    expect(without({ identity_max_attempts: 5, identity_minimum_age: 18 }, 'identity_max_attempts')).toEqual({
      identity_minimum_age: 18,
    });
  });
});

describe('edits on top of what somebody else saved', () => {
  const touched = (from: typeof defaultRules, to: typeof defaultRules): RuleField[] =>
    difference(from, to).map(({ field }) => field);

  it('keep mine where I changed, take theirs where I did not', () => {
    fc.assert(
      fc.property(anyRules, anyRules, anyRules, (before, now, mine) => {
        const { edits } = mergeEdits(before, now, editsOn(before, mine));
        const merged = { ...now, ...edits };
        for (const field of ruleFields) {
          const isMine = touched(before, mine).includes(field);
          expect(merged[field]).toEqual(isMine ? mine[field] : now[field]);
        }
      }),
    );
  });

  it('are conflicts where both changed the same rule to different values, and nowhere else', () => {
    fc.assert(
      fc.property(anyRules, anyRules, anyRules, (before, now, mine) => {
        const { conflicts } = mergeEdits(before, now, editsOn(before, mine));
        const both = touched(before, mine).filter((field) => touched(before, now).includes(field));
        expect(conflicts.map(({ field }) => field)).toEqual(
          both.filter((field) => !isSameValue(now[field], mine[field])),
        );
      }),
    );
  });

  it('are none where both did the same', () => {
    fc.assert(
      fc.property(anyRules, anyRules, (before, now) => {
        expect(mergeEdits(before, now, editsOn(before, now))).toEqual({ edits: {}, conflicts: [] });
      }),
    );
  });
});

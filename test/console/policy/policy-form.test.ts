import { describe, expect, it } from 'vitest';
import {
  changeForm,
  changesIn,
  isDirty,
  type PolicyForm,
  type PolicyFormAction,
  rulesIn,
  startForm,
} from '../../../console/pages/policy/policy-form.ts';
import { defaultRules } from '../../../console/pages/policy/policy-rules.ts';
import { policyOf } from './rules.ts';

const base = policyOf(defaultRules, 3);
const after = (...actions: PolicyFormAction[]): PolicyForm => actions.reduce(changeForm, startForm(base));
const threshold = (value: number): PolicyFormAction => ({
  type: 'set',
  rules: { identity_verification_risk_threshold: value },
});

describe('the form of a policy', () => {
  it('has nothing to save at first, nor when a value is back where it was', () => {
    expect(isDirty(after())).toBe(false);
    expect(isDirty(after(threshold(60), threshold(50)))).toBe(false);
  });

  it('lists what was changed', () => {
    expect(changesIn(after(threshold(60)))).toEqual([
      { field: 'identity_verification_risk_threshold', from: 50, to: 60 },
    ]);
  });

  it('keeps the latest complete value beside something unfinished', () => {
    const form = after(threshold(60), {
      type: 'type',
      field: 'identity_verification_risk_threshold',
      text: '',
    });
    expect(rulesIn(form).identity_verification_risk_threshold).toBe(60);
    expect(isDirty(form)).toBe(true);
    expect(changeForm(form, threshold(61)).unfinished).toEqual({});
  });

  it('takes back one change, or all', () => {
    const form = after(threshold(60), { type: 'set', rules: { identity_minimum_age: 18 } });
    const undone = changeForm(form, { type: 'undo', field: 'identity_minimum_age' });
    expect(undone.edits).toEqual({ identity_verification_risk_threshold: 60 });
    expect(changeForm(form, { type: 'reset' })).toEqual(startForm(base));
  });

  it('takes in the values of an older version as edits', () => {
    const older = { ...defaultRules, identity_max_attempts: 5 };
    expect(after(threshold(60), { type: 'use', rules: older }).edits).toEqual({ identity_max_attempts: 5 });
  });

  it('shows what the API refused at its field, also where the fault is inside a list, until it is changed', () => {
    const form = after({
      type: 'refused',
      faults: [
        { path: 'identity_allowed_document_types.0', message: 'is not one of them' },
        { path: 'identity_minimum_age', message: 'is too young' },
        { path: 'version', message: 'is odd' },
      ],
    });
    expect(form.refused).toEqual({
      identity_allowed_document_types: 'is not one of them',
      identity_minimum_age: 'is too young',
    });
    const mended = changeForm(form, { type: 'set', rules: { identity_minimum_age: 21 } });
    expect(mended.refused).toEqual({ identity_allowed_document_types: 'is not one of them' });
  });
});

describe('when somebody else saved meanwhile', () => {
  const theirs = policyOf(
    { ...defaultRules, identity_verification_risk_threshold: 75, identity_max_attempts: 5 },
    4,
  );
  const merged = after(threshold(60), { type: 'rebase', base: theirs });

  it('my edits stand on top of theirs, and what they changed is told', () => {
    expect(merged.base.version).toBe(4);
    expect(rulesIn(merged)).toMatchObject({
      identity_verification_risk_threshold: 60,
      identity_max_attempts: 5,
    });
    expect(merged.overtaken).toEqual({
      from: 3,
      changes: [
        { field: 'identity_verification_risk_threshold', from: 50, to: 75 },
        { field: 'identity_max_attempts', from: 3, to: 5 },
      ],
    });
  });

  it('the rule that both changed waits until mine is confirmed', () => {
    expect(merged.conflicts).toEqual([
      { field: 'identity_verification_risk_threshold', theirs: 75, mine: 60 },
    ]);
    const kept = changeForm(merged, { type: 'keep', field: 'identity_verification_risk_threshold' });
    expect(kept.conflicts).toEqual([]);
    expect(kept.edits).toEqual({ identity_verification_risk_threshold: 60 });
  });

  it('or theirs is taken', () => {
    const taken = changeForm(merged, { type: 'undo', field: 'identity_verification_risk_threshold' });
    expect(taken.conflicts).toEqual([]);
    expect(rulesIn(taken).identity_verification_risk_threshold).toBe(75);
  });

  it('an open conflict stays open when others save once more', () => {
    const again = changeForm(merged, {
      type: 'rebase',
      base: { ...theirs, version: 5, identity_minimum_age: 18 },
    });
    expect(again.conflicts.map(({ field }) => field)).toEqual(['identity_verification_risk_threshold']);
    expect(again.overtaken?.from).toBe(3);
    expect(again.overtaken?.changes).toHaveLength(3);
  });

  it('an older answer that comes late changes nothing', () => {
    expect(changeForm(merged, { type: 'rebase', base })).toBe(merged);
  });
});

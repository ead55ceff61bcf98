// The form's state: the version that it rests on, what was changed of it, and what is not settled yet.

import type { Policy } from '../../api/policy.ts';
import { type Change, type Conflict, difference, editsOn, mergeEdits, without } from './difference.ts';
import { type RuleField, ruleFields, type Rules, rulesOf } from './policy-rules.ts';

type Texts = Partial<Record<RuleField, string>>;

export type PolicyForm = {
  base: Policy;
  edits: Partial<Rules>;
  /** What was typed where that is no value yet. */
  unfinished: Texts;
  /** What the API said of values that it didn't take. */
  refused: Texts;
  /** Rules that somebody else changed too: saving waits until each is settled. */
  conflicts: readonly Conflict[];
  /** What others changed below these edits, since the version from which they began. */
  overtaken: { from: number; changes: readonly Change[] } | null;
  /** Whether somebody else made the version that the form went over to, nothing being edited. */
  isFollowing: boolean;
};

export type PolicyFormAction =
  | { type: 'set'; rules: Partial<Rules> }
  | { type: 'type'; field: RuleField; text: string }
  | { type: 'undo'; field: RuleField }
  | { type: 'reset' }
  | { type: 'use'; rules: Rules }
  | { type: 'rebase'; base: Policy }
  /** Mine, once it is saved. */
  | { type: 'adopt'; base: Policy }
  /** Somebody else's, while nothing is edited. */
  | { type: 'follow'; base: Policy }
  | { type: 'keep'; field: RuleField }
  | { type: 'refused'; faults: readonly { path: string; message: string }[] };

export function startForm(base: Policy): PolicyForm {
  return { base, edits: {}, unfinished: {}, refused: {}, conflicts: [], overtaken: null, isFollowing: false };
}

/** The policy as the form has it, with the latest complete values where something is unfinished. */
export function rulesIn({ base, edits }: PolicyForm): Rules {
  return { ...rulesOf(base), ...edits };
}

export function changesIn(form: PolicyForm): Change[] {
  return difference(rulesOf(form.base), rulesIn(form));
}

/** Whether leaving the page would lose something. */
export function isDirty({ edits, unfinished }: PolicyForm): boolean {
  return Object.keys(edits).length > 0 || Object.keys(unfinished).length > 0;
}

export function changeForm(form: PolicyForm, action: PolicyFormAction): PolicyForm {
  switch (action.type) {
    case 'set':
      return Object.keys(action.rules).reduce<PolicyForm>((next, field) => settled(next, field), {
        ...form,
        isFollowing: false,
        edits: editsOn(rulesOf(form.base), { ...form.edits, ...action.rules }),
      });
    case 'type':
      return {
        ...form,
        unfinished: { ...form.unfinished, [action.field]: action.text },
        refused: withoutText(form.refused, action.field),
      };
    case 'undo':
      return settled({ ...form, edits: without(form.edits, action.field) }, action.field);
    case 'reset':
      return startForm(form.base);
    case 'use':
      return { ...startForm(form.base), edits: editsOn(rulesOf(form.base), action.rules) };
    case 'rebase':
      return rebased(form, action.base);
    case 'adopt':
      return startForm(action.base);
    case 'follow':
      return { ...startForm(action.base), isFollowing: true };
    case 'keep':
      return { ...form, conflicts: form.conflicts.filter(({ field }) => field !== action.field) };
    case 'refused':
      return { ...form, refused: textsOf(action.faults) };
  }
}

/** A field with a new value has nothing open any more. */
function settled(form: PolicyForm, field: string): PolicyForm {
  return {
    ...form,
    unfinished: withoutText(form.unfinished, field),
    refused: withoutText(form.refused, field),
    conflicts: form.conflicts.filter((conflict) => conflict.field !== field),
  };
}

function rebased(form: PolicyForm, base: Policy): PolicyForm {
  if (base.version <= form.base.version) return form;
  const { edits, conflicts } = mergeEdits(rulesOf(form.base), rulesOf(base), form.edits);
  const found = conflicts.map(({ field }) => field);
  const open = form.conflicts.filter(({ field }) => field in edits && !found.includes(field));
  const theirs = difference(rulesOf(form.base), rulesOf(base));
  const earlier = (form.overtaken?.changes ?? []).filter((change) =>
    theirs.every(({ field }) => field !== change.field),
  );
  return {
    ...form,
    base,
    edits,
    refused: {},
    conflicts: [...open, ...conflicts],
    overtaken: { from: form.overtaken?.from ?? form.base.version, changes: [...earlier, ...theirs] },
  };
}

function withoutText(texts: Texts, field: string): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([name]) => name !== field));
}

/** By field; a fault inside a list belongs to the list. */
function textsOf(faults: readonly { path: string; message: string }[]): Texts {
  return Object.fromEntries(
    ruleFields.flatMap((field) => {
      const messages = faults
        .filter(({ path }) => path.split('.')[0] === field)
        .map(({ message }) => message);
      return messages.length === 0 ? [] : [[field, messages.join('; ')]];
    }),
  );
}

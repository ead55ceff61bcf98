// Update expressions: SET, REMOVE and ADD.

import { NotSimulated, validation } from '../invalid.ts';
import { parser, type Cursor } from './cursor.ts';
import type { NewValue, Path, Update, ValueOperand } from './grammar.ts';

type Sections = {
  set: { path: Path; value: NewValue }[];
  remove: Path[];
  add: { path: Path; value: ValueOperand }[];
};

/** @throws ValidationException for what is no update; NotSimulated for lists' positions, and functions of lists and sets */
export const parseUpdate = parser('UpdateExpression', update);

function update(cursor: Cursor): Update {
  const sections: Sections = { set: [], remove: [], add: [] };
  const seen = new Set<string>();
  while (cursor.peek() !== '') {
    const section = cursor.take().toLowerCase();
    if (seen.has(section)) {
      throw validation(
        `Invalid UpdateExpression: The "${section.toUpperCase()}" section can only be used once in an update expression;`,
      );
    }
    seen.add(section);
    do readClause(cursor, section, sections);
    while (cursor.takeIf(','));
  }
  return sections;
}

function readClause(cursor: Cursor, section: string, { set, remove, add }: Sections): void {
  switch (section) {
    case 'set': {
      const path = target(cursor);
      cursor.expect('=');
      set.push({ path, value: newValue(cursor) });
      return;
    }
    case 'remove':
      remove.push(target(cursor));
      return;
    case 'add':
      add.push({ path: target(cursor), value: { kind: 'value', placeholder: cursor.placeholder() } });
      return;
    case 'delete':
      throw new NotSimulated('DELETE in an update expression');
    default:
      throw validation(`Invalid UpdateExpression: Syntax error; token: "${section}"`);
  }
}

function target(cursor: Cursor): Path {
  const path = cursor.path();
  if (path.some((step) => typeof step === 'number')) throw new NotSimulated('an update of a list’s position');
  return path;
}

function newValue(cursor: Cursor): NewValue {
  const left = term(cursor);
  if (cursor.takeIf('+')) return { kind: 'sum', left, right: term(cursor) };
  if (cursor.takeIf('-')) return { kind: 'difference', left, right: term(cursor) };
  return left;
}

function term(cursor: Cursor): NewValue {
  if (cursor.peek().startsWith(':')) return { kind: 'value', placeholder: cursor.placeholder() };
  if (cursor.peek() === '(') throw new NotSimulated('parentheses in an update expression');
  const path = cursor.path();
  if (!cursor.takeIf('(')) return { kind: 'path', path };
  const name = String(path[0]);
  if (name.toLowerCase() !== 'if_not_exists') throw new NotSimulated(`${name} in an update expression`);
  const tested = cursor.path();
  cursor.expect(',');
  const otherwise = newValue(cursor);
  cursor.expect(')');
  return { kind: 'if_not_exists', path: tested, otherwise };
}

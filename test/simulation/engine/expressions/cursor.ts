// Reads an expression word by word.

import { validation } from '../invalid.ts';
import type { Path, Parsed } from './grammar.ts';

const word = /\s*(<>|<=|>=|[=<>()[\].,+-]|[#:][A-Za-z0-9_]+|[A-Za-z_][A-Za-z0-9_]*|\d+)/y;

export type Cursor = {
  /** The next word; empty at the end. */
  peek(): string;
  /** In lower case, as keywords and functions are compared. */
  peekKeyword(): string;
  take(): string;
  takeIf(expected: string): boolean;
  expect(expected: string): void;
  path(): Path;
  placeholder(): string;
  fault(): Error;
};

/** Parses each expression once. @param kind as in `ConditionExpression`, for the words of a refusal */
export function parser<Expression>(
  kind: string,
  parse: (cursor: Cursor) => Expression,
): (text: string) => Parsed<Expression> {
  const known = new Map<string, Parsed<Expression>>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const words = wordsOf(text, kind);
    const cursor = createCursor(words, kind);
    const expression = parse(cursor);
    if (cursor.peek() !== '') throw cursor.fault();
    const placeholders = new Set(words.filter((one) => /^[#:]/.test(one)));
    const parsed = { expression, placeholders };
    known.set(text, parsed);
    return parsed;
  };
}

function wordsOf(text: string, kind: string): string[] {
  if (text.trim() === '') throw validation(`Invalid ${kind}: The expression can not be empty;`);
  const words: string[] = [];
  const end = text.trimEnd().length;
  for (let at = 0; at < end; at = word.lastIndex) {
    word.lastIndex = at;
    const found = word.exec(text)?.[1];
    if (found === undefined) throw validation(`Invalid ${kind}: Syntax error; near: "${text.slice(at)}"`);
    words.push(found);
  }
  return words;
}

function createCursor(words: readonly string[], kind: string): Cursor {
  let at = 0;
  const peek = () => words[at] ?? '';
  const fault = () => validation(`Invalid ${kind}: Syntax error; token: "${peek()}", at word ${at + 1}`);
  const take = () => {
    const taken = peek();
    if (taken === '') throw fault();
    at += 1;
    return taken;
  };
  const takeIf = (expected: string) => {
    if (peek().toLowerCase() !== expected) return false;
    at += 1;
    return true;
  };
  const takeMatching = (pattern: RegExp) => {
    if (!pattern.test(peek())) throw fault();
    return take();
  };
  return {
    peek,
    peekKeyword: () => peek().toLowerCase(),
    take,
    takeIf,
    fault,
    expect: (expected) => {
      if (!takeIf(expected)) throw fault();
    },
    path: () => {
      const steps: (string | number)[] = [takeMatching(/^[#A-Za-z_]/)];
      for (;;) {
        if (takeIf('.')) steps.push(takeMatching(/^[#A-Za-z_]/));
        else if (takeIf('[')) {
          steps.push(Number(takeMatching(/^\d/)));
          if (!takeIf(']')) throw fault();
        } else return steps;
      }
    },
    placeholder: () => takeMatching(/^:/),
  };
}

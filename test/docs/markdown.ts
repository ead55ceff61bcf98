// Reads what the security pages claim: their tables, and the files that they name.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Paths in the pages start here. */
export const repository = join(import.meta.dirname, '..', '..');

/** One of the pages in docs/. */
export function page(name: string): string {
  return readFileSync(join(repository, 'docs', name), 'utf8');
}

/** The part under a heading, up to the next one of the same level. */
export function section(text: string, heading: string): string {
  const found = text.split(/^## /m).find((part) => part.startsWith(`${heading}\n`));
  if (found === undefined) throw new Error(`There is no "## ${heading}".`);
  return found;
}

/** The cells of each table row. */
export function rows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .map((line) => line.split(/(?<!\\)\|/).slice(1, -1))
    .map((cells) => cells.map((cell) => cell.trim()));
}

/** What stands in backticks. */
export function quoted(text: string): string[] {
  return Array.from(text.matchAll(/`([^`\n]+)`/g), ([, word = '']) => word);
}

/** The files of the repository that a text names: in backticks, or as the target of a link. */
export function namedFiles(text: string): string[] {
  const folders =
    /^(?:\.ci|bin|client|console|docs|functions|lib|local|operate|test)\/|^[\w.-]+\.(?:js|json|ts)$/;
  const targets = Array.from(
    text.matchAll(/\]\(([^)#:]+)(?:#[^)]*)?\)/g),
    ([, target = '']) => `docs/${target}`,
  );
  return [...quoted(text).filter((word) => folders.test(word)), ...targets];
}

// The console's texts say the same in each language.

import { expect, test } from 'vitest';
import { de } from '../../../console/messages/de/index.ts';
import { en } from '../../../console/messages/en/index.ts';
import { fr } from '../../../console/messages/fr/index.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Each text with its path, such as `shell.theme.dark`. */
function flatten(texts: Texts, path = ''): [string, string][] {
  return Object.entries(texts).flatMap(([key, value]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flatten(value, `${path}${key}.`),
  );
}

/** The names that a text has filled in. One language may have a plural of what another has as a number. */
function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{([a-z]\w*)/gi)].map(([, name = '']) => name))].sort();
}

/** What stands inside a plural or a choice is text, and differs by language. */
function outerPlaceholders(text: string): string[] {
  let depth = 0;
  let outer = '';
  for (const character of text) {
    if (character === '}') depth -= 1;
    if (depth < 2) outer += character;
    if (character === '{') depth += 1;
  }
  return placeholders(outer);
}

const english = flatten(en);

test.each([
  ['German', de],
  ['French', fr],
] as const)('%s has each text that English has, with the same things filled in', (_, other) => {
  const texts = new Map(flatten(other));
  expect([...texts.keys()].sort()).toEqual(english.map(([path]) => path).sort());
  for (const [path, text] of english) {
    expect({ path, in: outerPlaceholders(texts.get(path) ?? '') }).toEqual({
      path,
      in: outerPlaceholders(text),
    });
  }
});

test.each([
  ['English', en],
  ['German', de],
  ['French', fr],
] as const)('no text of %s is empty or has blanks around it', (_, texts) => {
  for (const [path, text] of flatten(texts))
    expect({ path, text }).toEqual({ path, text: text.trim() || 'a text' });
});

test('French has a no-break space before two-part signs and inside quotation marks', () => {
  for (const [path, text] of flatten(fr)) {
    // The names of pushes are what riders see: English.
    if (path.startsWith('customer.timeline.pushes.')) continue;
    expect({ path, wrong: text.match(/[^\u00a0][;?!»%]|[ ]:|«[^\u00a0]/)?.[0] }).toEqual({ path });
  }
});

test('German has a no-break space before a percent sign and before an ellipsis that ends a text', () => {
  for (const [path, text] of flatten(de)) {
    expect({ path, wrong: text.match(/[^\u00a0](%|…$)/)?.[0] }).toEqual({ path });
  }
});

test.each([
  ['English', en, /["„«»]|(^|\s)'|\w'\w|\.\.\./],
  ['German', de, /["«»”]|(^|\s)'|\w'\w|\.\.\./],
  ['French', fr, /["„“”]|(^|\s)'|\w'\w|\.\.\./],
] as const)('%s has its own quotation marks, apostrophes and ellipses', (_, texts, foreign) => {
  for (const [path, text] of flatten(texts))
    expect({ path, wrong: text.match(foreign)?.[0] }).toEqual({ path });
});

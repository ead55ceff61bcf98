// docs/security.md and docs/security-asvs.md say what is so: the files that they point to are there, nothing personal
// is missing from the inventory, and the rights to the identity key are those of the templates.

import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customerKeys, lookupKeys, type Key } from '../../functions/adapters/dynamodb/keys.ts';
import { identityFields, type SealedField } from '../../functions/contracts/sealed-fields.ts';
import { deployedFunctions } from '../lib/deployed-functions.ts';
import { synthesize } from '../lib/synthesized.ts';
import { namedFiles, page, quoted, repository, rows, section } from './markdown.ts';

const security = page('security.md');

describe('docs/security.md and docs/security-asvs.md', () => {
  it.each(['security.md', 'security-asvs.md'])('names only files that are there: %s', (name) => {
    const files = [...new Set(namedFiles(page(name)))];

    expect(files).not.toEqual([]);
    expect(files.filter((file) => !existsSync(join(repository, file)))).toEqual([]);
  });
});

describe('the data inventory', () => {
  const words = new Set(quoted(section(security, 'Data inventory')));

  // Written out, so that the compiler asks for each.
  const sealed = {
    identity_first_name: true,
    identity_last_name: true,
    identity_dob: true,
    identity_id_type: true,
    identity_address: true,
    identity_id_number: true,
    identity_issuing_country: true,
    identity_expiration_date: true,
    masked: true,
    signup: true,
    signals: true,
    alternative: true,
    notes: true,
  } as const satisfies Record<SealedField, true>;

  it.each(Object.keys(sealed))('has the encrypted field %s', (field) => {
    expect(words).toContain(field);
  });

  const ref = { subaccountId: 'metro', customerId: 'rider-1' };
  const keysOf = (makers: Readonly<Record<string, unknown>>): Key[] =>
    Object.values(makers).map((make) => (make as (of: unknown, number: number) => Key)(ref, 1));
  const upToNumber = (key: string): string => key.replace(/#.*/, '#');
  const items = keysOf(customerKeys).map(({ sk }) => upToNumber(sk));
  const lookups = keysOf(lookupKeys).map(({ pk }) => upToNumber(pk));

  it.each([...new Set([...items, ...lookups])])('has the item %s', (key) => {
    expect(words).toContain(key);
  });
});

describe('the table of the identity key', () => {
  /** A single field stands without brackets. */
  const listOf = (value: unknown): unknown => (Array.isArray(value) ? value : [value]);
  const statement = z.object({
    Action: z.array(z.enum(['kms:GenerateDataKey', 'kms:Decrypt'])),
    Condition: z.object({
      StringEquals: z.object({ 'kms:EncryptionContext:field': z.preprocess(listOf, z.array(z.string())) }),
    }),
  });

  it('has each function with rights to it, and just these rights', () => {
    const deployed = [...deployedFunctions(synthesize())].flatMap(([name, { statements }]) => {
      const rights = statements.flatMap((one) => statement.safeParse(one).data ?? []);
      const fields = (action: string): string[] =>
        rights
          .filter(({ Action }) => Action.some((one) => one === action))
          .flatMap(({ Condition }) => Condition.StringEquals['kms:EncryptionContext:field'])
          .toSorted();
      if (rights.length === 0) return [];
      return [{ name, seals: fields('kms:GenerateDataKey'), opens: fields('kms:Decrypt') }];
    });

    const documented = rows(section(security, 'Keys'))
      .filter(([name = '']) => existsSync(join(repository, 'functions', `${quoted(name)[0] ?? ''}.ts`)))
      .map(([name = '', seals = '', opens = '']) => ({
        name: quoted(name)[0],
        seals: fieldsIn(seals),
        opens: fieldsIn(opens),
      }));
    expect(sorted(documented)).toEqual(sorted(deployed));
  });

  /** `identity_*` stands for all of them. */
  function fieldsIn(cell: string): string[] {
    return quoted(cell)
      .flatMap((word) => (word === 'identity_*' ? identityFields : [word]))
      .toSorted();
  }

  function sorted(all: readonly object[]): string[] {
    return all.map((row) => JSON.stringify(row)).toSorted();
  }
});

describe('what the pages say of all functions', () => {
  const sources = globSync('functions/**/*.ts', { cwd: repository });

  it.each<[string, RegExp, string[]]>([
    ['starts a process', /child_process/, []],
    ['makes code of text', /\beval\(|new Function\(|node:vm/, []],
    ['makes a pattern of input', /new RegExp\(/, []],
    ['trusts more certificates than Node.js does', /rejectUnauthorized|NODE_TLS_REJECT_UNAUTHORIZED/, []],
    ['hashes with anything but SHA-256', /create(?:Hash|Hmac)\((?!'sha256')/, []],
    [
      'opens a file, but for the databases of addresses',
      /node:fs/,
      ['functions/adapters/location/ip-locator.ts'],
    ],
  ])('none of them %s', (_, pattern, but) => {
    const found = sources.filter((file) => pattern.test(readFileSync(join(repository, file), 'utf8')));
    expect(found).toEqual(but);
  });
});

describe('what the pages say of the console', () => {
  const sources = globSync('console/**/*.{ts,tsx}', { cwd: repository });

  it.each<[string, RegExp, string[]]>([
    [
      'makes markup of text',
      /dangerouslySetInnerHTML|(?:inner|outer)HTML|insertAdjacentHTML|document\.write|createContextualFragment/,
      [],
    ],
    ['makes code of text', /\beval\(|new Function\(/, []],
    ['makes a pattern of input', /new RegExp\(/, []],
    ['has cookies or a database', /document\.cookie|cookieStore|indexedDB|\bcaches\./, []],
    ['listens to other windows', /addEventListener\(\s*['"]message|window\.onmessage|\.opener\b/, []],
    [
      'keeps anything in the browser but choices, and where to come back to from a sign-in',
      /(?:local|session)Storage/,
      [
        'console/i18n/languages.ts',
        'console/pages/customers/search-key.ts',
        'console/parts/price/price-memory.ts',
        'console/shell/theme.ts',
        'console/sign-in/arrive.ts',
      ],
    ],
  ])('nothing in it %s', (_, pattern, but) => {
    const found = sources.filter((file) => pattern.test(readFileSync(join(repository, file), 'utf8')));
    expect(found.toSorted()).toEqual(but);
  });
});

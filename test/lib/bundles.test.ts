// What is bundled into a function beside our own code, as far as it matters who has it.
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { deployedFunctions } from './deployed-functions.ts';
import { synthesize } from './synthesized.ts';

const repository = join(import.meta.dirname, '..', '..');

const names = readdirSync(join(repository, 'functions'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));

/** The files that end up in each function's bundle. */
const bundledFiles = (): ReadonlyMap<string, readonly string[]> => {
  const { metafile } = buildSync({
    absWorkingDir: repository,
    entryPoints: names.map((name) => ({ in: `functions/${name}.ts`, out: name })),
    outdir: 'bundles',
    write: false,
    metafile: true,
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    logLevel: 'warning',
  });
  return new Map(
    names.map((name) => [name, Object.keys(metafile.outputs[`bundles/${name}.js`]?.inputs ?? {})]),
  );
};

describe('the code that seals and opens personal data', () => {
  const files = bundledFiles();
  const withVault = names.filter((name) =>
    files.get(name)?.some((file) => file.includes('@aws-crypto') || file.includes('client-kms')),
  );

  it.each(['check-ride', 'receive-webhook', 'relay-outbox', 'relay-again', 'list-customers', 'apply-policy'])(
    'isn’t in %s',
    (name) => {
      expect(files.get(name)).toContain(`functions/${name}.ts`);
      expect(withVault).not.toContain(name);
    },
  );

  it('is in just those functions that have a right to the key', () => {
    const withKey = [...deployedFunctions(synthesize())]
      .filter(([, { environment }]) => 'IDENTITY_KEY_ARN' in environment)
      .map(([name]) => name);

    expect(withVault).toEqual(withKey.toSorted());
  });
});

// A build that is kept by its sources is stale where one of them isn't named.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { functionBundles } from '../../local/synthesize.ts';
import { builders } from '../../local/web/sites.ts';

const repository = path.join(import.meta.dirname, '..', '..');
const functions = readdirSync(path.join(repository, 'functions')).filter((name) => name.endsWith('.ts'));

test.each([
  { ...functionBundles, entries: functions.map((name) => `functions/${name}`) },
  ...builders.map((site) => ({ ...site, entries: [`${site.sources[0] ?? ''}/main.tsx`] })),
])('all that $name is built of is among its sources', async ({ sources, entries }) => {
  const { metafile } = await build({
    absWorkingDir: repository,
    entryPoints: entries,
    outdir: 'nowhere',
    write: false,
    bundle: true,
    metafile: true,
    packages: 'external',
    platform: 'neutral',
    logLevel: 'silent',
    loader: { '.svg': 'empty', '.png': 'empty', '.woff2': 'empty' },
  });

  const inputs = Object.keys(metafile.inputs);
  expect(inputs.length).toBeGreaterThan(entries.length);
  expect(inputs.filter((file) => !sources.some((source) => file.startsWith(source)))).toEqual([]);
});

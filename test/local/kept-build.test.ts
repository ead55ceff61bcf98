import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { buildOrTake, keptBuild } from '../../local/kept-build.ts';
import { tempFolder } from './support/temp-folder.ts';

/** A repository whose "builder" puts all of its sources into one file, and counts how often it had to. */
function aRepository() {
  const repository = tempFolder();
  const root = path.join(repository, 'kept');
  const place = { repository, root };
  const source = (name: string) => path.join(repository, 'source', name);
  mkdirSync(source('deep'), { recursive: true });
  writeFileSync(source('one.ts'), 'one');
  writeFileSync(source('deep/two.ts'), 'two');
  writeFileSync(path.join(repository, 'package-lock.json'), 'packages');
  const spec = { name: 'site', sources: ['source', 'missing.ts'] };
  let builds = 0;
  const build = async (folder: string) => {
    builds += 1;
    const names = readdirSync(source('.'), { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.ts'),
    );
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(
      path.join(folder, 'assets/all.js'),
      names.map((name) => readFileSync(source(name), 'utf8')).join(),
    );
    await Promise.resolve();
  };
  const start = async () => {
    const folder = path.join(repository, 'site');
    await buildOrTake(spec, folder, build, place);
    return readFileSync(path.join(folder, 'assets/all.js'), 'utf8');
  };
  const kept = () => readdirSync(root).map((name) => path.join(root, name));
  return { repository, spec, place, source, build, start, kept, builds: () => builds };
}

describe('a build', () => {
  test('is made once, and the same is taken from then on', async () => {
    const { start, builds, repository } = aRepository();
    const first = await start();
    writeFileSync(path.join(repository, 'site/assets/left-over.js'), 'of another run');

    expect(await start()).toBe(first);
    expect(builds()).toBe(1);
    expect(existsSync(path.join(repository, 'site/assets/left-over.js'))).toBe(false);
  });

  test.each<[string, (repository: ReturnType<typeof aRepository>) => void]>([
    ['a byte of a source changes', ({ source }) => appendFileSync(source('deep/two.ts'), '!')],
    ['a source comes', ({ source }) => writeFileSync(source('three.ts'), 'three')],
    ['a source that was looked for comes', (at) => writeFileSync(`${at.repository}/missing.ts`, '')],
    ['a source goes', ({ source }) => rmSync(source('one.ts'))],
    ['other packages are chosen', (at) => appendFileSync(`${at.repository}/package-lock.json`, '!')],
  ])('is made anew when %s, and the earlier one is still there to go back to', async (_what, change) => {
    const repository = aRepository();
    await repository.start();

    change(repository);
    await repository.start();

    expect(repository.builds()).toBe(2);
    expect(repository.kept()).toHaveLength(2);
  });

  test('is not kept when a source changes while it is made', async () => {
    const { spec, place, source, build, start, builds } = aRepository();
    await buildOrTake(
      spec,
      path.join(place.repository, 'site'),
      async (folder) => {
        await build(folder);
        appendFileSync(source('one.ts'), '!');
      },
      place,
    );
    writeFileSync(source('one.ts'), 'one');

    await start();

    expect(builds()).toBe(2);
  });

  test('that was damaged is made anew', async () => {
    const { start, kept, builds } = aRepository();
    const first = await start();
    writeFileSync(path.join(kept()[0] ?? '', 'files/assets/all.js'), '');

    expect(await start()).toBe(first);
    expect(builds()).toBe(2);
    expect(await start()).toBe(first);
    expect(builds()).toBe(2);
  });

  test('may be kept by two starts at once', () => {
    const { spec, place, source, repository } = aRepository();
    const [one, other] = [keptBuild(spec, place), keptBuild(spec, place)];
    one.keep(source('.'));
    other.keep(source('.'));

    expect(keptBuild(spec, place).putInto(path.join(repository, 'site'))).toBe(true);
  });

  test('comes without the files that are no part of it', () => {
    const { spec, place, source, repository } = aRepository();
    keptBuild(spec, place).keep(source('.'), (file) => file === 'deep/two.ts');
    keptBuild(spec, place).putInto(path.join(repository, 'site'));

    expect(readdirSync(path.join(repository, 'site'))).toEqual(['deep']);
  });

  test('costs no start where nothing can be kept', async () => {
    const { start, place, builds } = aRepository();
    writeFileSync(place.root, 'a file where the folder should be');
    const first = await start();

    expect(await start()).toBe(first);
    expect(builds()).toBe(2);
  });
});

test('of each name, the few that were used last are kept', async () => {
  const { source, start, kept, builds } = aRepository();
  await start();
  const [oldest = ''] = kept();
  for (let version = 0; version < 6; version += 1) {
    for (const each of kept()) utimesSync(each, 1, version + (each === oldest ? 1 : 0));
    appendFileSync(source('one.ts'), '!');
    await start();
  }

  expect(kept()).toHaveLength(4);
  expect(kept()).toContain(oldest);
  writeFileSync(source('one.ts'), 'one');
  await start();
  expect(builds()).toBe(7);
});

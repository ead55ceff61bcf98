// What a start builds of sources (bundles, sites) is kept by their content, so that the next start need not build it.
import { createHash, randomUUID } from 'node:crypto';
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/** What is built, and all that it can be built of. */
export interface BuildSpec {
  /** Letters and dashes. */
  readonly name: string;
  /** Files and folders, relative to the repository. The packages, by npm's record of them, go without saying. */
  readonly sources: readonly string[];
}

/** One build of the sources as they are now. */
export interface KeptBuild {
  /** Makes `folder` what a fresh build would; false, with nothing in it, where none was kept. */
  putInto(folder: string): boolean;
  /** Keeps those files of `folder` that `isBuilt` names by their path in it; not if the sources changed meanwhile. */
  keep(folder: string, isBuilt?: (file: string) => boolean): void;
}

interface Place {
  readonly repository: string;
  readonly root: string;
}

const repository = path.join(import.meta.dirname, '..');
const here: Place = { repository, root: path.join(repository, 'node_modules', '.cache', 'ridegate') };

const packages = ['package.json', 'package-lock.json', 'node_modules/.package-lock.json', 'tsconfig.json'];
/** Of each name: room for some branches, and for going back and forth between them. */
const keptOfEachName = 4;
const abandonedAfterMs = 60 * 60_000;
const contentFile = 'content.sha256';

export function keptBuild({ name, sources }: BuildSpec, { repository, root }: Place = here): KeptBuild {
  // Builders make another build for development where this says so, and another Node may run them otherwise.
  const builtWith = `${process.version} ${process.env['NODE_ENV'] ?? ''}`;
  const stateOfSources = () => hashOf([...packages, ...sources], repository, builtWith);
  const before = stateOfSources();
  const kept = path.join(root, `${name}-${before}`);

  return {
    putInto: (folder) => {
      rmSync(folder, { recursive: true, force: true });
      try {
        const expected = readFileSync(path.join(kept, contentFile), 'utf8');
        cpSync(path.join(kept, 'files'), folder, { recursive: true });
        // Half of it may have gone: in a power cut, or just now when another start made room.
        if (hashOf(['.'], folder) === expected) {
          const now = new Date();
          utimesSync(kept, now, now);
          return true;
        }
        rmSync(kept, { recursive: true, force: true });
      } catch {
        // Nothing kept, or not for long.
      }
      rmSync(folder, { recursive: true, force: true });
      return false;
    },
    keep: (folder, isBuilt = () => true) => {
      if (stateOfSources() !== before) return;
      const temporary = path.join(root, `${temporaryPrefix}${randomUUID()}`);
      try {
        const files = path.join(temporary, 'files');
        for (const file of filesIn(folder).filter(isBuilt))
          cpSync(path.join(folder, file), path.join(files, file));
        writeFileSync(path.join(temporary, contentFile), hashOf(['.'], files));
        renameSync(temporary, kept);
        makeRoom(root, name);
      } catch {
        // Another start was faster, or this folder can't be written: that costs time, and nothing else.
        rmSync(temporary, { recursive: true, force: true });
      }
    },
  };
}

/** Builds into `folder`, or takes what an earlier start has built of the same sources. */
export async function buildOrTake(
  spec: BuildSpec,
  folder: string,
  build: (folder: string) => Promise<void>,
  place?: Place,
): Promise<void> {
  const kept = keptBuild(spec, place);
  if (kept.putInto(folder)) return;
  mkdirSync(folder, { recursive: true });
  await build(folder);
  kept.keep(folder);
}

const temporaryPrefix = 'unfinished-';

// Nobody reads in here while he runs: a run has a copy, so any may go.
function makeRoom(root: string, name: string): void {
  const entries = readdirSync(root).map((entry) => ({
    entry: path.join(root, entry),
    isOwn: entry.startsWith(`${name}-`),
    isAbandoned: entry.startsWith(temporaryPrefix),
    usedMs: statSync(path.join(root, entry), { throwIfNoEntry: false })?.mtimeMs ?? 0,
  }));
  const old = entries
    .filter(({ isOwn }) => isOwn)
    .sort((one, other) => other.usedMs - one.usedMs)
    .slice(keptOfEachName);
  const abandoned = entries.filter(
    ({ isAbandoned, usedMs }) => isAbandoned && usedMs < Date.now() - abandonedAfterMs,
  );
  for (const { entry } of [...old, ...abandoned]) rmSync(entry, { recursive: true, force: true });
}

/** Of names and contents of files; what isn't there counts as that. */
function hashOf(paths: readonly string[], base: string, beside = ''): string {
  const hash = createHash('sha256').update(beside);
  for (const each of paths) {
    const absolute = path.join(base, each);
    const isFolder = statSync(absolute, { throwIfNoEntry: false })?.isDirectory() === true;
    for (const file of isFolder ? filesIn(absolute).map((name) => path.join(absolute, name)) : [absolute]) {
      const content = existsSync(file) ? readFileSync(file) : null;
      hash.update(JSON.stringify([path.relative(base, file), content?.length ?? null]));
      if (content !== null) hash.update(content);
    }
  }
  return hash.digest('hex').slice(0, 32);
}

/** Relative paths of all files below, sorted. */
function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => !entry.isDirectory())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();
}

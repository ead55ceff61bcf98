// Finds markers in bytes and texts, and says where they may stand.

import { readdir, readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { formsOf, type Marker } from './marker.ts';

/** Answers which of the markers stand in what it is given. */
export type Search = (haystack: Buffer | string) => Marker[];

export function searchFor(markers: readonly Marker[]): Search {
  const each = new Map(markers.map((marker) => [marker.text, marker]));
  const wanted = [...each.values()].map((marker) => ({ marker, forms: formsOf(marker.text) }));
  return (haystack) => {
    const bytes = Buffer.isBuffer(haystack) ? haystack : Buffer.from(haystack);
    return wanted.flatMap(({ marker, forms }) =>
      forms.some((form) => bytes.includes(form)) ? [marker] : [],
    );
  };
}

/** A place, and a marker that stands there. */
export type Finding = { place: string; marker: Marker };

/** Which markers a place may have, and why. */
export type Allowance = { place: RegExp; what: RegExp; because: string };

export type Verdict = {
  /** What stands where nothing allows it, as a test shows it. */
  leaks: string[];
  /** Allowances that nothing made use of: these look at nothing, or are not needed. */
  unused: string[];
};

export function judge(findings: readonly Finding[], allowances: readonly Allowance[]): Verdict {
  const isAllowed = ({ place, marker }: Finding, by: Allowance): boolean =>
    by.place.test(place) && by.what.test(marker.what);
  const leaks = findings.filter((finding) => !allowances.some((by) => isAllowed(finding, by)));
  const unused = allowances.filter((by) => !findings.some((finding) => isAllowed(finding, by)));
  return {
    leaks: [...new Set(leaks.map(({ place, marker }) => `${marker.what} of ${marker.whose}: ${place}`))],
    unused: unused.map(({ place, what }) => `${what.source}: ${place.source}`),
  };
}

/** Looks at every byte of every file below a folder; places are paths in it. */
export async function searchFolder(
  folder: string,
  search: Search,
  isLookedAt: (file: string) => boolean = () => true,
): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const place of (await filesIn(folder)).filter(isLookedAt)) {
    const bytes = await readFile(path.join(folder, place));
    findings.push(...search(bytes).map((marker) => ({ place, marker })));
  }
  return findings;
}

/** The files below a folder that somebody has written after a moment. */
export async function writtenSince(epochMs: number, folder: string): Promise<string[]> {
  const files = await filesIn(folder);
  const times = await Promise.all(files.map((file) => stat(path.join(folder, file))));
  return files.filter((_, index) => (times[index]?.mtimeMs ?? Infinity) > epochMs);
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => path.relative(folder, path.join(parentPath, name)));
}

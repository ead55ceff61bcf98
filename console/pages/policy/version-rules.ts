// What the rules were at an earlier version, from the versions that came after it.

import type { components } from '../../../client/api-types.ts';
import type { Policy } from '../../api/policy.ts';
import { type Change, difference } from './difference.ts';
import { type Rules, rulesOf } from './policy-rules.ts';

export type PolicyVersion = components['schemas']['PolicyVersions']['data'][number];

/** The rules at `version`; null where one of the versions between it and the current policy is not at hand. */
export function rulesAtVersion(
  current: Policy,
  versions: readonly PolicyVersion[],
  version: number,
): Rules | null {
  let rules = rulesOf(current);
  for (let later = current.version; later > version; later -= 1) {
    const before = versions.find((entry) => entry.version === later)?.before ?? null;
    if (before === null) return null;
    rules = { ...rules, ...before };
  }
  return rules;
}

/** What a version changed; all of it for the first one, which has nothing before it. */
export function changesOfVersion({ before, after }: PolicyVersion, current: Policy): Change[] {
  const others = rulesOf(current);
  return before === null ? [] : difference({ ...others, ...before }, { ...others, ...after });
}

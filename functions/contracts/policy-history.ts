// The history of a policy, as the API answers it: what each version changed.

import { isDeepStrictEqual } from 'node:util';
import * as z from 'zod';
import type { PolicyVersion } from '../domain/policy.ts';
import { toIso, utcTime } from './identifiers.ts';
import { pageLimit } from './page-limit.ts';
import { rulesJson, toRulesJson, type RulesJson } from './policy.ts';

const policyVersionJson = z
  .object({
    version: z.int(),
    at: utcTime,
    actor: z.string().describe('`operator:…`, or `system:…` where no person made it.'),
    before: rulesJson
      .partial()
      .nullable()
      .describe('The rules that this version changed, as they were; null for the first version.'),
    after: rulesJson
      .partial()
      .describe(
        'The same rules as it set them; all rules for the first version. Empty where it changed none.',
      ),
  })
  .meta({ id: 'PolicyVersion' });

export const policyVersionsJson = z
  .object({ data: z.array(policyVersionJson), next_cursor: z.string().nullable() })
  .meta({ id: 'PolicyVersions' });

export const policyVersionsQuery = z.strictObject({
  cursor: z.string().max(1024).optional(),
  limit: pageLimit,
});

export function toPolicyVersionJson({
  version,
  atMs,
  actor,
  before,
  after,
}: PolicyVersion): z.infer<typeof policyVersionJson> {
  const are = toRulesJson(after);
  const were = before === null ? null : toRulesJson(before);
  return {
    version,
    at: toIso(atMs),
    actor,
    before: were === null ? null : differing(were, are),
    after: were === null ? are : differing(are, were),
  };
}

/** The rules of one version that another has not the same. */
function differing(of: RulesJson, from: RulesJson): Partial<RulesJson> {
  const others = new Map<string, unknown>(Object.entries(from));
  return Object.fromEntries(
    Object.entries(of).filter(([rule, value]) => !isDeepStrictEqual(value, others.get(rule))),
  );
}

/** Which fields a request asked to see in full, and whether its key may. */
import { invalidRequest, permissionDenied } from './errors.ts';
import type { ApiKey } from './authentication.ts';

/** Expanded paths, parents included. */
export type Expansions = ReadonlySet<string>;

export interface ExpandablePath {
  path: string;
  /** Stripe keeps these for restricted keys. */
  sensitive: boolean;
}

/** Checks the request's `expand`; in lists (`prefix` `data.`) each path begins with it. */
export function resolveExpansions(
  asked: readonly string[] | undefined,
  expandable: readonly ExpandablePath[],
  key: ApiKey,
  prefix = '',
): Expansions {
  const expanded = new Set<string>();
  for (const path of asked ?? []) {
    const known = expandable.find((candidate) => prefix + candidate.path === path);
    if (!known) throw invalidRequest(`This property cannot be expanded (${path}).`, { param: 'expand' });
    if (known.sensitive && !key.sensitive) {
      throw permissionDenied(
        `The provided key '${key.masked}' does not have the required permissions to expand ${path}. Use a restricted key that may access sensitive verification results.`,
      );
    }
    const parts = known.path.split('.');
    parts.forEach((_, index) => expanded.add(parts.slice(0, index + 1).join('.')));
  }
  return expanded;
}

// Which route of an HTTP API a request belongs to, by API Gateway's order of preference.
import type { Route } from '../template/deployment.ts';

export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

interface CompiledRoute {
  readonly route: Route;
  readonly method: string;
  readonly segments: readonly string[];
}

/**
 * Builds the matcher. It takes the path as sent and throws URIError for escapes that can't be resolved.
 */
export function createRouter(
  routes: readonly Route[],
): (method: string, path: string) => RouteMatch | undefined {
  const compiled = routes
    .filter(({ key }) => key !== '$default')
    .map((route): CompiledRoute => {
      const [method = '', path = ''] = route.key.split(' ');
      return { route, method, segments: path.split('/').slice(1) };
    })
    .sort((left, right) => compareSpecificity(left, right));
  const fallback = routes.find(({ key }) => key === '$default');
  return (method, path) => {
    const segments = path.split('/').slice(1);
    for (const candidate of compiled) {
      if (candidate.method !== 'ANY' && candidate.method !== method) continue;
      const pathParameters = matchSegments(candidate.segments, segments);
      if (pathParameters !== undefined) return { route: candidate.route, pathParameters };
    }
    return fallback === undefined ? undefined : { route: fallback, pathParameters: {} };
  };
}

// Fixed text before a parameter before a greedy parameter, segment by segment; then a method before ANY.
function compareSpecificity(left: CompiledRoute, right: CompiledRoute): number {
  const length = Math.max(left.segments.length, right.segments.length);
  for (let index = 0; index < length; index += 1) {
    const difference = rank(left.segments[index]) - rank(right.segments[index]);
    if (difference !== 0) return difference;
  }
  return Number(left.method === 'ANY') - Number(right.method === 'ANY');
}

function rank(segment: string | undefined): number {
  if (segment?.endsWith('+}') === true) return 2;
  return segment?.startsWith('{') === true ? 1 : 0;
}

function matchSegments(
  pattern: readonly string[],
  segments: readonly string[],
): Record<string, string> | undefined {
  const parameters: Record<string, string> = {};
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index];
    if (segment === undefined || segment === '')
      return part === segment && pattern.length === segments.length ? parameters : undefined;
    if (part.endsWith('+}')) {
      parameters[part.slice(1, -2)] = decodeURIComponent(segments.slice(index).join('/'));
      return parameters;
    }
    if (part.startsWith('{')) parameters[part.slice(1, -1)] = decodeURIComponent(segment);
    else if (part !== segment) return undefined;
  }
  return pattern.length === segments.length ? parameters : undefined;
}

// Every route of the HTTP API and the function behind it, as functions/contracts/api.ts describes them.
import { endpoints, type ApiFunctionName } from '../functions/contracts/api.ts';

export interface ApiRoute {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** With path parameters in braces, as API Gateway writes them. */
  readonly path: string;
  /** The file functions/<name>.ts that answers it. */
  readonly functionName: ApiFunctionName;
  /** Whether callers need a token; the function decides what they may do with it. */
  readonly needsToken: boolean;
  /** Tighter than the whole API's. */
  readonly throttle: { readonly rateLimit: number; readonly burstLimit: number } | undefined;
}

export const apiRoutes: readonly ApiRoute[] = Object.values(endpoints).map(
  ({ method, path, name, roles, ...rest }) => ({
    method,
    path,
    functionName: name,
    needsToken: roles.length > 0,
    throttle: 'throttle' in rest ? rest.throttle : undefined,
  }),
);

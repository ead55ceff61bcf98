// How calls of the API fail, for pages to say in one sentence what happened and what to do.

import type { components } from '../../client/api-types.ts';
import { SessionEnded } from '../sign-in/session.ts';

type Problem = components['schemas']['Problem'];

/** The API answered with a problem. */
export class ApiProblem extends Error {
  readonly status: number;
  readonly code: string;
  /** Whether the message is the API's own. */
  readonly isExplained: boolean;
  readonly requestId: string | null;
  readonly faults: readonly { path: string; message: string }[];

  constructor(status: number, problem: Partial<Problem>) {
    super(problem.detail ?? `The API answered with ${status}.`);
    this.status = status;
    this.isExplained = problem.detail !== undefined;
    // What comes from the gateway itself, such as a 503, has no code.
    this.code = problem.code ?? `http_${status}`;
    this.requestId = problem.request_id ?? null;
    this.faults = problem.errors ?? [];
  }
}

/** The API couldn't be reached: no network, or nobody there. */
export class Unreachable extends Error {}

/** The decision rests on a version that somebody else has changed since. */
export function isOvertaken(failure: unknown): boolean {
  return failure instanceof ApiProblem && failure.code === 'version_conflict';
}

/** Whether trying the same again may do. */
export function mayPass(failure: unknown): boolean {
  if (failure instanceof SessionEnded) return false;
  if (failure instanceof ApiProblem) {
    // One that went well by its status was garbled on its way.
    return failure.status >= 500 || failure.status === 429 || failure.status < 300;
  }
  return failure instanceof Unreachable;
}

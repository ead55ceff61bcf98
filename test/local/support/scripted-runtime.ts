import type { LambdaRuntime } from '../../../local/lambda/runtime.ts';

export interface ScriptedRuntime extends Pick<LambdaRuntime, 'invoke'> {
  /** The events of all invocations so far. */
  readonly events: unknown[];
}

/** Stands in for a function: each invocation is answered by `script`, and an error it throws is the function's. */
// A test names the form of the events that it sends itself.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function scriptedRuntime<Event>(script: (event: Event, call: number) => unknown): ScriptedRuntime {
  const events: unknown[] = [];
  return {
    events,
    invoke: (_name, event) => {
      events.push(event);
      try {
        return Promise.resolve({ outcome: 'answered', payload: script(event as Event, events.length) });
      } catch (error) {
        return Promise.resolve({
          outcome: 'failed',
          fault: { errorType: 'Error', errorMessage: String(error) },
        });
      }
    },
  };
}

/** One operation of the API: what it takes, what may be expanded in its answer, and what it does. */
import * as z from 'zod';
import type { Simulator } from '../simulator.ts';
import type { EventCause } from '../webhooks/records.ts';
import type { ApiKey } from './authentication.ts';
import { type ExpandablePath, type Expansions, resolveExpansions } from './expansion.ts';
import type { FormObject } from './form-encoding.ts';
import { parseParameters, text } from './parameters.ts';

/** What every request brings along. */
export interface ApiRequest {
  simulator: Simulator;
  key: ApiKey;
  /** From the path; empty where the path has none. */
  id: string;
  /** This request, as the events that it causes name it. */
  cause: EventCause;
  /** The Stripe-Version header. */
  apiVersion: string | undefined;
}

interface Call extends ApiRequest {
  expanded: Expansions;
}

export interface Endpoint {
  method: 'GET' | 'POST';
  path: string;
  /** Checks the parameters, and answers with what is left to do. That runs in one transaction. */
  prepare(sent: FormObject, request: ApiRequest): () => object;
}

interface EndpointDefinition<S extends z.ZodType> {
  method: 'GET' | 'POST';
  path: string;
  parameters: S;
  expandable?: readonly ExpandablePath[];
  /** Lists expand `data.…`. */
  isList?: boolean;
  /** A Buffer is sent as an image, everything else as JSON. */
  run(parameters: z.output<S>, call: Call): object;
}

const expandParameter = z.object({ expand: z.array(text).optional() });

export function defineEndpoint<S extends z.ZodType>(definition: EndpointDefinition<S>): Endpoint {
  const { method, path, expandable = [], isList = false } = definition;
  return {
    method,
    path,
    prepare({ expand, ...sent }, request) {
      const parameters = parseParameters(definition.parameters, sent);
      const asked = parseParameters(expandParameter, expand === undefined ? {} : { expand }).expand;
      const expanded = resolveExpansions(asked, expandable, request.key, isList ? 'data.' : '');
      return () => definition.run(parameters, { ...request, expanded });
    },
  };
}

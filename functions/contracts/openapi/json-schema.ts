// From zod to the document's JSON Schema: schemas that have an id become components, all others stand in place.

import * as z from 'zod';

export type Json = { [key: string]: unknown };

/** `input` is what may be sent, `output` what is answered. */
export type Side = 'input' | 'output';

/** Components are added as schemas that refer to them are rendered. */
export type Components = Map<string, Json>;

export function render(schema: z.ZodType, side: Side, components: Components): Json {
  const { $schema: _, $defs = {}, ...rendered } = z.toJSONSchema(schema, { io: side, override: tidy(side) });
  for (const [id, definition] of Object.entries($defs)) components.set(id, rewriteRefs(definition));
  return rewriteRefs(rendered);
}

type Override = NonNullable<z.core.ToJSONSchemaParams['override']>;

function tidy(side: Side): Override {
  return ({ jsonSchema }) => {
    // Clients have to bear answers that grow.
    if (side === 'output' && jsonSchema.additionalProperties === false)
      delete jsonSchema.additionalProperties;
    // What zod means by an integer in JavaScript tells a reader nothing.
    if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
    if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
    // A standard format says the same as its long pattern.
    if (standardFormats.has(jsonSchema.format ?? '')) delete jsonSchema.pattern;
  };
}

const standardFormats = new Set(['date-time', 'date', 'email', 'ipv4', 'ipv6', 'uri', 'uuid']);

const ownRefs = '#/$defs/';
const componentRefs = '#/components/schemas/';

function rewriteRefs(rendered: object): Json {
  return Object.fromEntries(Object.entries(rendered).map(([key, value]) => [key, rewriteRef(key, value)]));
}

function rewriteRef(key: string, value: unknown): unknown {
  if (Array.isArray(value)) return value.map((entry: unknown) => rewriteRef('', entry));
  if (typeof value === 'object' && value !== null) return rewriteRefs(value);
  const isRef = key === '$ref' && typeof value === 'string' && value.startsWith(ownRefs);
  return isRef ? `${componentRefs}${value.slice(ownRefs.length)}` : value;
}

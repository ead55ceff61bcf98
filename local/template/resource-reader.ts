// Picks resources of one type out of the resolved templates and parses their properties.
import * as z from 'zod';
import { StartFailure } from '../failure.ts';
import type { LocalResource } from './scope.ts';

export type Read<Schema extends z.ZodType> = LocalResource & { readonly is: z.output<Schema> };

/** @throws StartFailure naming the resource and every property that the embedded run can't set up as written */
export function resourcesOf<Schema extends z.ZodType>(
  resources: readonly LocalResource[],
  types: readonly string[],
  schema: Schema,
): readonly Read<Schema>[] {
  return resources
    .filter(({ type }) => types.includes(type))
    .map((resource) => {
      const parsed = schema.safeParse(resource.properties);
      if (!parsed.success) throw unusable(resource, z.prettifyError(parsed.error));
      return { ...resource, is: parsed.data };
    });
}

export function unusable(resource: LocalResource, why: string): StartFailure {
  return new StartFailure(
    `The embedded run can't set up ${resource.type} ${resource.logicalId} of stack ${resource.stack}: ${why}`,
  );
}

// CloudFormation takes numbers and booleans also as texts.
export const number = z.coerce.number();
export const boolean = z.union([z.boolean(), z.stringbool()]);

// Operational zones as the API speaks them: GeoJSON of areas (RFC 7946), small enough to be read with each customer.

import * as z from 'zod';
import { polygonsOf, type OperationalZones, type Position } from '../domain/zones.ts';

/** A city's outline has a few hundred; a point is then placed in under a millisecond or two. */
const maxPositions = 2000;
const maxAreas = 200;

const longitude = z.number().min(-180).max(180);
const latitude = z.number().min(-90).max(90);

const position = z.union([
  z.tuple([longitude, latitude]),
  z.tuple([longitude, latitude, z.number()]),
]) satisfies z.ZodType<Position>;

/** RFC 7946, 3.1.6: four or more positions, the last the same as the first. */
const ring = z
  .array(position)
  .min(4, 'a ring has four or more positions')
  .refine(isClosed, 'a ring ends where it began');

/** The first ring is the outline, the others are holes. */
const rings = z.array(ring).min(1, 'a polygon has an outline');

const polygon = z.strictObject({ type: z.literal('Polygon'), coordinates: rings });
const multiPolygon = z.strictObject({ type: z.literal('MultiPolygon'), coordinates: z.array(rings).min(1) });

const feature = z.strictObject({
  type: z.literal('Feature'),
  id: z.union([z.string().max(200), z.number()]).optional(),
  geometry: z.discriminatedUnion('type', [polygon, multiPolygon]),
  /** Names and the like; plain values alone. */
  properties: z
    .record(z.string().max(100), z.union([z.string().max(500), z.number(), z.boolean(), z.null()]))
    .nullable(),
});

const featureCollection = z.strictObject({
  type: z.literal('FeatureCollection'),
  features: z.array(feature).max(maxAreas),
});

export const operationalZones = z
  .discriminatedUnion('type', [featureCollection, feature, polygon, multiPolygon])
  .refine((zones) => polygonsOf(zones).length <= maxAreas, `has more than ${maxAreas} areas`)
  .refine(
    (zones) => positionCount(zones) <= maxPositions,
    `has more than ${maxPositions} positions; please simplify it`,
  ) satisfies z.ZodType<OperationalZones>;

function isClosed(positions: readonly Position[]): boolean {
  const first = positions[0];
  const last = positions.at(-1);
  return first?.[0] === last?.[0] && first?.[1] === last?.[1] && first?.[2] === last?.[2];
}

function positionCount(zones: OperationalZones): number {
  return polygonsOf(zones)
    .flatMap(({ coordinates }) => coordinates)
    .reduce((count, { length }) => count + length, 0);
}

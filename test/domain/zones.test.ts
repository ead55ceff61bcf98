// The forms of GeoJSON that cover an area, all read as polygons.

import { expect, it } from 'vitest';
import { polygonsOf, type OperationalZones, type Position } from '../../functions/domain/zones.ts';

const square = (west: number): Position[][] => [
  [
    [west, 0],
    [west + 1, 0],
    [west + 1, 1],
    [west, 0],
  ],
];
const feature = (west: number) => ({
  type: 'Feature' as const,
  geometry: { type: 'Polygon' as const, coordinates: square(west) },
  properties: null,
});

it.each<[OperationalZones, number[]]>([
  [{ type: 'Polygon', coordinates: square(1) }, [1]],
  [{ type: 'MultiPolygon', coordinates: [square(1), square(5)] }, [1, 5]],
  [feature(1), [1]],
  [{ type: 'FeatureCollection', features: [feature(1), feature(5)] }, [1, 5]],
  [{ type: 'FeatureCollection', features: [] }, []],
])('$type: one polygon for each area', (zones, wests) => {
  expect(polygonsOf(zones)).toEqual(wests.map((west) => ({ type: 'Polygon', coordinates: square(west) })));
});

import { distance } from '@turf/distance';
import { pointToPolygonDistance } from '@turf/point-to-polygon-distance';
import type { Geography } from '../../use-cases/ports/signals.ts';

/** Great-circle distances; the error against the ellipsoid is below 0.6 %. */
export function createGeography(): Geography {
  return {
    distanceKm: (from, to) => distance(from, to, { units: 'kilometers' }),

    distanceToAreasKm: (from, areas) => {
      if (areas.length === 0) return null;
      const distances = areas.map((area) => pointToPolygonDistance(from, area, { units: 'kilometers' }));
      // Turf counts from the inside in negative numbers.
      return Math.max(0, Math.min(...distances));
    },
  };
}

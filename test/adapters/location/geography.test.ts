import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createGeography } from '../../../functions/adapters/location/geography.ts';
import type { Polygon, Position } from '../../../functions/domain/zones.ts';

const { distanceKm, distanceToAreasKm } = createGeography();

const vienna: Position = [16.3738, 48.2082];
const paris: Position = [2.3522, 48.8566];
const halfWayRoundKm = 20_016;

const anyPosition = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
) satisfies fc.Arbitrary<Position>;

/** A square with a square hole in its middle. */
const ring = (west: number, south: number, east: number, north: number): Position[] => [
  [west, south],
  [east, south],
  [east, north],
  [west, north],
  [west, south],
];
const city: Polygon = {
  type: 'Polygon',
  coordinates: [ring(16, 48, 17, 49), ring(16.4, 48.4, 16.6, 48.6)],
};
const island: Polygon = { type: 'Polygon', coordinates: [ring(20, 48, 21, 49)] };

describe('the distance of two points', () => {
  it('is that of the map', () => {
    expect(distanceKm(vienna, paris)).toBeCloseTo(1034, -1);
  });

  it('across the date line is the short one', () => {
    expect(distanceKm([179.9, 0], [-179.9, 0])).toBeCloseTo(22.2, 0);
  });

  it('is the same both ways, 0 to itself, and never over half the way round', () => {
    fc.assert(
      fc.property(anyPosition, anyPosition, (here, there) => {
        const km = distanceKm(here, there);
        expect(distanceKm(there, here)).toBeCloseTo(km, 6);
        expect(distanceKm(here, here)).toBe(0);
        expect(km).toBeLessThan(halfWayRoundKm);
      }),
    );
  });
});

describe('the distance to areas', () => {
  it.each<[string, Position]>([
    ['inside', [16.2, 48.2]],
    ['on the edge', [16, 48.5]],
    ['in the other area', [20.5, 48.5]],
  ])('is 0 %s', (_, place) => {
    expect(distanceToAreasKm(place, [city, island])).toBeCloseTo(0, 6);
  });

  it('is that to the nearest edge outside', () => {
    // One degree of latitude is 111 km.
    expect(distanceToAreasKm([16.5, 49.1], [city, island])).toBeCloseTo(11.1, 0);
    expect(distanceToAreasKm([20.5, 49.1], [city, island])).toBeCloseTo(11.1, 0);
  });

  it('is that to the rim inside of a hole', () => {
    expect(distanceToAreasKm([16.5, 48.5], [city])).toBeGreaterThan(7);
  });

  it('is unknown where there is none', () => {
    expect(distanceToAreasKm(vienna, [])).toBeNull();
  });
});

// Operational zones: what is taken is GeoJSON of areas (RFC 7946), and comes back as it was put.

import fc from 'fast-check';
import { beforeEach, describe, expect, it } from 'vitest';
import { operationalZones } from '../../functions/contracts/zones.ts';
import { claims } from './events/api-gateway.ts';
import { faultyPaths, startApi, stored, type Answer, type Api } from './harness.ts';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});

function put(zones?: unknown): Promise<Answer> {
  return api.call({
    route: 'PUT /api/subaccounts/{id}',
    as: claims.operator(),
    id: 'metro',
    body: { name: 'Metro', app_name: 'Metro', ...(zones !== undefined && { operational_zones: zones }) },
  });
}

async function read(): Promise<unknown> {
  const answer = await api.call({ route: 'GET /api/subaccounts/{id}', as: claims.operator(), id: 'metro' });
  return answer.body['operational_zones'];
}

const ring = [
  [16, 48],
  [17, 48],
  [17, 49],
  [16, 48],
];
const polygon = { type: 'Polygon', coordinates: [ring] };
const multiPolygon = {
  type: 'MultiPolygon',
  coordinates: [[ring], [ring.map(([x = 0, y = 0]) => [x + 5, y])]],
};
const feature = (geometry: unknown, properties: unknown = null) => ({
  type: 'Feature',
  geometry,
  properties,
});
const collection = (...features: unknown[]) => ({ type: 'FeatureCollection', features });

const circle = (count: number) => {
  const points = Array.from({ length: count - 1 }, (_, index) => {
    const angle = (2 * Math.PI * index) / (count - 1);
    return [16 + Math.cos(angle), 48 + Math.sin(angle)].map((degrees) => Number(degrees.toFixed(5)));
  });
  return { type: 'Polygon', coordinates: [[...points, points[0]]] };
};

describe('zones', () => {
  it.each<[string, unknown]>([
    ['a polygon', polygon],
    ['a polygon with a hole', { type: 'Polygon', coordinates: [ring, ring] }],
    ['a polygon with altitudes', { type: 'Polygon', coordinates: [ring.map((at) => [...at, 171])] }],
    ['polygons', multiPolygon],
    ['a feature', feature(polygon)],
    [
      'a feature with properties',
      feature(multiPolygon, { name: 'Altstadt', speed: 20, open: true, x: null }),
    ],
    ['a feature with an id', { ...feature(polygon), id: 'zone-1' }],
    ['a collection', collection(feature(polygon), feature(multiPolygon, { name: 'Docks' }))],
    ['an empty collection', collection()],
    ['as many positions as are allowed', circle(2000)],
    ['nothing', null],
  ])('may be %s', async (_, zones) => {
    const answer = await put(zones);

    expect(answer).toMatchObject({ status: 200, body: { version: 2, operational_zones: zones } });
    expect(await read()).toEqual(zones);
  });

  it('stay where a change doesn’t name them, and go where it says null', async () => {
    await put(polygon);

    expect((await put()).body).toMatchObject({ version: 3, operational_zones: polygon });
    expect((await put(null)).body).toMatchObject({ version: 4, operational_zones: null });
    expect(await read()).toBeNull();
  });
});

describe('what is no GeoJSON of areas is refused, and changes nothing', () => {
  const withRing = (positions: unknown) => ({ type: 'Polygon', coordinates: [positions] });

  it.each<[string, unknown]>([
    ['a text', 'Vienna'],
    ['no type', { coordinates: [ring] }],
    ['a point', { type: 'Point', coordinates: [16, 48] }],
    ['a line', { type: 'LineString', coordinates: ring }],
    ['a collection of geometries', { type: 'GeometryCollection', geometries: [polygon] }],
    ['a polygon without rings', { type: 'Polygon', coordinates: [] }],
    ['polygons without any', { type: 'MultiPolygon', coordinates: [] }],
    ['a ring of three', withRing([ring[0], ring[1], ring[0]])],
    ['a ring that isn’t closed', withRing([...ring.slice(0, 3), [16.1, 48]])],
    ['a ring that closes at another altitude', withRing([[16, 48, 1], ...ring.slice(1, 3), [16, 48, 2]])],
    ['a longitude out of range', withRing([[181, 48], ...ring.slice(1, 3), [181, 48]])],
    ['a latitude out of range', withRing([[16, -91], ...ring.slice(1, 3), [16, -91]])],
    ['swapped coordinates', withRing([[48, 116], ...ring.slice(1, 3), [48, 116]])],
    ['a position of one number', withRing([[16], ...ring.slice(1, 3), [16]])],
    ['a position of four numbers', withRing([[16, 48, 1, 2], ...ring.slice(1, 3), [16, 48, 1, 2]])],
    ['a position of texts', withRing([['16', '48'], ...ring.slice(1, 3), ['16', '48']])],
    ['a feature without a geometry', feature(null)],
    ['a feature of a point', feature({ type: 'Point', coordinates: [16, 48] })],
    ['properties that are no object', feature(polygon, ['name'])],
    ['properties with more inside', feature(polygon, { style: { colour: 'red' } })],
    ['an unknown member', { ...polygon, crs: 'EPSG:31287' }],
    ['a collection of a collection', collection(collection(feature(polygon)))],
    ['a collection of geometries alone', collection(polygon)],
    ['too many positions', circle(2001)],
    ['too many areas', collection(...Array.from({ length: 201 }, () => feature(polygon)))],
  ])('%s', async (_, zones) => {
    const before = stored(api);

    const answer = await put(zones);

    expect(answer).toMatchObject({ status: 400, body: { code: 'invalid_request' } });
    expect(faultyPaths(answer).every((path) => path.startsWith('operational_zones'))).toBe(true);
    expect(stored(api)).toEqual(before);
  });
});

describe('any area', () => {
  const anyPosition = fc.tuple(
    fc.double({ min: -180, max: 180, noNaN: true }),
    fc.double({ min: -90, max: 90, noNaN: true }),
  );
  const anyOpenRing = fc.array(anyPosition, { minLength: 3, maxLength: 20 });

  it('is taken once its ring is closed, and refused while a position is out of range', () => {
    fc.assert(
      fc.property(anyOpenRing, fc.double({ min: 180.001, max: 1e9, noNaN: true }), (open, far) => {
        const closed = [...open, open[0]];
        const strayed = [[far, 0], ...open, [far, 0]];
        expect(operationalZones.safeParse({ type: 'Polygon', coordinates: [closed] }).success).toBe(true);
        expect(operationalZones.safeParse({ type: 'Polygon', coordinates: [strayed] }).success).toBe(false);
      }),
    );
  });
});

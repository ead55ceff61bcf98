// Where a subaccount's vehicles may ride, as GeoJSON (RFC 7946). Coordinates are WGS 84 degrees.

/** Longitude, latitude, and optionally an altitude in meters that nothing here reads. */
export type Position = [number, number] | [number, number, number];

/** One area: its outline, then its holes. */
export type Polygon = { type: 'Polygon'; coordinates: Position[][] };
export type MultiPolygon = { type: 'MultiPolygon'; coordinates: Position[][][] };
type ZoneGeometry = Polygon | MultiPolygon;

type ZoneProperties = Record<string, string | number | boolean | null>;
/** An area with what an operator noted of it. */
export type ZoneFeature = {
  type: 'Feature';
  id?: string | number | undefined;
  geometry: ZoneGeometry;
  properties: ZoneProperties | null;
};

/** GeoJSON in one of the forms that cover an area. */
export type OperationalZones =
  ZoneGeometry | ZoneFeature | { type: 'FeatureCollection'; features: ZoneFeature[] };

/** The areas of the zones, one polygon each. None where the collection is empty. */
export function polygonsOf(zones: OperationalZones): Polygon[] {
  switch (zones.type) {
    case 'Polygon':
      return [zones];
    case 'MultiPolygon':
      return zones.coordinates.map((coordinates) => ({ type: 'Polygon', coordinates }));
    case 'Feature':
      return polygonsOf(zones.geometry);
    case 'FeatureCollection':
      return zones.features.flatMap(polygonsOf);
  }
}

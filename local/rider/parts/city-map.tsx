// A stylized city: streets, water, a park, the rider and the vehicle, or the rider on the way.
import type { Vehicle } from '../demo-riders.ts';
import { MapPin } from './map-pin.tsx';

const route = 'M200 276V160H290V250H480';
const streets = [
  'M-200 60H600M-200 160H600M-200 340H600M-200 520H600M-200 610H600M-200 790H600',
  'M-70 -200V1000M20 -200V1000M110 -200V1000M290 -200V1000M380 -200V1000M470 -200V1000',
].join('');
const avenues = 'M-200 250H600M200 -200V1000M-200 700H600';
const trees = [
  [-20, 395],
  [8, 468],
  [40, 372],
  [62, 440],
  [86, 392],
  [88, 484],
  [36, 496],
] as const;

export function CityMap({ vehicle, riding }: { readonly vehicle: Vehicle; readonly riding: boolean }) {
  return (
    <svg
      className="city-map"
      viewBox="0 0 390 844"
      preserveAspectRatio="xMidYMin slice"
      role="img"
      aria-label={riding ? 'Map of your ride' : `Map: your ${vehicle} stands a minute’s walk from you`}
    >
      <rect className="map-land" width="390" height="844" />
      <g transform="rotate(-14 195 300)">
        <path className="map-street" d={streets} />
        <path className="map-avenue" d={avenues} />
        <rect className="map-park" x="-62" y="349" width="164" height="162" rx="14" />
        {trees.map(([x, y]) => (
          <circle key={`${x} ${y}`} className="map-tree" cx={x} cy={y} r="8" />
        ))}
        <path
          className="map-water"
          d="M318 -200C300 -60 352 60 338 170s44 150 40 260 60 220 40 600h300V-200Z"
        />
        <path className="map-bridge" d="M310 250H600" />
        {riding ? <OnTheWay vehicle={vehicle} /> : <AtTheCurb vehicle={vehicle} />}
      </g>
    </svg>
  );
}

function AtTheCurb({ vehicle }: { readonly vehicle: Vehicle }) {
  return (
    <>
      <path className="map-walk" d="M110 400V340H200V285" />
      <MapPin x={110} y={160} vehicle={vehicle} size="small" />
      <MapPin x={290} y={120} vehicle={vehicle} size="small" />
      <MapPin x={290} y={430} vehicle={vehicle} size="small" />
      <g transform="translate(110 400)">
        <circle className="map-halo" r="22" />
        <circle className="map-me" r="8" />
      </g>
      <MapPin x={200} y={276} vehicle={vehicle} size="large" />
    </>
  );
}

function OnTheWay({ vehicle }: { readonly vehicle: Vehicle }) {
  const still = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  return (
    <>
      <path className="map-route-edge" d={route} />
      <path className="map-route" d={route} />
      <g transform={still ? 'translate(245 250)' : undefined}>
        {!still && <animateMotion dur="120s" fill="freeze" path={route} />}
        <circle className="map-halo map-halo-ride" r="30" />
        <MapPin x={0} y={0} vehicle={vehicle} size="puck" />
      </g>
    </>
  );
}

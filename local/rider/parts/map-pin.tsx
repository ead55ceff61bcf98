// A vehicle on the map: the one that is meant, another one nearby, or the one that is being ridden.
import type { Vehicle } from '../demo-riders.ts';

const glyphs: Readonly<Record<Vehicle, string>> = {
  scooter:
    'M-4.5 6H1c2.5 0 3.5-1.5 4-3.5M6.2 4.5 3.5-8H0M-6.5 4.5a1.7 1.7 0 1 0 .1 0ZM6.5 4.5a1.7 1.7 0 1 0 .1 0Z',
  bike: 'M-6.5-.5a4 4 0 1 0 .1 0ZM6.5-.5a4 4 0 1 0 .1 0ZM-6.5 3.5-3.2-3H3.8L0 3.5H-6.5M0 3.5-4-5.5M6.5 3.5 3-6.5H5.8M-5.5-5.5h3',
  car: 'M-8.5 4V.5l2.5-1L-3.5-5h6.5l3 4.5 2.5 1V4ZM-4.5 3a2 2 0 1 0 .1 0ZM4.5 3a2 2 0 1 0 .1 0Z',
};

interface MapPinProps {
  readonly x: number;
  readonly y: number;
  readonly vehicle: Vehicle;
  readonly size: 'small' | 'large' | 'puck';
}

/** Stands upright on the turned map; a large pin's tip is at its place. */
export function MapPin({ x, y, vehicle, size }: MapPinProps) {
  return (
    <g transform={`translate(${x} ${y}) rotate(14)`} className={`map-pin map-pin-${size}`}>
      {size === 'large' ? (
        <>
          <ellipse className="map-pin-shadow" rx="9" ry="3.5" />
          <path
            className="map-pin-shape"
            d="M0 0C-6 -10 -22 -18 -22 -36a22 22 0 0 1 44 0C22 -18 6 -10 0 0Z"
          />
          <path className="map-pin-glyph" transform="translate(0 -36) scale(1.3)" d={glyphs[vehicle]} />
        </>
      ) : (
        <>
          <circle className="map-pin-shape" r={size === 'puck' ? 18 : 12} />
          <path
            className="map-pin-glyph"
            transform={`scale(${size === 'puck' ? 1.1 : 0.75})`}
            d={glyphs[vehicle]}
          />
        </>
      )}
    </g>
  );
}

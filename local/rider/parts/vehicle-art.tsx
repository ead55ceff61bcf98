// The three kinds of vehicles, seen from the side.
import type { ReactNode } from 'react';
import type { Vehicle } from '../demo-riders.ts';

const drawings: Readonly<Record<Vehicle, ReactNode>> = {
  scooter: (
    <>
      <path className="art-body" d="M22 62h50c7 0 11-4 13-11l1-4" />
      <path className="art-body" d="M99 64 85 12" />
      <path className="art-dark" d="M74 13.5 96 8" />
      <path className="art-dark art-thin" d="M14 54c4-6 12-6 17 0" />
      <circle className="art-light" cx="90" cy="22" r="3.5" />
      <Wheel x={22} y={66} r={11} />
      <Wheel x={99} y={66} r={11} />
    </>
  ),
  bike: (
    <>
      <Wheel x={26} y={56} r={20} />
      <Wheel x={96} y={56} r={20} />
      <path className="art-body art-frame" d="M26 56h29L82 30H45L26 56M55 56 41 18M96 56 79 16" />
      <path className="art-dark" d="M33 17h17M79 15l9-3" />
      <path className="art-battery" d="m62 50 14-13" />
      <circle className="art-hub" cx="55" cy="56" r="5" />
    </>
  ),
  car: (
    <>
      <path
        className="art-shell"
        d="M6 57c0-10 5-13 13-15l12-3c8-13 17-20 34-20 15 0 24 7 33 19 12 2 17 6 17 15v6c0 4-2 6-6 6H12c-4 0-6-3-6-8Z"
      />
      <path className="art-glass" d="M40 38c6-9 12-13 21-13v13ZM66 25c11 0 17 4 24 13H66Z" />
      <path className="art-light" d="M108 45h6v5h-6z" />
      <Wheel x={32} y={65} r={10} />
      <Wheel x={90} y={65} r={10} />
    </>
  ),
};

export function VehicleArt({ vehicle }: { readonly vehicle: Vehicle }) {
  return (
    <svg className="vehicle-art" viewBox="0 0 120 84" aria-hidden="true">
      <ellipse className="art-shadow" cx="60" cy="78" rx="54" ry="4" />
      {drawings[vehicle]}
    </svg>
  );
}

function Wheel({ x, y, r }: { readonly x: number; readonly y: number; readonly r: number }) {
  return (
    <>
      <circle className="art-tyre" cx={x} cy={y} r={r} />
      <circle className="art-hub" cx={x} cy={y} r={r / 3.5} />
    </>
  );
}

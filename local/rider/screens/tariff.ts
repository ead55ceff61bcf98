// What the vehicles of the demo are called and cost. Only decoration: RideGate knows nothing of prices.
import type { Vehicle } from '../demo-riders.ts';

export interface Tariff {
  readonly vehicleName: string;
  readonly chargePercent: number;
  readonly rangeKm: number;
  readonly unlockCents: number;
  readonly minuteCents: number;
}

export const tariffs: Readonly<Record<Vehicle, Tariff>> = {
  scooter: { vehicleName: 'Scooter 4417', chargePercent: 82, rangeKm: 24, unlockCents: 100, minuteCents: 29 },
  bike: { vehicleName: 'E-bike 208', chargePercent: 91, rangeKm: 46, unlockCents: 100, minuteCents: 18 },
  car: { vehicleName: 'Car 31', chargePercent: 76, rangeKm: 210, unlockCents: 200, minuteCents: 45 },
};

/** Each minute that was begun counts. */
export function priceOf({ unlockCents, minuteCents }: Tariff, durationMs: number): number {
  return unlockCents + minuteCents * Math.max(1, Math.ceil(durationMs / 60_000));
}

export function dollars(cents: number): string {
  return `$${(cents / 100).toFixed(2)}`;
}

/** `3:07`, or `1:03:07` from an hour on. */
export function clock(durationMs: number): string {
  const total = Math.max(0, Math.floor(durationMs / 1000));
  const [hours, minutes, seconds] = [Math.floor(total / 3600), Math.floor(total / 60) % 60, total % 60];
  const tail = String(seconds).padStart(2, '0');
  return hours === 0 ? `${minutes}:${tail}` : `${hours}:${String(minutes).padStart(2, '0')}:${tail}`;
}

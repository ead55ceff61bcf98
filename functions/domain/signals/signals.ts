// All that operators are shown about a signup: the facts, and every indicator, always in the same order.

import type { Position } from '../zones.ts';
import { unknownIp, unknownPhone, type IpFacts, type PhoneFacts, type SignalFacts } from './facts.ts';
import {
  ipGpsMismatch,
  outsideOperationalZones,
  phoneCountryMismatch,
  prepaidCarrier,
  recentlyPortedNumber,
  voipNumber,
  vpnOrProxy,
  type Indicator,
} from './indicators.ts';

export type Signals = { phone: PhoneFacts; ip: IpFacts; indicators: readonly Indicator[] };

/** What is measured on the globe; null where a point or the zones are missing. */
export type Distances = { gpsToIpKm: number | null; gpsToZonesKm: number | null };

/** Facts are null until they were collected, moments after the signup. */
export function describeSignals(
  facts: SignalFacts | null,
  accuracyMeters: number | null,
  signedUpAtMs: number,
  { gpsToIpKm, gpsToZonesKm }: Distances,
): Signals {
  const { phone, ip } = facts ?? { phone: unknownPhone, ip: unknownIp };
  return {
    phone,
    ip,
    indicators: [
      voipNumber(phone),
      recentlyPortedNumber(phone, signedUpAtMs),
      prepaidCarrier(phone),
      phoneCountryMismatch(phone, ip),
      ipGpsMismatch(gpsToIpKm, accuracyMeters),
      vpnOrProxy(ip),
      outsideOperationalZones(gpsToZonesKm, accuracyMeters),
    ],
  };
}

/** Where something is, as GeoJSON writes it; null where half of it is missing. */
export function positionOf(place: { latitude: number | null; longitude: number | null }): Position | null {
  const { latitude, longitude } = place;
  return latitude === null || longitude === null ? null : [longitude, latitude];
}

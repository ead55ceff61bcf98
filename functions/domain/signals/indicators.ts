// What signup data suggests. Indicators are shown to people, with the numbers that made them, and
// decide nothing: neither the gate nor a requirement reads them. `triggered` is null where a number is missing.

import { dayMs } from '../calendar-date.ts';
import type { Anonymizer, IpFacts, PhoneFacts, PhoneType } from './facts.ts';

type Triggered = { triggered: boolean | null };

/** A port made for fraud is used at once or within weeks; after that it is most likely a new contract. */
export const recentPortDays = 30;

/**
 * Free city data is off by tens of kilometers, and mobile carriers show addresses of a hub in the next big
 * city. A distance beyond this is another region, not a coarse answer.
 */
export const ipGpsThresholdKm = 200;

export type VoipNumber = Triggered & { code: 'voip_number'; phoneType: PhoneType | null };

export function voipNumber({ type }: Pick<PhoneFacts, 'type'>): VoipNumber {
  return { code: 'voip_number', triggered: type === null ? null : type === 'voip', phoneType: type };
}

export type RecentlyPortedNumber = Triggered & {
  code: 'recently_ported_number';
  portedAtMs: number | null;
  /** Whole days between the port and the signup; negative where it was ported after the signup. */
  daysSincePort: number | null;
  thresholdDays: number;
};

/** As of the signup, so that the answer doesn't fade while somebody looks at it. */
export function recentlyPortedNumber(
  { portedAtMs }: Pick<PhoneFacts, 'portedAtMs'>,
  signedUpAtMs: number,
): RecentlyPortedNumber {
  const daysSincePort = portedAtMs === null ? null : Math.floor((signedUpAtMs - portedAtMs) / dayMs);
  return {
    code: 'recently_ported_number',
    triggered: daysSincePort === null ? null : daysSincePort < recentPortDays,
    portedAtMs,
    daysSincePort,
    thresholdDays: recentPortDays,
  };
}

export type PrepaidCarrier = Triggered & { code: 'prepaid_carrier'; carrier: string | null };

export function prepaidCarrier({
  isPrepaid,
  carrier,
}: Pick<PhoneFacts, 'isPrepaid' | 'carrier'>): PrepaidCarrier {
  return { code: 'prepaid_carrier', triggered: isPrepaid, carrier };
}

export type PhoneCountryMismatch = Triggered & {
  code: 'phone_country_mismatch';
  phoneCountry: string | null;
  signupCountry: string | null;
};

/** The country of the number against that of the signup address. */
export function phoneCountryMismatch(
  phone: Pick<PhoneFacts, 'country'>,
  ip: Pick<IpFacts, 'country'>,
): PhoneCountryMismatch {
  const known = phone.country !== null && ip.country !== null;
  return {
    code: 'phone_country_mismatch',
    triggered: known ? phone.country !== ip.country : null,
    phoneCountry: phone.country,
    signupCountry: ip.country,
  };
}

export type IpGpsMismatch = Triggered & {
  code: 'ip_gps_mismatch';
  distanceKm: number | null;
  thresholdKm: number;
  accuracyMeters: number | null;
};

/** The device may be anywhere within its accuracy: it gets the benefit of the doubt. */
export function ipGpsMismatch(distanceKm: number | null, accuracyMeters: number | null): IpGpsMismatch {
  const slackKm = (accuracyMeters ?? 0) / 1000;
  return {
    code: 'ip_gps_mismatch',
    triggered: distanceKm === null ? null : distanceKm - slackKm > ipGpsThresholdKm,
    distanceKm,
    thresholdKm: ipGpsThresholdKm,
    accuracyMeters,
  };
}

export type VpnOrProxy = Triggered & { code: 'vpn_or_proxy'; anonymizer: Anonymizer | null };

export function vpnOrProxy({ anonymizer }: Pick<IpFacts, 'anonymizer'>): VpnOrProxy {
  return {
    code: 'vpn_or_proxy',
    triggered: anonymizer === null ? null : anonymizer !== 'none',
    anonymizer: anonymizer === 'none' ? null : anonymizer,
  };
}

export type OutsideOperationalZones = Triggered & {
  code: 'outside_operational_zones';
  /** To the nearest edge of any zone; 0 inside, null without zones or position. */
  distanceKm: number | null;
  accuracyMeters: number | null;
};

/** Outside for sure: by more than the position's accuracy. */
export function outsideOperationalZones(
  distanceKm: number | null,
  accuracyMeters: number | null,
): OutsideOperationalZones {
  return {
    code: 'outside_operational_zones',
    triggered: distanceKm === null ? null : distanceKm > (accuracyMeters ?? 0) / 1000,
    distanceKm,
    accuracyMeters,
  };
}

export type Indicator =
  | VoipNumber
  | RecentlyPortedNumber
  | PrepaidCarrier
  | PhoneCountryMismatch
  | IpGpsMismatch
  | VpnOrProxy
  | OutsideOperationalZones;

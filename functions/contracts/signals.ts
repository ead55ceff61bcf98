// Signals as the API speaks them: shown to operators and services on one customer's page, never to
// riders and never in lists.

import * as z from 'zod';
import { anonymizers, phoneTypes } from '../domain/signals/facts.ts';
import type { Indicator } from '../domain/signals/indicators.ts';
import type { Signals } from '../domain/signals/signals.ts';
import type { SignupDetails } from '../domain/signup.ts';
import { toIsoOrNull } from './identifiers.ts';

const text = z.string().nullable();
const number = z.number().nullable();
/** Null where a number that it takes is unknown. */
const triggered = z.boolean().nullable();

const indicatorJson = z.discriminatedUnion('code', [
  z.object({
    code: z.literal('voip_number'),
    triggered,
    phone_type: z.enum(phoneTypes).nullable(),
  }),
  z.object({
    code: z.literal('recently_ported_number'),
    triggered,
    ported_at: text,
    /** Whole days between the port and the signup. */
    days_since_port: z.int().nullable(),
    threshold_days: z.int(),
  }),
  z.object({ code: z.literal('prepaid_carrier'), triggered, carrier: text }),
  z.object({
    code: z.literal('phone_country_mismatch'),
    triggered,
    phone_country: text,
    signup_country: text,
  }),
  z.object({
    code: z.literal('ip_gps_mismatch'),
    triggered,
    distance_km: number,
    threshold_km: z.number(),
    accuracy_meters: number,
  }),
  z.object({ code: z.literal('vpn_or_proxy'), triggered, anonymizer: z.enum(anonymizers).nullable() }),
  z.object({
    code: z.literal('outside_operational_zones'),
    triggered,
    /** To the nearest zone's edge; 0 inside. */
    distance_km: number,
    accuracy_meters: number,
  }),
]);
type IndicatorJson = z.infer<typeof indicatorJson>;

export const signalFields = {
  email: text,
  name: text,
  phone: text,
  phone_type: z.enum(phoneTypes).nullable(),
  phone_carrier: text,
  phone_is_prepaid: z.boolean().nullable(),
  /** 0 (none) to 100 (high), the lookup provider's. */
  phone_risk_score: number,
  /** ISO 3166-1 alpha-2. */
  phone_country: text,
  signup_ip: text,
  signup_ip_city: text,
  signup_ip_region: text,
  signup_ip_country: text,
  signup_latitude: number,
  signup_longitude: number,
  /** Meters. */
  signup_location_accuracy: number,
  /** What the signup suggests, each with the numbers that made it so; none of them decides anything. */
  signals: z.array(indicatorJson),
};
type SignalsJson = z.infer<z.ZodObject<typeof signalFields>>;

export function toSignalsJson(signup: SignupDetails | null, signals: Signals): SignalsJson {
  const { phone, ip, indicators } = signals;
  return {
    email: signup?.email ?? null,
    name: signup?.name ?? null,
    phone: signup?.phone ?? null,
    phone_type: phone.type,
    phone_carrier: phone.carrier,
    phone_is_prepaid: phone.isPrepaid,
    phone_risk_score: phone.riskScore,
    phone_country: phone.country,
    signup_ip: signup?.ip ?? null,
    signup_ip_city: ip.city,
    signup_ip_region: ip.region,
    signup_ip_country: ip.country,
    signup_latitude: signup?.latitude ?? null,
    signup_longitude: signup?.longitude ?? null,
    signup_location_accuracy: signup?.locationAccuracyMeters ?? null,
    signals: indicators.map(toIndicatorJson),
  };
}

function toIndicatorJson(indicator: Indicator): IndicatorJson {
  switch (indicator.code) {
    case 'voip_number':
      return { ...head(indicator), phone_type: indicator.phoneType };
    case 'recently_ported_number':
      return {
        ...head(indicator),
        ported_at: toIsoOrNull(indicator.portedAtMs),
        days_since_port: indicator.daysSincePort,
        threshold_days: indicator.thresholdDays,
      };
    case 'prepaid_carrier':
      return { ...head(indicator), carrier: indicator.carrier };
    case 'phone_country_mismatch':
      return {
        ...head(indicator),
        phone_country: indicator.phoneCountry,
        signup_country: indicator.signupCountry,
      };
    case 'ip_gps_mismatch':
      return {
        ...head(indicator),
        distance_km: rounded(indicator.distanceKm),
        threshold_km: indicator.thresholdKm,
        accuracy_meters: indicator.accuracyMeters,
      };
    case 'vpn_or_proxy':
      return { ...head(indicator), anonymizer: indicator.anonymizer };
    case 'outside_operational_zones':
      return {
        ...head(indicator),
        distance_km: rounded(indicator.distanceKm),
        accuracy_meters: indicator.accuracyMeters,
      };
  }
}

function head<Code extends string>({ code, triggered: is }: { code: Code; triggered: boolean | null }) {
  return { code, triggered: is };
}

/** To the meter: anything finer is noise. */
function rounded(km: number | null): number | null {
  return km === null ? null : Math.round(km * 1000) / 1000;
}

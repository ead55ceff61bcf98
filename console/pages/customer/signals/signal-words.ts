// What an indicator says, as the key of a sentence and the numbers that stand in it.

import type { Signal } from '../customer-types.ts';

export type SignalState = 'yes' | 'no' | 'unknown';
export type SignalKey =
  `${Signal['code']}.${SignalState}` | 'recently_ported_number.after_signup' | 'prepaid_carrier.named';

export type SignalWords = {
  state: SignalState;
  key: SignalKey;
  values: Readonly<Record<string, string | number>>;
  /** Countries among the values, to be named in the viewer's language. */
  countries: Readonly<Record<string, string>>;
};

export function stateOf({ triggered }: Pick<Signal, 'triggered'>): SignalState {
  if (triggered === null) return 'unknown';
  return triggered ? 'yes' : 'no';
}

export function signalWords(signal: Signal): SignalWords {
  const state = stateOf(signal);
  const key: SignalKey = `${signal.code}.${state}`;
  const words = { state, key, values: {}, countries: {} };
  switch (signal.code) {
    case 'voip_number':
      return { ...words, values: { type: signal.phone_type ?? '' } };
    case 'recently_ported_number': {
      const days = signal.days_since_port ?? 0;
      return {
        ...words,
        key: days < 0 ? 'recently_ported_number.after_signup' : key,
        values: { days: Math.abs(days), threshold: signal.threshold_days },
      };
    }
    case 'prepaid_carrier':
      return {
        ...words,
        key: state === 'yes' && signal.carrier !== null ? 'prepaid_carrier.named' : key,
        values: { carrier: signal.carrier ?? '' },
      };
    case 'phone_country_mismatch':
      return {
        ...words,
        countries: { phone: signal.phone_country ?? '', signup: signal.signup_country ?? '' },
      };
    case 'ip_gps_mismatch':
      return { ...words, values: { distance: whole(signal.distance_km), threshold: signal.threshold_km } };
    case 'vpn_or_proxy':
      return { ...words, values: { anonymizer: signal.anonymizer ?? '' } };
    case 'outside_operational_zones':
      return { ...words, values: { distance: nearly(signal.distance_km) } };
  }
}

/** Those that were triggered first, those that nobody could tell last; otherwise in the API's order. */
export function byWeight(signals: readonly Signal[]): readonly Signal[] {
  const weights: Record<SignalState, number> = { yes: 0, no: 1, unknown: 2 };
  return signals.toSorted((one, other) => weights[stateOf(one)] - weights[stateOf(other)]);
}

function whole(km: number | null): number {
  return Math.round(km ?? 0);
}

/** Distances within a city are told to a hundred meters. */
function nearly(km: number | null): number {
  const distance = km ?? 0;
  return distance < 10 ? Math.round(distance * 10) / 10 : Math.round(distance);
}

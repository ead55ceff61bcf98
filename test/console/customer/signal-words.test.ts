import { describe, expect, it } from 'vitest';
import type { Signal } from '../../../console/pages/customer/customer-types.ts';
import { byWeight, signalWords } from '../../../console/pages/customer/signals/signal-words.ts';

const voip: Signal = { code: 'voip_number', triggered: false, phone_type: 'mobile' };
const apart: Signal = {
  code: 'ip_gps_mismatch',
  triggered: true,
  distance_km: 811.6,
  threshold_km: 200,
  accuracy_meters: 15,
};
const vpn: Signal = { code: 'vpn_or_proxy', triggered: null, anonymizer: null };

describe('the words of an indicator', () => {
  it('have the numbers that made it', () => {
    expect(signalWords(apart)).toMatchObject({
      state: 'yes',
      key: 'ip_gps_mismatch.yes',
      values: { distance: 812, threshold: 200 },
    });
  });

  it('say that nothing could be told where a number is missing', () => {
    expect(signalWords(vpn)).toMatchObject({ state: 'unknown', key: 'vpn_or_proxy.unknown' });
  });

  it.each([
    [5, 'recently_ported_number.yes', 5],
    [-3, 'recently_ported_number.after_signup', 3],
  ])('of a number that was ported %d days before the signup', (days_since_port, key, days) => {
    const ported: Signal = {
      code: 'recently_ported_number',
      triggered: true,
      ported_at: '2026-03-01T12:00:00.000Z',
      days_since_port,
      threshold_days: 30,
    };

    expect(signalWords(ported)).toMatchObject({ key, values: { days, threshold: 30 } });
  });

  it('tell short distances to a hundred meters', () => {
    const outside: Signal = {
      code: 'outside_operational_zones',
      triggered: true,
      distance_km: 1.234,
      accuracy_meters: null,
    };

    expect(signalWords(outside).values).toEqual({ distance: 1.2 });
  });

  it('name a carrier where it is known', () => {
    const prepaid = (carrier: string | null): Signal => ({
      code: 'prepaid_carrier',
      triggered: true,
      carrier,
    });

    expect(signalWords(prepaid('giffgaff')).key).toBe('prepaid_carrier.named');
    expect(signalWords(prepaid(null)).key).toBe('prepaid_carrier.yes');
  });
});

describe('the order of indicators', () => {
  it('begins with what was triggered and ends with what nobody knows', () => {
    expect(byWeight([vpn, voip, apart])).toEqual([apart, voip, vpn]);
  });
});

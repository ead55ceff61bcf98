// Each indicator with the numbers that make it, and null where one of them is unknown.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { phoneFacts, unknownCarrier, unknownIp, unknownPhone } from '../../functions/domain/signals/facts.ts';
import {
  ipGpsMismatch,
  ipGpsThresholdKm,
  outsideOperationalZones,
  phoneCountryMismatch,
  prepaidCarrier,
  recentlyPortedNumber,
  recentPortDays,
  voipNumber,
  vpnOrProxy,
} from '../../functions/domain/signals/indicators.ts';
import { prepaidByBrand } from '../../functions/domain/signals/prepaid-brands.ts';
import { describeSignals, positionOf } from '../../functions/domain/signals/signals.ts';
import { dayMs, nowMs } from '../support/builders.ts';

const anyKm = fc.double({ min: 0, max: 20_015, noNaN: true });
const anyMeters = fc.double({ min: 0, max: 1_000_000, noNaN: true });

describe('voip_number', () => {
  it.each([
    ['voip', true],
    ['mobile', false],
    ['landline', false],
    [null, null],
  ] as const)('of a %s number is %s', (type, triggered) => {
    expect(voipNumber({ type })).toEqual({ code: 'voip_number', triggered, phoneType: type });
  });
});

describe('recently_ported_number', () => {
  it.each([
    ['on the day of the signup', 0, true],
    ['the day before the limit', recentPortDays - 1, true],
    ['on the limit', recentPortDays, false],
    ['long ago', 400, false],
    ['after the signup, before the lookup', -1, true],
  ])('ported %s: %i days', (_, days, triggered) => {
    const portedAtMs = nowMs - days * dayMs;

    expect(recentlyPortedNumber({ portedAtMs }, nowMs)).toEqual({
      code: 'recently_ported_number',
      triggered,
      portedAtMs,
      daysSincePort: days,
      thresholdDays: recentPortDays,
    });
  });

  it('is unknown where the port date is', () => {
    expect(recentlyPortedNumber({ portedAtMs: null }, nowMs)).toMatchObject({
      triggered: null,
      daysSincePort: null,
    });
  });
});

describe('prepaid_carrier', () => {
  it.each([true, false, null])('is %s where the contract is', (isPrepaid) => {
    expect(prepaidCarrier({ isPrepaid, carrier: 'Any' })).toEqual({
      code: 'prepaid_carrier',
      triggered: isPrepaid,
      carrier: 'Any',
    });
  });

  it.each([
    ['Metro by T-Mobile', true],
    ['TRACFONE WIRELESS, INC.', true],
    ['T-Mobile USA, Inc.', null],
    [null, null],
  ])('of the carrier %s is %s by its name: others sell both', (carrier, known) => {
    expect(prepaidByBrand(carrier)).toBe(known);
  });
});

describe('phone_country_mismatch', () => {
  it.each([
    ['US', 'DE', true],
    ['DE', 'DE', false],
    [null, 'DE', null],
    ['DE', null, null],
    [null, null, null],
  ])('of a number of %s at an address in %s is %s', (phone, ip, triggered) => {
    expect(phoneCountryMismatch({ country: phone }, { country: ip })).toEqual({
      code: 'phone_country_mismatch',
      triggered,
      phoneCountry: phone,
      signupCountry: ip,
    });
  });
});

describe('ip_gps_mismatch', () => {
  it.each([
    ['far away', ipGpsThresholdKm + 0.1, 20, true],
    ['at the limit', ipGpsThresholdKm, 0, false],
    ['near', 12, 20, false],
    ['far away for an exact position', ipGpsThresholdKm + 5, 4_000, true],
    ['within what the device itself is unsure of', ipGpsThresholdKm + 5, 6_000, false],
    ['far away with an unknown accuracy', ipGpsThresholdKm + 5, null, true],
  ])('%s', (_, distanceKm, accuracyMeters, triggered) => {
    expect(ipGpsMismatch(distanceKm, accuracyMeters)).toEqual({
      code: 'ip_gps_mismatch',
      triggered,
      distanceKm,
      thresholdKm: ipGpsThresholdKm,
      accuracyMeters,
    });
  });

  it('is unknown without a distance', () => {
    expect(ipGpsMismatch(null, 20).triggered).toBeNull();
  });

  it('never begins by a better accuracy being worse, nor ends by a longer way', () => {
    fc.assert(
      fc.property(anyKm, anyKm, anyMeters, anyMeters, (near, more, exact, blur) => {
        const triggered = ipGpsMismatch(near, exact + blur).triggered;
        if (triggered !== true) return;
        expect(ipGpsMismatch(near + more, exact + blur).triggered).toBe(true);
        expect(ipGpsMismatch(near, exact).triggered).toBe(true);
      }),
    );
  });
});

describe('vpn_or_proxy', () => {
  it.each([
    ['vpn', true, 'vpn'],
    ['hosting', true, 'hosting'],
    ['none', false, null],
    [null, null, null],
  ] as const)('of an address that is %s is %s', (known, triggered, anonymizer) => {
    expect(vpnOrProxy({ anonymizer: known })).toEqual({ code: 'vpn_or_proxy', triggered, anonymizer });
  });
});

describe('outside_operational_zones', () => {
  it.each([
    ['inside', 0, 20, false],
    ['outside', 3, 20, true],
    ['perhaps outside', 3, 3_500, false],
    ['outside with an unknown accuracy', 0.1, null, true],
    ['inside with an unknown accuracy', 0, null, false],
    ['nowhere known', null, 20, null],
  ])('%s', (_, distanceKm, accuracyMeters, triggered) => {
    expect(outsideOperationalZones(distanceKm, accuracyMeters)).toEqual({
      code: 'outside_operational_zones',
      triggered,
      distanceKm,
      accuracyMeters,
    });
  });
});

describe('all signals', () => {
  const codes = [
    'voip_number',
    'recently_ported_number',
    'prepaid_carrier',
    'phone_country_mismatch',
    'ip_gps_mismatch',
    'vpn_or_proxy',
    'outside_operational_zones',
  ];

  it('are always there in the same order, unknown before facts were collected', () => {
    const signals = describeSignals(null, null, nowMs, { gpsToIpKm: null, gpsToZonesKm: null });

    expect(signals).toMatchObject({ phone: unknownPhone, ip: unknownIp });
    expect(signals.indicators.map(({ code }) => code)).toEqual(codes);
    expect(signals.indicators.map(({ triggered }) => triggered)).toEqual(codes.map(() => null));
  });

  it('name each fact that nobody knows', () => {
    const { ip } = describeSignals(null, null, nowMs, { gpsToIpKm: null, gpsToZonesKm: null });

    expect(Object.keys(ip).toSorted()).toEqual([
      'anonymizer',
      'city',
      'country',
      'latitude',
      'longitude',
      'region',
    ]);
    expect(new Set(Object.values(ip))).toEqual(new Set([null]));
  });

  it('take the distances that were measured', () => {
    const { indicators } = describeSignals(null, 30, nowMs, { gpsToIpKm: 900, gpsToZonesKm: 4 });

    expect(indicators.filter(({ triggered }) => triggered === true)).toMatchObject([
      { code: 'ip_gps_mismatch', distanceKm: 900, accuracyMeters: 30 },
      { code: 'outside_operational_zones', distanceKm: 4, accuracyMeters: 30 },
    ]);
  });
});

it('a carrier that tells the type of a number is believed over its digits', () => {
  const plan = { type: 'mobile', country: 'GB' } as const;

  expect(phoneFacts(plan, { ...unknownCarrier, type: 'voip' })).toMatchObject({
    type: 'voip',
    country: 'GB',
  });
  expect(phoneFacts(plan, unknownCarrier)).toMatchObject({ type: 'mobile', country: 'GB' });
});

it('half a position is none', () => {
  expect(positionOf({ latitude: 48.2, longitude: null })).toBeNull();
  expect(positionOf({ latitude: null, longitude: 16.4 })).toBeNull();
  expect(positionOf({ latitude: 48.2, longitude: 16.4 })).toEqual([16.4, 48.2]);
});

import { describe, expect, it } from 'vitest';
import {
  decideDeviceRegistration,
  maxDevicesPerCustomer,
  type Device,
} from '../../functions/domain/device.ts';
import { minuteMs, nowMs } from '../support/builders.ts';

function aDevice(id: string, difference: Partial<Device> = {}): Device {
  return {
    id,
    platform: 'apns',
    tokenHash: `hash of ${id}`,
    endpointArn: `arn of ${id}`,
    registeredAtMs: nowMs,
    ...difference,
  };
}

/** As many as there may be, the first registered longest ago. */
const full = Array.from({ length: maxDevicesPerCustomer }, (_, index) =>
  aDevice(`phone-${index}`, { registeredAtMs: nowMs - (maxDevicesPerCustomer - index) * minuteMs }),
);

describe('a device that is registered', () => {
  it.each<[string, Device[], Device, { replaced: string | null; displaced: string[] }]>([
    ['as the first', [], aDevice('a'), { replaced: null, displaced: [] }],
    ['beside others', [aDevice('b')], aDevice('a'), { replaced: null, displaced: [] }],
    ['again', [aDevice('a')], aDevice('a'), { replaced: 'a', displaced: [] }],
    [
      'again with a new token',
      [aDevice('a', { tokenHash: 'old' })],
      aDevice('a'),
      { replaced: 'a', displaced: [] },
    ],
    [
      'with the token of another device',
      [aDevice('b', { tokenHash: 'same' })],
      aDevice('a', { tokenHash: 'same' }),
      { replaced: null, displaced: ['b'] },
    ],
    ['as one too many', full, aDevice('a'), { replaced: null, displaced: ['phone-0'] }],
    ['again where the cap is reached', full, aDevice('phone-3'), { replaced: 'phone-3', displaced: [] }],
    [
      'with another’s token where the cap is reached',
      full,
      aDevice('a', { tokenHash: 'hash of phone-5' }),
      { replaced: null, displaced: ['phone-5'] },
    ],
    [
      'where races have led over the cap',
      [...full, aDevice('b'), aDevice('c')],
      aDevice('a'),
      { replaced: null, displaced: ['phone-2', 'phone-1', 'phone-0'] },
    ],
  ])('%s', (_, devices, device, { replaced, displaced }) => {
    const decided = decideDeviceRegistration(devices, device);

    expect(decided.replaced?.id ?? null).toBe(replaced);
    expect(decided.displaced.map(({ id }) => id)).toEqual(displaced);
  });
});

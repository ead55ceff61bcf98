// Addresses against the databases that are shipped, and against others in MaxMind's layout.

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createIpLocator } from '../../../functions/adapters/location/ip-locator.ts';
import { unknownIp } from '../../../functions/domain/signals/facts.ts';
import { ipDatabaseFiles } from '../../../lib/ip-databases.ts';
import { writeMmdb } from '../support/mmdb.ts';

const [first = '', second = ''] = ipDatabaseFiles({ ipDatabase: [], anonymousIpDatabase: undefined });
const shipped = createIpLocator({ locations: [first, second], anonymizers: null });

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ridegate-mmdb-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the shipped databases', () => {
  it.each([
    ['an IPv4 address', '81.2.69.142', 'GB', 'England'],
    ['an IPv6 address', '2a02:908::1', 'DE', null],
    ['an IPv4 address written as IPv6', '::ffff:81.2.69.142', 'GB', 'England'],
  ])('place %s', async (_, ip, country, region) => {
    const found = await shipped.locate(ip);

    expect(found).toMatchObject({ country, ...(region !== null && { region }), anonymizer: null });
    expect(found.city).toMatch(/\w/);
    expect(Math.abs(found.latitude ?? 99)).toBeLessThanOrEqual(90);
    expect(Math.abs(found.longitude ?? 999)).toBeLessThanOrEqual(180);
  });

  it.each([
    ['private', '10.1.2.3'],
    ['private', '192.168.0.1'],
    ['of a carrier’s inside', '100.64.0.1'],
    ['this machine’s', '127.0.0.1'],
    ['for documentation', '203.0.113.7'],
    ['link-local', '169.254.1.1'],
    ['multicast', '224.0.0.1'],
    ['private', 'fd00::1'],
    ['this machine’s', '::1'],
    ['link-local', 'fe80::1'],
    ['for documentation', '2001:db8::1'],
    ['private, written as IPv6', '::ffff:10.0.0.1'],
    ['no address', 'example.com'],
  ])('know nothing of one that is %s: %s', async (_, ip) => {
    expect(await shipped.locate(ip)).toEqual(unknownIp);
  });

  it('answer for any address', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.ipV4(), fc.ipV6()), async (ip) => {
        const { country, latitude, longitude } = await shipped.locate(ip);
        expect(country ?? 'XX').toMatch(/^[A-Z]{2}$/);
        expect(latitude === null).toBe(longitude === null);
      }),
    );
  });
});

describe('a database of one’s own in MaxMind’s layout', () => {
  const named = (en: string) => ({ names: { en, de: `${en} (de)` } });

  async function locatorOf(network: Parameters<typeof writeMmdb>[1]) {
    const file = join(folder, 'own-city.mmdb');
    await writeMmdb(file, network);
    return createIpLocator({ locations: [file], anonymizers: null });
  }

  it('is read too', async () => {
    const locator = await locatorOf({
      '81.2.69.0/24': {
        city: named('London'),
        subdivisions: [named('England'), named('Greater London')],
        country: { iso_code: 'GB', ...named('United Kingdom') },
        location: { latitude: 51.5142, longitude: -0.0931 },
      },
    });

    expect(await locator.locate('81.2.69.142')).toEqual({
      city: 'London',
      region: 'England',
      country: 'GB',
      latitude: 51.5142,
      longitude: -0.0931,
      anonymizer: null,
    });
    expect(await locator.locate('81.2.70.1')).toEqual(unknownIp);
  });

  it('gives no position where it knows the country alone: the middle of one is no place', async () => {
    const locator = await locatorOf({
      '81.2.69.0/24': { country: { iso_code: 'GB' }, location: { latitude: 54, longitude: -2 } },
    });

    expect(await locator.locate('81.2.69.142')).toEqual({ ...unknownIp, country: 'GB' });
  });
});

describe('a database of anonymizers', () => {
  it.each([
    ['tor', { is_anonymous: true, is_tor_exit_node: true, is_hosting_provider: true }],
    ['vpn', { is_anonymous: true, is_anonymous_vpn: true, is_hosting_provider: true }],
    ['proxy', { is_anonymous: true, is_public_proxy: true }],
    ['proxy', { is_anonymous: true, is_residential_proxy: true }],
    ['hosting', { is_anonymous: true, is_hosting_provider: true }],
  ] as const)('tells %s', async (anonymizer, record) => {
    const anonymizers = join(folder, 'anonymous-ip.mmdb');
    await writeMmdb(anonymizers, { '81.2.69.0/24': record });
    const locator = createIpLocator({ locations: [first, second], anonymizers });

    expect(await locator.locate('81.2.69.142')).toMatchObject({ country: 'GB', anonymizer });
    expect(await locator.locate('8.8.8.8')).toMatchObject({ country: 'US', anonymizer: 'none' });
  });
});

it('a database that isn’t there is an error, also at the next address', async () => {
  const locator = createIpLocator({ locations: [join(folder, 'none.mmdb')], anonymizers: null });

  await expect(locator.locate('8.8.8.8')).rejects.toThrow('ENOENT');
  await expect(locator.locate('8.8.8.8')).rejects.toThrow('ENOENT');
});

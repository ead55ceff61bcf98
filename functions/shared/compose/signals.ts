// What tells of a signup: number metadata and databases in the bundle, and the lookup provider where one is set.

import { join } from 'node:path';
import { createIpLocator } from '../../adapters/location/ip-locator.ts';
import { createNumberReader } from '../../adapters/phone/number-reader.ts';
import { createTwilioLookup } from '../../adapters/phone/twilio-lookup.ts';
import { createSecretReader } from '../../adapters/secrets/secret-store.ts';
import { ipDatabaseEnv, parseSettings, phoneLookupEnv, phoneLookupSecret } from '../../contracts/env.ts';
import { unknownCarrier } from '../../domain/signals/facts.ts';
import type { Metrics } from '../../use-cases/ports/environment.ts';
import type { IpLocator, NumberReader, PhoneLookup } from '../../use-cases/ports/signals.ts';

type SignalSources = {
  numbers: NumberReader;
  phoneLookup: PhoneLookup;
  ipLocator: IpLocator;
};

export function composeSignalSources(metrics: Metrics): SignalSources {
  return {
    numbers: createNumberReader(),
    phoneLookup: composePhoneLookup(metrics),
    ipLocator: composeIpLocator(),
  };
}

/** The databases lie beside the bundled code. */
function composeIpLocator(): IpLocator {
  const env = parseSettings(ipDatabaseEnv, process.env, 'The environment');
  const beside = (file: string): string => join(import.meta.dirname, file);
  const [first, ...rest] = env.IP_DATABASES;
  return createIpLocator({
    locations: [beside(first), ...rest.map(beside)],
    anonymizers: env.ANONYMOUS_IP_DATABASE === undefined ? null : beside(env.ANONYMOUS_IP_DATABASE),
  });
}

function composePhoneLookup(metrics: Metrics): PhoneLookup {
  const env = parseSettings(phoneLookupEnv, process.env, 'The environment');
  if (env.PHONE_LOOKUP_SECRET_ARN === undefined) {
    return { lookUp: () => Promise.resolve(unknownCarrier) };
  }
  const readSecret = createSecretReader(phoneLookupSecret, env.PHONE_LOOKUP_SECRET_ARN, Date.now);
  return createTwilioLookup({
    credentials: async () => {
      const { api_key: apiKey, api_key_secret: apiKeySecret } = await readSecret();
      return { apiKey, apiKeySecret };
    },
    apiUrl: env.PHONE_LOOKUP_API_URL,
    metrics,
  });
}

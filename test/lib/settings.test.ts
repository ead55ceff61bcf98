import { describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '../../lib/settings.ts';

const faultOf = (context: Record<string, unknown>): string => {
  try {
    readSettings(context);
  } catch (error) {
    if (error instanceof SettingsError) return error.message;
    throw error;
  }
  return 'none';
};

const certificate = (region: string) => `arn:aws:acm:${region}:123456789012:certificate/0a1b2c3d`;

describe('given no context', () => {
  it('a stage named prod with a user pool of its own results', () => {
    expect(readSettings({})).toEqual({
      stage: 'prod',
      audience: [],
      riderCallbackUrls: ['ridegate://signed-in'],
      consoleCallbackUrls: ['http://localhost:4000/'],
      corsOrigins: [],
      returnUrlAllowList: [],
      stripeMode: 'test',
      ipDatabase: [],
      apnsEnvironment: 'production',
    });
  });
});

describe('given good values', () => {
  it('lists are split at commas', () => {
    const settings = readSettings({
      returnUrlAllowList: 'https://app.example/verified/, http://127.0.0.1:4000/',
      issuer: 'http://127.0.0.1:4003',
      audience: 'ridegate,riders',
    });
    expect(settings).toMatchObject({
      returnUrlAllowList: ['https://app.example/verified/', 'http://127.0.0.1:4000/'],
      audience: ['ridegate', 'riders'],
    });
  });

  it("CDK's own context keys are passed over", () => {
    expect(readSettings({ '@aws-cdk/core:checkSecretUsage': true, 'cli-telemetry': false })).toEqual(
      readSettings({}),
    );
  });
});

describe('given a bad value', () => {
  it.each([
    [{ stage: 'Prod!' }, 'stage', 'lower-case letters'],
    [{ issuer: 'login.example', audience: 'a' }, 'issuer', '"login.example"'],
    [{ issuer: 'http://login.example', audience: 'a' }, 'issuer', 'https'],
    [{ issuer: 'https://login.example' }, 'audience', 'set both'],
    [{ audience: 'ridegate' }, 'audience', 'set both'],
    [{ authDomainPrefix: '-rides' }, 'authDomainPrefix', 'inner dashes'],
    [{ riderCallbackUrls: 'here' }, 'riderCallbackUrls', '"here"'],
    [{ consoleDomain: 'console.example.com' }, 'consoleDomain', 'set both'],
    [
      { consoleDomain: 'https://console.example.com', consoleCertificateArn: certificate('us-east-1') },
      'consoleDomain',
      'host name',
    ],
    [
      { consoleDomain: 'console.example.com', consoleCertificateArn: certificate('eu-central-1') },
      'consoleCertificateArn',
      'us-east-1',
    ],
    [{ consoleClientId: 'console' }, 'consoleClientId', 'set all'],
    [
      { issuer: 'https://login.example', audience: 'a', consoleClientId: 'console' },
      'consoleClientId',
      'set all',
    ],
    [{ consoleRevocationUrl: 'https://login.example/revoke' }, 'consoleClientId', 'set all'],
    [{ corsOrigins: 'https://console.example/' }, 'corsOrigins', 'without a path'],
    [{ returnUrlAllowList: 'https://ok.example/,nonsense' }, 'returnUrlAllowList', '"nonsense"'],
    [{ stripeMode: 'production' }, 'stripeMode', 'test or live'],
    [{ stripeApiUrl: 'ftp://127.0.0.1' }, 'stripeApiUrl', 'https'],
    [
      { stripeSecretArn: 'arn:aws:secretsmanager:eu-west-1:111122223333:secret:stripe' },
      'stripeSecretArn',
      'complete ARN',
    ],
    [{ alarmEmail: 'nobody' }, 'alarmEmail', 'e-mail'],
    [{ alarmEmail: 7 }, 'alarmEmail', 'e-mail'],
  ])('%j is refused in one sentence that names the setting', (context, setting, hint) => {
    const fault = faultOf(context);
    expect(fault).toMatch(new RegExp(`^The context setting "${setting}" .+\\.$`));
    expect(fault.split('\n')).toHaveLength(1);
    expect(fault).toContain(hint);
  });

  it('a setting that does not exist is refused, as it is a misspelled one', () => {
    expect(faultOf({ isuer: 'https://login.example' })).toBe('RideGate has no context setting "isuer".');
  });
});

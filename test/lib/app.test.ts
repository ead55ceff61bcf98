// The app as `cdk synth` runs it: the real entry point with the real bundles, in a process of its own.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { AwsSolutionsChecks } from 'cdk-nag';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { addStacks } from '../../bin/ridegate.ts';
import { bundleFunctions } from '../../lib/constructs/function-bundles.ts';
import { readSettings } from '../../lib/settings.ts';
import { consoleFolder, contextWith } from './synthesized.ts';

const repository = join(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'ridegate-app-'));
// Bundling and child processes take seconds on a busy machine.
vi.setConfig({ testTimeout: 60_000 });
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const runApp = (settings: Record<string, string>, outputFolder: string) =>
  spawnSync(process.execPath, ['bin/ridegate.ts'], {
    cwd: repository,
    encoding: 'utf8',
    env: {
      PATH: process.env['PATH'],
      CDK_OUTDIR: outputFolder,
      CDK_CONTEXT_JSON: JSON.stringify(contextWith(settings)),
    },
  });

const output = join(folder, 'cdk.out');
const run = runApp({}, output);
const templates = readdirSync(output)
  .filter((name) => name.endsWith('.template.json'))
  .map(
    (name) => JSON.parse(readFileSync(join(output, name), 'utf8')) as { Resources: Record<string, unknown> },
  );
const sources = readdirSync(join(repository, 'functions'))
  .filter((name) => name.endsWith('.ts'))
  .map((name) => name.slice(0, -'.ts'.length));
/** Deployed only where a setting asks for them. */
const optional = new Set(['provide-push-application']);
const bundleOf = (name: string, bundles = join(output, 'functions')) => join(bundles, name, 'index.mjs');

describe('given neither an account nor settings', () => {
  it('it synthesizes without an error or a warning', () => {
    expect(run.stderr).toBe('');
    expect(run.status).toBe(0);
    expect(templates).toHaveLength(10);
  });

  it('the templates refer to each other by ordinary means only', () => {
    const intrinsics = JSON.stringify(templates.map(({ Resources }) => Resources)).match(
      /"(?:Fn::\w+|Ref)":/g,
    );
    expect([...new Set(intrinsics)].toSorted()).toEqual([
      '"Fn::GetAtt":',
      '"Fn::ImportValue":',
      '"Fn::Join":',
      '"Fn::Sub":',
      '"Ref":',
    ]);
  });

  it('every file of functions/ is deployed, and nothing else', () => {
    const deployed = JSON.stringify(templates).match(
      /(?<="Description":"RideGate prod: )[a-z-]+(?=","Environment")/g,
    );
    expect(deployed?.toSorted()).toEqual(sources.filter((name) => !optional.has(name)).toSorted());
  });
});

describe('each bundle', () => {
  it('loads on its own, without any environment, and exports a handler', () => {
    const script = `for (const file of process.argv.slice(1)) {
      const { handler } = await import(file);
      if (typeof handler !== 'function') throw new Error(file + ' exports no handler');
    }`;
    const files = sources.map((name) => bundleOf(name));
    const loaded = spawnSync(process.execPath, ['--input-type=module', '--eval', script, ...files], {
      cwd: folder,
      encoding: 'utf8',
      env: {},
    });
    expect(loaded.stderr).toBe('');
    expect(loaded.status).toBe(0);
  });

  it('comes out the same wherever it is made, so that what did not change is not deployed again', () => {
    const again = join(folder, 'bundled-again');
    bundleFunctions(again);
    const differing = sources.filter(
      (name) => !readFileSync(bundleOf(name)).equals(readFileSync(bundleOf(name, again))),
    );
    expect(differing).toEqual([]);
    const withPaths = sources.filter((name) => readFileSync(bundleOf(name), 'utf8').includes(repository));
    expect(withPaths).toEqual([]);
  });

  it('of a function that does not call Stripe leaves its SDK out', () => {
    const withStripe = sources.filter((name) =>
      readFileSync(bundleOf(name), 'utf8').includes('api.stripe.com'),
    );
    expect(withStripe.toSorted()).toEqual([
      'enforce-deadlines',
      'process-webhook',
      'reconcile',
      'redact-customer',
      'refresh-session',
      'reveal-identity',
      'start-identity-session',
    ]);
  });
});

describe('the AWS Solutions rules', () => {
  it.each([
    {},
    { issuer: 'https://login.example/', audience: 'ridegate', corsOrigins: 'https://console.example' },
    {
      consoleDomain: 'console.example.com',
      consoleCertificateArn: 'arn:aws:acm:us-east-1:123456789012:certificate/0a1b2c3d',
    },
    {
      apnsSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:apns-AbCdEf',
      fcmSecretArn: 'arn:aws:secretsmanager:eu-central-1:123456789012:secret:fcm-AbCdEf',
    },
  ])('given %j, find nothing that is not acknowledged', (settings) => {
    const app = new App({ context: contextWith(settings), outdir: join(folder, 'rules') });
    addStacks(app, readSettings(app.node.getAllContext()), () => Code.fromInline('export {}'), consoleFolder);
    const { violations } = new AwsSolutionsChecks(app).validateScope(app);
    expect(violations).toEqual([]);
  });
});

describe('given a bad setting', () => {
  it('it says so in one sentence and fails', () => {
    const failed = runApp({ stage: 'Prod!' }, join(folder, 'failed'));
    expect(failed.status).toBe(1);
    expect(failed.stderr).toBe(
      'The context setting "stage" is not usable: must be 1 to 20 lower-case letters, digits or dashes, ' +
        'starting with a letter.\n',
    );
  });
});

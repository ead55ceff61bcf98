// Runs the CDK app in a process of its own, as `cdk synth` does, without an account or the network.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { StartFailure } from './failure.ts';
import { type BuildSpec, keptBuild } from './kept-build.ts';
import { loopback, type Settings } from './settings.ts';
import { accountId, region } from './template/identity.ts';

const repository = path.join(import.meta.dirname, '..');
const cdkJson = z.object({ context: z.record(z.string(), z.unknown()).default({}) });

/** What the functions' bundles can be made of. */
export const functionBundles: BuildSpec = {
  name: 'functions',
  sources: ['functions', 'lib/constructs/function-bundles.ts'],
};

/** Whom local tokens are for. */
export const audience = 'ridegate';

/**
 * @param signal ends it early
 * @throws StartFailure with what the app said
 */
export async function synthesize(
  outDir: string,
  settings: Pick<Settings, 'ports' | 'stripe'>,
  signal: AbortSignal,
): Promise<void> {
  const { ports, stripe } = settings;
  const bundles = path.join(outDir, 'functions');
  const kept = keptBuild(functionBundles);
  const areBundled = kept.putInto(bundles);
  const context = {
    ...readContext(),
    'ridegate:functions-are-bundled': areBundled,
    // The SDK's own analytics and source positions cost start-up time and mean nothing here.
    'aws:cdk:version-reporting': false,
    'aws:cdk:disable-stack-trace': true,
    // Code runs from where it was bundled: a copy of each version, with its databases, would fill the disk.
    'aws:cdk:disable-asset-staging': true,
    issuer: loopback(ports.tokens),
    audience,
    returnUrlAllowList: `${loopback(ports.gateway)}/`,
    // Nobody reads these: local phones need no push service.
    apnsSecretArn: localSecretArn('apns'),
    fcmSecretArn: localSecretArn('fcm'),
    ...(stripe.mode === 'simulator' ? { stripeApiUrl: loopback(ports.stripe) } : {}),
  };
  const child = spawn(process.execPath, [path.join(repository, 'bin', 'ridegate.ts')], {
    cwd: repository,
    env: {
      ...process.env,
      CDK_OUTDIR: outDir,
      CDK_CONTEXT_JSON: JSON.stringify(context),
      // Template validation belongs to the tests and to deployment; here it would only delay the start by seconds.
      CDK_VALIDATION: 'false',
      CDK_DEFAULT_ACCOUNT: accountId,
      CDK_DEFAULT_REGION: region,
    },
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  if (code !== 0)
    throw new StartFailure(
      `The CDK app can't be synthesized:\n${said.trim() || `exit code ${code ?? 'unknown'}`}`,
    );
  // What else lies there are databases, which the app puts beside the bundles each time.
  if (!areBundled) kept.keep(bundles, (file) => path.basename(file) === 'index.mjs');
}

function localSecretArn(name: string): string {
  return `arn:aws:secretsmanager:${region}:${accountId}:secret:${name}-000000`;
}

function readContext(): Record<string, unknown> {
  const file = path.join(repository, 'cdk.json');
  return existsSync(file) ? cdkJson.parse(JSON.parse(readFileSync(file, 'utf8'))).context : {};
}

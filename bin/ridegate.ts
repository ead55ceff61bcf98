// The CDK app: which stacks there are and what they hand to each other.
import { join } from 'node:path';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmStack } from '../lib/alarm-stack.ts';
import { ApiStack } from '../lib/api-stack.ts';
import { AuthStack } from '../lib/auth-stack.ts';
import { ConsoleStack } from '../lib/console-stack.ts';
import { bundledFunctions, bundleFunctions, type FunctionCode } from '../lib/constructs/function-bundles.ts';
import { DataStack } from '../lib/data-stack.ts';
import { NotificationStack } from '../lib/notification-stack.ts';
import { PolicyStack } from '../lib/policy-stack.ts';
import { PrivacyStack } from '../lib/privacy-stack.ts';
import { readSettings, type Settings, SettingsError } from '../lib/settings.ts';
import { signalFiles, SignalStack } from '../lib/signal-stack.ts';
import { ownSignIn } from '../lib/token-issuer.ts';
import { WebhookStack } from '../lib/webhook-stack.ts';

/** Whether it is known how people sign in to the console: only then it is deployed. */
const hasConsole = (settings: Settings): boolean =>
  settings.issuer === undefined || ownSignIn(settings) !== undefined;

/**
 * Adds RideGate's stacks to an app; no stack names an account or a region.
 * @param consoleFolder the built console; looked into only where one is deployed
 */
export const addStacks = (
  app: App,
  settings: Settings,
  functionCode: FunctionCode,
  consoleFolder: string,
): void => {
  const common = { settings, functionCode };
  const { store, identityKey, stripeSecretArn, webhookSecretArn } = new DataStack(app, common);
  const { alarmTopic } = new AlarmStack(app, common);
  const { signalQueue } = new SignalStack(app, { ...common, store, identityKey, alarmTopic });
  new NotificationStack(app, { ...common, store, signalQueue, alarmTopic });
  const { tokenIssuer, consoleSignIn } =
    settings.issuer === undefined
      ? new AuthStack(app, common)
      : {
          tokenIssuer: { issuer: settings.issuer, audience: settings.audience },
          consoleSignIn: ownSignIn(settings),
        };
  const { batchQueue } = new PolicyStack(app, { ...common, store, alarmTopic });
  const { queue, deadLetterQueue, backlogQueue } = new WebhookStack(app, {
    ...common,
    store,
    identityKey,
    stripeSecretArn,
    webhookSecretArn,
    alarmTopic,
  });
  new PrivacyStack(app, { ...common, store, stripeSecretArn, alarmTopic });
  const { apiDomain } = new ApiStack(app, {
    ...common,
    store,
    identityKey,
    stripeSecretArn,
    batchQueue,
    freshQueue: queue,
    deadLetterQueue,
    backlogQueue,
    tokenIssuer,
    alarmTopic,
  });
  if (consoleSignIn !== undefined) {
    new ConsoleStack(app, { ...common, consoleFolder, apiDomain, signIn: consoleSignIn });
  }
  Tags.of(app).add('app', 'ridegate');
  Tags.of(app).add('stage', settings.stage);
};

if (import.meta.main) {
  const app = new App();
  try {
    const settings = readSettings(app.node.getAllContext());
    const consoleFolder = join(app.outdir, 'console');
    if (hasConsole(settings)) {
      // Vite is large, and not every synthesis needs it.
      const { buildConsole } = await import('../console/build.ts');
      await buildConsole(consoleFolder);
    }
    // The embedded run keeps bundles between its starts; a deployment never asks for that.
    const isBundled = app.node.tryGetContext('ridegate:functions-are-bundled') === true;
    const bundle = isBundled ? bundledFunctions : bundleFunctions;
    const functionCode = bundle(join(app.outdir, 'functions'), signalFiles(settings));
    addStacks(app, settings, functionCode, consoleFolder);
    // As CDK's own validation: not for a local start.
    if (process.env['CDK_VALIDATION'] !== 'false') {
      Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    }
    app.synth();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

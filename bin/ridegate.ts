// The CDK app: which stacks there are and what they hand to each other.
import { join } from 'node:path';
import { App, Tags, Validations } from 'aws-cdk-lib';
import { AwsSolutionsChecks } from 'cdk-nag';
import { AlarmStack } from '../lib/alarm-stack.ts';
import { ApiStack } from '../lib/api-stack.ts';
import { AuthStack } from '../lib/auth-stack.ts';
import { bundleFunctions, type FunctionCode } from '../lib/constructs/function-bundles.ts';
import { DataStack } from '../lib/data-stack.ts';
import { NotificationStack } from '../lib/notification-stack.ts';
import { PolicyStack } from '../lib/policy-stack.ts';
import { PrivacyStack } from '../lib/privacy-stack.ts';
import { readSettings, type Settings, SettingsError } from '../lib/settings.ts';
import { signalFiles, SignalStack } from '../lib/signal-stack.ts';
import { WebhookStack } from '../lib/webhook-stack.ts';

/** Adds RideGate's stacks to an app; no stack names an account or a region. */
export const addStacks = (app: App, settings: Settings, functionCode: FunctionCode): void => {
  const common = { settings, functionCode };
  const { store, identityKey, stripeSecretArn, webhookSecretArn } = new DataStack(app, common);
  const { alarmTopic } = new AlarmStack(app, common);
  const { signalQueue } = new SignalStack(app, { ...common, store, identityKey, alarmTopic });
  new NotificationStack(app, { ...common, store, signalQueue, alarmTopic });
  const tokenIssuer =
    settings.issuer === undefined
      ? new AuthStack(app, common).tokenIssuer
      : { issuer: settings.issuer, audience: settings.audience };
  const { batchQueue } = new PolicyStack(app, { ...common, store, alarmTopic });
  const { deadLetterQueue, backlogQueue } = new WebhookStack(app, {
    ...common,
    store,
    identityKey,
    stripeSecretArn,
    webhookSecretArn,
    alarmTopic,
  });
  new PrivacyStack(app, { ...common, store, stripeSecretArn, alarmTopic });
  new ApiStack(app, {
    ...common,
    store,
    identityKey,
    stripeSecretArn,
    batchQueue,
    deadLetterQueue,
    backlogQueue,
    tokenIssuer,
    alarmTopic,
  });
  Tags.of(app).add('app', 'ridegate');
  Tags.of(app).add('stage', settings.stage);
};

if (import.meta.main) {
  const app = new App();
  try {
    const settings = readSettings(app.node.getAllContext());
    addStacks(app, settings, bundleFunctions(join(app.outdir, 'functions'), signalFiles(settings)));
    Validations.of(app).addPlugins(new AwsSolutionsChecks(app));
    app.synth();
  } catch (error) {
    if (!(error instanceof SettingsError)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}

// `npm run stripe:listen`: forwards the webhooks of Stripe's test mode to the run's receiver, with Stripe's own CLI.
import { spawn } from 'node:child_process';
import process from 'node:process';
import { StartFailure } from './failure.ts';
import { loopback, readSettings } from './settings.ts';

const events = [
  ...['created', 'processing', 'verified', 'requires_input', 'canceled', 'redacted'].map(
    (change) => `identity.verification_session.${change}`,
  ),
  'charge.succeeded',
  'charge.failed',
];

try {
  const { ports, stripe } = readSettings(process.env);
  if (stripe.mode === 'simulator') {
    throw new StartFailure(
      "Set STRIPE_SECRET_KEY to a test key of yours (sk_test_…): the simulator's webhooks need no forwarding.",
    );
  }
  console.log('Give the signing secret that Stripe prints below to `npm start` as STRIPE_WEBHOOK_SECRET.');
  const args = [
    '--yes',
    '@stripe/cli@1.52.0',
    'listen',
    '--events',
    events.join(),
    '--forward-to',
    `${loopback(ports.webhook)}/`,
  ];
  // The key goes through the environment: arguments can be read by every user of the machine.
  const child = spawn('npx', args, {
    stdio: 'inherit',
    env: { ...process.env, STRIPE_API_KEY: stripe.apiKey },
  });
  child.once('error', (error) => {
    console.error(`Stripe's CLI can't be started: ${error.message}`);
    process.exitCode = 1;
  });
  child.once('exit', (code) => {
    process.exitCode = code ?? 1;
  });
} catch (error) {
  if (!(error instanceof StartFailure)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}

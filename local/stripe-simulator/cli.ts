/** Runs the simulator on its own: `node local/stripe-simulator/cli.ts --help`. */
import { parseArgs } from 'node:util';
import { startStripeSimulator } from './index.ts';

const HELP = `Usage: node local/stripe-simulator/cli.ts [options]

  --port <number>            default 4002
  --data <file>              keep state in this file; otherwise it is gone at the end
  --key <key>                an API key to let in, may be given several times; default
                             sk_test_ridegate_local and the restricted rk_test_ridegate_local
  --webhook-url <url>        where events are posted
  --webhook-secret <secret>  what they are signed with; default whsec_ridegate_local
  --public-url <url>         what addresses handed out begin with; default the address listened on
`;

const { values } = parseArgs({
  options: {
    port: { type: 'string', default: '4002' },
    data: { type: 'string' },
    key: { type: 'string', multiple: true, default: ['sk_test_ridegate_local', 'rk_test_ridegate_local'] },
    'webhook-url': { type: 'string' },
    'webhook-secret': { type: 'string', default: 'whsec_ridegate_local' },
    'public-url': { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});

if (values.help) {
  process.stdout.write(HELP);
} else {
  try {
    await run();
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    process.exitCode = 1;
  }
}

async function run(): Promise<void> {
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535, not ${values.port}.`);
  }
  const webhookUrl = values['webhook-url'];
  const simulator = await startStripeSimulator({
    port,
    dataFile: values.data,
    apiKeys: values.key,
    publicUrl: values['public-url'],
    webhook: webhookUrl === undefined ? undefined : { url: webhookUrl, secret: values['webhook-secret'] },
  });
  console.log(`Stripe simulator is ready at ${simulator.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void simulator.close());
}

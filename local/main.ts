// `npm start`: runs RideGate on this machine until Ctrl-C.
import process from 'node:process';
import { StartFailure } from './failure.ts';
import { startRideGate, type RideGate } from './ride-gate.ts';
import { demoSubaccounts } from './seed/demo-data.ts';
import { readSettings } from './settings.ts';

const startedMs = performance.now();
const elapsed = () => `${((performance.now() - startedMs) / 1000).toFixed(1).padStart(5)} s`;

const stopping = new AbortController();
const stop = Promise.withResolvers<number>();

function requestStop(exitCode: number): void {
  // A second Ctrl-C doesn't wait for what is in flight.
  if (stopping.signal.aborted) process.exit(130);
  stopping.abort();
  stop.resolve(exitCode);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(signal, () => {
    requestStop(0);
  });
}

// What is still in flight when the run ends may find its engines gone: not worth node's stack trace.
process.on('uncaughtException', (error) => {
  if (stopping.signal.aborted) return;
  console.error(error);
  process.exit(1);
});

try {
  const settings = readSettings(process.env);
  const run = await startRideGate(settings, {
    onStep: (step) => console.log(`${elapsed()}  ${step}`),
    onFault: (reason) => {
      // With an engine gone, others fail too, and that is no news.
      if (!stopping.signal.aborted) console.error(reason);
    },
    onLost: (reason) => {
      if (stopping.signal.aborted) return;
      console.error(reason);
      requestStop(1);
    },
  });
  if (!stopping.signal.aborted) console.log(welcome(run));
  process.exitCode = await stop.promise;
  console.log('\nStopping …');
  await run.close();
} catch (error) {
  // Ctrl-C or a lost engine reaches the parts of a start too; that they fail then is no news.
  if (stopping.signal.aborted) process.exitCode = await stop.promise;
  else {
    console.error(error instanceof StartFailure ? error.message : error);
    process.exitCode = 1;
  }
}
process.exit();

function welcome({ urls, stateDir }: RideGate): string {
  const riders = demoSubaccounts.map(({ id, policy, customers }) => {
    const names = customers.map((customer) => customer.id).join(', ');
    return `  ${id.padEnd(8)}${policy.identity_verification_mode.padEnd(12)}${names}`;
  });
  return `
  Console              ${urls.api}  (choose a demo operator)
  Rider demo           ${urls.api}/rider/
  API                  ${urls.api}/api  (pushes at ${urls.api}/local/notifications)
  Stripe webhooks      ${urls.webhook}
  Stripe               ${urls.stripe ?? "Stripe's own test mode"}
  Tokens               ${urls.tokens}/token
  DynamoDB             ${urls.dynamodb}
  SQS and SNS          ${urls.messaging}
  State and logs       ${stateDir}

Demo subaccounts, their policy and riders:
${riders.join('\n')}

Try first: open ${urls.api} and ${urls.api}/rider/ side by side, or ask the gate by hand:
  TOKEN=$(curl -s ${urls.tokens}/token -d grant_type=client_credentials -d role=rider -d subaccount_id=harbor -d customer_id=harbor-amelia | node -pe 'JSON.parse(fs.readFileSync(0)).access_token')
  curl -X POST ${urls.api}/api/customers/harbor-amelia/ride-check -H "Authorization: Bearer $TOKEN"

Started in ${elapsed().trim()}. Ctrl-C ends it.
RideGate is ready`;
}

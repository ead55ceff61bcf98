// Starts the whole system on one machine from the templates that a deployment would use.
import { createServer } from 'node:http';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { deploy } from './deploy.ts';
import { startEngines } from './engines/engines.ts';
import { startStripe } from './engines/stripe.ts';
import { createFunctionUrl } from './gateway/function-url.ts';
import { createHttpApi, guarded } from './gateway/http-api.ts';
import { listen } from './gateway/listen.ts';
import { requireFreePorts } from './ports.ts';
import { seed } from './seed/seed.ts';
import { loopback, type Settings } from './settings.ts';
import { requireOwnFormat } from './state/format.ts';
import { requireSoundDatabases } from './state/sound-state.ts';
import { openStateFolder } from './state/state-folder.ts';
import { synthesize } from './synthesize.ts';
import { region } from './template/identity.ts';
import { planDeployment } from './template/plan.ts';
import { readAssembly } from './template/read.ts';
import { consoleConfigOf } from './web/console-config.ts';
import { createConsoleSite } from './web/console-site.ts';
import { createGatewaySite } from './web/gateway-site.ts';
import { buildSites } from './web/sites.ts';

/** The addresses of a run. */
interface RideGateUrls {
  readonly api: string;
  readonly webhook: string;
  /** Undefined in Stripe's test mode. */
  readonly stripe: string | undefined;
  readonly tokens: string;
  readonly dynamodb: string;
  readonly messaging: string;
}

export interface RideGate {
  readonly urls: RideGateUrls;
  readonly stateDir: string;
  /** Ends everything, after what is in flight. */
  close(): Promise<void>;
}

export interface RideGateOptions {
  /** Told before each step of the start. */
  readonly onStep?: (step: string) => void;
  /** Told about what goes wrong in the background. */
  readonly onFault?: (reason: string) => void;
  /** Told when the run can't go on. */
  readonly onLost?: (reason: string) => void;
  /** A synthesized app to run instead of RideGate itself; it gets no demo data and no pages. */
  readonly assembly?: string;
}

/** @throws StartFailure with one sentence for the person who starts it */
export async function startRideGate(settings: Settings, options: RideGateOptions = {}): Promise<RideGate> {
  const told: Told = {
    onStep: options.onStep ?? (() => undefined),
    onFault: options.onFault ?? (() => undefined),
    onLost: options.onLost ?? (() => undefined),
  };
  const cleanup = createCleanup(told.onFault);
  try {
    return await start(settings, options.assembly, told, cleanup);
  } catch (error) {
    await cleanup.run();
    throw error;
  }
}

type Told = Required<Pick<RideGateOptions, 'onStep' | 'onFault' | 'onLost'>>;

async function start(
  settings: Settings,
  assembly: string | undefined,
  told: Told,
  cleanup: Cleanup,
): Promise<RideGate> {
  const state = openStateFolder(settings);
  cleanup.add(() => {
    state.close();
  });
  await requireFreePorts(settings);
  requireSoundDatabases(state.root);
  requireOwnFormat(state);

  told.onStep('Synthesizing the CDK app, starting DynamoDB, SQS, SNS and the token issuer');
  const hopeless = new AbortController();
  const starting = [
    startEngines(settings, state, cleanup, told.onLost),
    assembly === undefined ? buildSites(state.root) : Promise.resolve([]),
    assembly === undefined ? synthesize(state.cdkOut, settings, hopeless.signal) : Promise.resolve(),
  ] as const;
  // Waits for all even if one fails, so that nothing is still starting when cleaning up begins.
  await Promise.allSettled(
    starting.map((part) =>
      part.catch(() => {
        hopeless.abort();
      }),
    ),
  );
  const [engines, sites] = await Promise.all(starting);

  told.onStep('Setting up what the templates describe');
  const deployment = planDeployment(readAssembly(assembly ?? state.cdkOut), settings.ports);
  const { database, inbox, runtime } = await deploy(deployment, {
    settings,
    state,
    engines,
    cleanup,
    onFault: told.onFault,
  });

  let ready = false;
  const api = createHttpApi(deployment.routes, runtime);
  const endpoints = { dynamodb: engines.dynamodb.endpoint, messaging: engines.messaging.endpoint };
  // What is at `/` takes all that nobody else does.
  const console = sites.find(({ prefix }) => prefix === '/');
  const functionNames = deployment.schedules.map(({ functionName }) => functionName);
  const site = createGatewaySite({
    invocations: { runtime, functionNames },
    api,
    inbox,
    sites: sites.filter((built) => built !== console),
    console: console && createConsoleSite(console.folder, consoleConfigOf(settings)),
    deployment: { region, endpoints, outputs: deployment.outputs },
    isReady: () => ready,
  });
  const gateway = await listen(createServer(guarded(site)), settings.ports.gateway);
  cleanup.add(() => gateway.close());
  if (deployment.urlFunction !== undefined) {
    const receive = createFunctionUrl(deployment.urlFunction, runtime);
    const receiver = await listen(createServer(guarded(receive)), settings.ports.webhook);
    cleanup.add(() => receiver.close());
  }
  const stripe = await startStripe(settings, state.file('stripe.sqlite'));
  if (stripe !== undefined) cleanup.add(() => stripe.close());

  const urls: RideGateUrls = {
    api: loopback(settings.ports.gateway),
    webhook: loopback(settings.ports.webhook),
    stripe: stripe?.url,
    tokens: loopback(settings.ports.tokens),
    ...endpoints,
  };
  if (assembly === undefined) {
    told.onStep('Making sure that the demo subaccounts and customers are there');
    await seed(urls, database);
  }
  ready = true;
  if (settings.warmUp) void runtime.warmUp();
  return { urls, stateDir: state.root, close: () => cleanup.run() };
}

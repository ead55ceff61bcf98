// The Stripe of the simulation keeps what every Stripe of our tests keeps, also through its ports that take time.

import { createChance } from '../chance.ts';
import { afterTheStorm } from '../faults.ts';
import { createScheduler } from '../scheduler.ts';
import { describeChargeSource } from '../../adapters/contracts/charge-source.ts';
import { describeIdentityProvider } from '../../adapters/contracts/identity-provider.ts';
import { createSimulatedStripe } from './simulated-stripe.ts';
import { createStripePorts } from './stripe-ports.ts';

function simulate() {
  const chance = createChance(1);
  const scheduler = createScheduler({ chance, startMs: 0, dies: () => false, watch: null });
  const stripe = createSimulatedStripe({ scheduler, changed: () => undefined, tell: () => undefined });
  const ports = createStripePorts({ scheduler, chance, weather: () => afterTheStorm }, stripe);
  /** Each call is a task of its own, as a park needs one. */
  const inTask =
    <Input extends unknown[], Answer>(act: (...input: Input) => Promise<Answer>) =>
    (...input: Input): Promise<Answer> =>
      new Promise((resolve, reject) => {
        scheduler.spawn('test', () => act(...input), {
          ended: (outcome) => {
            if (outcome.status === 'fulfilled') resolve(outcome.value);
            else reject(outcome.reason as Error);
          },
        });
        scheduler.runUntilQuiet().catch(reject);
      });
  return { stripe, ports, inTask };
}

function later<Input extends unknown[]>(act: (...input: Input) => void) {
  return (...input: Input): Promise<void> => {
    act(...input);
    return Promise.resolve();
  };
}

describeIdentityProvider(() => {
  const { stripe, ports, inTask } = simulate();
  const { verify, reject, process, abandon, redact, finishRedaction } = stripe.identity;
  return {
    identity: {
      createSession: inTask(ports.identity.createSession),
      findOpenSession: inTask(ports.identity.findOpenSession),
      findSessions: inTask(ports.identity.findSessions),
      retrieveSession: inTask(ports.identity.retrieveSession),
      cancelSession: inTask(ports.identity.cancelSession),
      redactSession: inTask(ports.identity.redactSession),
      createImageLinks: inTask(ports.identity.createImageLinks),
      createEphemeralKey: inTask(ports.identity.createEphemeralKey),
    },
    verify: later(verify),
    reject: later(reject),
    process: later(process),
    abandon: later(abandon),
    redact: later(redact),
    finishRedaction: later(finishRedaction),
  };
});

describeChargeSource(() => {
  const { stripe, ports, inTask } = simulate();
  return {
    charges: {
      retrieveCharge: inTask(ports.charges.retrieveCharge),
      firstSuccessfulCharge: inTask(ports.charges.firstSuccessfulCharge),
    },
    pay: (charge) => Promise.resolve(stripe.pay(charge).id),
  };
});

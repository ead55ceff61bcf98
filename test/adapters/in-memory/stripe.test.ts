import { describeChargeSource } from '../contracts/charge-source.ts';
import { describeIdentityProvider } from '../contracts/identity-provider.ts';
import { newId } from '../contracts/samples.ts';
import { describeUndeliveredEvents } from '../contracts/undelivered-events.ts';
import { createWorld } from '../../support/in-memory/world.ts';

describeIdentityProvider(() => {
  const { identity } = createWorld();
  const later =
    <Input extends unknown[]>(act: (...input: Input) => void) =>
    (...input: Input): Promise<void> => {
      act(...input);
      return Promise.resolve();
    };
  return {
    identity,
    verify: later(identity.verify),
    reject: later(identity.reject),
    process: later(identity.process),
    abandon: later(identity.abandon),
    redact: later(identity.redact),
    finishRedaction: later(identity.finishRedaction),
  };
});

describeChargeSource(() => {
  const { charges } = createWorld();
  return {
    charges,
    pay: (charge) => {
      const id = newId('ch');
      charges.add({ id, ...charge });
      return Promise.resolve(id);
    },
  };
});

describeUndeliveredEvents(() => {
  const { undelivered } = createWorld();
  return Promise.resolve({
    undelivered,
    loseCharge: () => {
      const objectId = newId('ch');
      const type = 'charge.succeeded' as const;
      undelivered.add({ eventId: newId('evt'), type, objectId, created: 1, livemode: false });
      return Promise.resolve(objectId);
    },
  });
});

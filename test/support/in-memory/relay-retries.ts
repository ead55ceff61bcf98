import type { HandedOver } from '../../../functions/domain/failed-relay.ts';
import type { RelayRetries } from '../../../functions/use-cases/ports/relay.ts';
import { createFaults, type FaultSwitch } from './faults.ts';

export type InMemoryRelayRetries = RelayRetries & FaultSwitch & { handedOver: HandedOver[] };

export function createInMemoryRelayRetries(): InMemoryRelayRetries {
  const handedOver: HandedOver[] = [];
  const { throwIfSet, ...faultSwitch } = createFaults();
  return {
    handOver: async (record) => {
      throwIfSet();
      handedOver.push(record);
      return Promise.resolve();
    },
    ...faultSwitch,
    handedOver,
  };
}

import { createWorld } from '../../support/in-memory/world.ts';
import {
  describeOpenSessionList,
  describeReconcilerProgress,
  describeRequeuedEvents,
} from '../contracts/reconciliation.ts';

describeOpenSessionList(() => Promise.resolve(createWorld()));
describeReconcilerProgress(() => Promise.resolve(createWorld().progress));
describeRequeuedEvents(() => createWorld().requeued);

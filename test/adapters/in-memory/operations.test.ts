import { createWorld } from '../../support/in-memory/world.ts';
import {
  describeReconcilerRuns,
  describeWebhookCounters,
  describeWebhookQueueSizes,
} from '../contracts/operations.ts';

describeWebhookCounters(() => Promise.resolve(createWorld().webhookCounters));
describeReconcilerRuns(() => Promise.resolve(createWorld().reconcilerRuns));
describeWebhookQueueSizes(() => {
  const { webhookQueues } = createWorld();
  return {
    sizes: webhookQueues,
    fill: (sizes) => {
      webhookQueues.set(sizes);
      return Promise.resolve();
    },
  };
});

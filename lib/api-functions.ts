// The functions behind the API: what each is told in its environment, and what each may touch.
import { Duration } from 'aws-cdk-lib';
import type { ApiFunctionName } from './api-routes.ts';
import { NodeFunction } from './constructs/node-function.ts';
import type { RideGateStack } from './constructs/ridegate-stack.ts';
import { allowSecret, stripeEnvironment } from './constructs/stripe-access.ts';
import {
  allowIndexQueries,
  allowTable,
  changeItems,
  readItems,
  type Store,
  type TableAction,
} from './constructs/table-access.ts';

interface ApiFunctionRights {
  readonly table?: readonly TableAction[];
  readonly indexQueries?: true;
  readonly stripe?: true;
  /** Told where Stripe's page may send riders back to. */
  readonly returnUrls?: true;
}

const rights: Readonly<Record<ApiFunctionName, ApiFunctionRights>> = {
  'create-customer': { table: changeItems },
  'get-customer': { table: readItems },
  // The list itself, and the policy that tells what the gate says of each.
  'list-customers': { table: ['BatchGetItem'], indexQueries: true },
  'start-identity-session': { table: changeItems, stripe: true, returnUrls: true },
  // One strongly consistent round trip, and nothing that could change what it decides on.
  'check-ride': { table: ['BatchGetItem'] },
  'verify-manually': { table: changeItems },
  'clear-requirement': { table: changeItems },
  'require-verification': { table: changeItems },
  'refresh-session': { table: changeItems, stripe: true },
  'get-policy': { table: readItems },
  'put-policy': { table: changeItems },
  'get-subaccount': { table: readItems },
  'put-subaccount': { table: changeItems },
};

export interface ApiFunctionProps {
  readonly store: Store;
  readonly stripeSecretArn: string;
}

/** Makes the function of a route with just the environment and the rights that it needs. */
export const createApiFunction = (
  stack: RideGateStack,
  name: ApiFunctionName,
  { store, stripeSecretArn }: ApiFunctionProps,
): NodeFunction => {
  const { table, indexQueries, stripe, returnUrls } = rights[name];
  const fn = new NodeFunction(stack, {
    name,
    environment: {
      TABLE_NAME: store.table.tableName,
      ...(stripe && stripeEnvironment(stack.settings, stripeSecretArn)),
      ...(returnUrls && { RETURN_URL_ALLOW_LIST: stack.settings.returnUrlAllowList.join(',') }),
    },
    // Stripe may take its time; API Gateway gives up after 30 seconds.
    ...(stripe && { timeout: Duration.seconds(25) }),
  });
  if (table) allowTable(fn, store, table);
  if (indexQueries) allowIndexQueries(fn, store);
  if (stripe) allowSecret(fn, stripeSecretArn);
  return fn;
};

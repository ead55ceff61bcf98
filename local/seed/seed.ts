// Fills an empty system with the demo fleet, through the public API and the simulator's steering alone.
import * as z from 'zod';
import { StartFailure } from '../failure.ts';
import type { RunDatabase } from '../state/run-database.ts';
import { createApiClient, type ApiClient } from './api-client.ts';
import { demoSubaccounts, type DemoCustomer, type DemoSubaccount } from './demo-data.ts';

interface SeedUrls {
  readonly api: string;
  readonly tokens: string;
  readonly stripe: string | undefined;
}

type Progress = Pick<RunDatabase, 'isDone' | 'markDone'>;

const policyAnswer = z.looseObject({ version: z.int() });

/** Each step is done once in the life of a state folder: what somebody changed later is left as it is. */
export async function seed(urls: SeedUrls, progress: Progress): Promise<void> {
  const done = 'seed';
  if (progress.isDone(done)) return;
  const admin = await createApiClient(urls, 'admin');
  const service = await createApiClient(urls, 'service');
  const once = async (step: string, run: () => Promise<void>) => {
    if (progress.isDone(step)) return;
    await run();
    progress.markDone(step);
  };
  await Promise.all(
    demoSubaccounts.map(async (subaccount) => {
      await once(`seed:${subaccount.id}`, () => provideSubaccount(admin, subaccount));
      await Promise.all(
        subaccount.customers.map((customer) =>
          once(`seed:${customer.id}`, () =>
            createCustomer(service, subaccount.id, customer, urls.stripe !== undefined),
          ),
        ),
      );
      for (const customer of subaccount.customers) {
        await once(`seed:${customer.id}:charge`, () => charge(urls.stripe, customer));
      }
    }),
  );
  progress.markDone(done);
}

async function provideSubaccount(
  admin: ApiClient,
  { id, name, app_name, policy }: DemoSubaccount,
): Promise<void> {
  await admin.call('PUT', `/api/subaccounts/${id}`, { name, app_name });
  const path = `/api/subaccounts/${id}/identity-policy`;
  const current = policyAnswer.parse(await admin.call('GET', path));
  // So that a crash between the change and its mark doesn't count as a second change.
  const isSet = Object.entries(policy).every(([field, value]) => current[field] === value);
  if (!isSet) await admin.call('PUT', path, { version: current.version, ...policy });
}

async function createCustomer(
  service: ApiClient,
  subaccountId: string,
  { firstCharge: _firstCharge, stripe_customer_id, ...details }: DemoCustomer,
  hasSimulator: boolean,
): Promise<void> {
  // Stripe itself knows none of these customers, and would refuse a session that names one.
  const body = hasSimulator ? { ...details, stripe_customer_id } : details;
  await service.call('POST', `/api/customers?subaccount_id=${subaccountId}`, body);
}

async function charge(stripeUrl: string | undefined, customer: DemoCustomer): Promise<void> {
  if (stripeUrl === undefined || customer.firstCharge === undefined) return;
  const response = await fetch(`${stripeUrl}/simulator/charges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      customer: customer.stripe_customer_id,
      risk_level: customer.firstCharge,
      status: 'succeeded',
    }),
  });
  if (!response.ok)
    throw new StartFailure(`The Stripe simulator refused a demo charge: ${await response.text()}`);
}

// Customers of the demo subaccount `metro` for tests of one customer's page, each in the state that a test needs, and
// their pages.

import type { Page } from 'playwright-core';
import { sharedBrowser } from '../browser.ts';
import { commonRun } from '../common-run.ts';
import { until, type Answer, type Client } from '../http-client.ts';
import { openConsole, type OpenOptions } from './console-page.ts';

export const pathOf = (id: string): string => `/subaccounts/metro/customers/${id}`;

const person = {
  first_name: 'Zoë',
  last_name: 'Quill',
  dob: '1990-12-15',
  document_type: 'passport',
  document_number: 'P7654321',
  issuing_country: 'NL',
  expiration_date: '2035-02-28',
};

const signup = {
  name: 'Ada Quill',
  email: 'ada@example.com',
  phone: '+447400123456',
  signup_ip: '81.2.69.142',
  signup_latitude: 48.2082,
  signup_longitude: 16.3738,
  signup_location_accuracy: 15,
};

export type CustomerPages = Awaited<ReturnType<typeof customerPages>>;

/** For `beforeAll`: makes customers of the common run, and opens their pages as their operator. */
export async function customerPages() {
  const [{ port, client }, browser] = await Promise.all([commonRun(), sharedBrowser()]);
  return {
    make: await metroCustomers(client),
    open: async (path: string, options: Partial<OpenOptions> = {}) => {
      const opened = await openConsole({ browser, port, as: 'metro', path, ...options });
      // So that a failure names what didn't come.
      opened.page.setDefaultTimeout(20_000);
      return opened;
    },
  };
}

export async function metroCustomers(client: Client) {
  const [service, operator] = await Promise.all([
    client.token('service'),
    client.token('operator', { subaccount_id: 'metro', user_id: 'colleague' }),
  ]);
  const riderOf = (id: string) => client.token('rider', { subaccount_id: 'metro', customer_id: id });
  const act = async (id: string, action: string, body: object): Promise<Answer> =>
    client.api(operator, 'POST', `/api/customers/${id}/${action}`, body);

  const submit = async (id: string, outcome: string): Promise<void> => {
    const session = await client.api(await riderOf(id), 'POST', `/api/customers/${id}/identity-session`);
    const path = `/verification_sessions/${String(session.body['session_id'])}/submit`;
    await client.steer('POST', path, { outcome, person });
    await until(
      () => client.api(operator, 'GET', `/api/customers/${id}`),
      ({ body }) => body['identity_status'] !== 'pending' && body['identity_status'] !== null,
    );
  };

  return {
    /** As a colleague in another browser does. */
    act,
    submit,
    async create(id: string): Promise<string> {
      const body = { id, stripe_customer_id: stripeIdOf(id), ...signup };
      await client.api(service, 'POST', '/api/customers?subaccount_id=metro', body);
      return id;
    },
    async risky(id: string): Promise<string> {
      await this.create(id);
      const charge = { customer: stripeIdOf(id), risk_level: 'highest', status: 'succeeded', risk_score: 82 };
      await client.steer('POST', '/charges', charge);
      await until(
        () => client.api(operator, 'GET', `/api/customers/${id}`),
        ({ body }) => body['identity_verification_required'] === true,
      );
      return id;
    },
    async verified(id: string): Promise<string> {
      await this.create(id);
      await act(id, 'identity-require', { reason: 'other' });
      await submit(id, 'verified');
      return id;
    },
    async askForAlternative(id: string, message: string): Promise<void> {
      await client.api(await riderOf(id), 'POST', `/api/customers/${id}/identity-alternative`, { message });
    },
    async lastEntry(id: string): Promise<unknown> {
      const { body } = await client.api(operator, 'GET', `/api/customers/${id}/audit?limit=1`);
      return (body['data'] as unknown[])[0];
    },
  };
}

function stripeIdOf(id: string): string {
  return `cus_${id.replaceAll('-', '')}`;
}

/** The dialog that is open, with what is typed into and pressed in it. */
export function dialogOf(page: Page, title: string) {
  const dialog = page.getByRole('dialog', { name: title });
  return {
    dialog,
    notes: dialog.getByRole('textbox', { name: /\(required\)$/ }),
    press: (name: string) => dialog.getByRole('button', { name, exact: true }).click(),
  };
}

/** Chooses from the menu of actions. */
export async function chooseAction(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Actions', exact: true }).click();
  await page.getByRole('menuitem', { name }).click();
}

// Subaccounts with customers for the console's lists, each made for one test file, so that nobody else changes them.

import type { Page } from 'playwright-core';
import { until, type Client } from '../http-client.ts';
import { newSubaccount } from '../common-run.ts';

export type CustomerMaker = {
  /** Makes a subaccount of its own for a test. */
  subaccount: (id: string, policy: object) => Promise<void>;
  /** Makes a customer; in a subaccount that asks all users he is required to verify from the beginning. */
  customer: (subaccountId: string, id: string) => Promise<void>;
  /** Lets the customer's first payment be of the highest risk, and waits until that has been noticed. */
  riskyPayment: (subaccountId: string, id: string) => Promise<void>;
  /** Lets the customer ask for another way of verifying. */
  askForAlternative: (subaccountId: string, id: string) => Promise<void>;
  /** Lets a check fail for good, and answers the id of its session. */
  failForGood: (subaccountId: string, id: string) => Promise<string>;
  /** Takes the requirement away. */
  clear: (subaccountId: string, id: string) => Promise<void>;
};

export function customerMaker(client: Client): CustomerMaker {
  const service = client.token('service');
  const rider = (subaccount_id: string, customer_id: string) =>
    client.token('rider', { subaccount_id, customer_id });
  const post = async (token: string, path: string, body?: object) => {
    const answer = await client.api(token, 'POST', path, body);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const whenStatus = async (subaccountId: string, id: string, isThere: (body: object) => boolean) => {
    const path = `/api/customers/${id}?subaccount_id=${subaccountId}`;
    await until(
      async () => (await client.api(await service, 'GET', path)).body,
      (body) => isThere(body),
    );
  };
  return {
    subaccount: (id, policy) => newSubaccount(client, id, policy),
    customer: async (subaccountId, id) => {
      await post(await service, `/api/customers?subaccount_id=${subaccountId}`, {
        id,
        stripe_customer_id: stripeIdOf(id),
      });
    },
    riskyPayment: async (subaccountId, id) => {
      await client.steer('POST', '/charges', {
        customer: stripeIdOf(id),
        risk_level: 'highest',
        status: 'succeeded',
      });
      await whenStatus(
        subaccountId,
        id,
        (body) => 'stripe_risk_score' in body && body.stripe_risk_score === 75,
      );
    },
    askForAlternative: async (subaccountId, id) => {
      await post(await rider(subaccountId, id), `/api/customers/${id}/identity-alternative`, {});
    },
    failForGood: async (subaccountId, id) => {
      const session = await post(await rider(subaccountId, id), `/api/customers/${id}/identity-session`);
      const sessionId = String(session['session_id']);
      await client.steer('POST', `/verification_sessions/${sessionId}/submit`, {
        outcome: 'under_supported_age',
      });
      await whenStatus(
        subaccountId,
        id,
        (body) => 'identity_status' in body && body.identity_status === 'failed',
      );
      return sessionId;
    },
    clear: async (subaccountId, id) => {
      const operator = await client.token('operator', { subaccount_id: subaccountId });
      await post(operator, `/api/customers/${id}/identity-clear-requirement`, { notes: 'Known to us.' });
    },
  };
}

/** The id at Stripe of a customer that was made here. */
export function stripeIdOf(id: string): string {
  return `cus_${id.replaceAll('-', '')}`;
}

/** The ids in a list, from top to bottom. */
export function idsIn(page: Page, list: string): Promise<string[]> {
  return page.getByRole('table', { name: list }).getByRole('rowheader').allInnerTexts();
}

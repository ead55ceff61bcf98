// The page that tells how verification went: its numbers, what they are asked for, and what happens where they fail.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sharedBrowser } from '../browser.ts';
import { until, type Client } from '../http-client.ts';
import { tabTo } from '../keyboard.ts';
import { commonRun } from '../common-run.ts';
import { expectAccessible, openConsole, phone } from './console-page.ts';
import { customerMaker, idsIn } from './customer-lists.ts';

const gauge = 'gauge';
const insights = `/subaccounts/${gauge}/insights`;
const statsPath = `**/api/subaccounts/${gauge}/identity-stats?*`;
const dayMs = 24 * 60 * 60_000;
const day = (before = 0): string => new Date(Date.now() - before * dayMs).toISOString().slice(0, 10);

/** What the API answers, for a test to change a part of it. */
const anyObject = z.record(z.string(), z.unknown());
const customerPage = z.looseObject({ data: z.array(z.looseObject({ id: z.string() })) });

let port: number;
let browser: Browser;

/** Two risky customers are asked; one of them is too young for Stripe, the other one gets through. */
beforeAll(async () => {
  const [run, started] = await Promise.all([commonRun(), sharedBrowser()]);
  port = run.port;
  browser = started;
  const make = customerMaker(run.client);
  await make.subaccount(gauge, { identity_verification_mode: 'risk_based' });
  await make.subaccount('gauge-all', { identity_verification_mode: 'all_users' });
  await make.customer('gauge-all', 'gauge-all-01');
  for (const id of ['gauge-01', 'gauge-02', 'gauge-03']) {
    await make.customer(gauge, id);
    await make.riskyPayment(gauge, id);
  }
  await make.failForGood(gauge, 'gauge-01');
  await verify(run.client, 'gauge-02');
  await untilCounted(run.client);
}, 120_000);

async function verify(client: Client, id: string): Promise<void> {
  const rider = await client.token('rider', { subaccount_id: gauge, customer_id: id });
  const { body } = await client.api(rider, 'POST', `/api/customers/${id}/identity-session`);
  await client.steer('POST', `/verification_sessions/${String(body['session_id'])}/submit`, {
    outcome: 'verified',
  });
}

/** Numbers are counted a moment after what they count. */
async function untilCounted(client: Client): Promise<void> {
  const operator = await client.token('operator', { subaccount_id: gauge });
  await until(
    async () => {
      const path = `/api/subaccounts/${gauge}/identity-stats?from=${day(1)}&to=${day()}`;
      const { body } = await client.api(operator, 'GET', path);
      return JSON.stringify(body['funnel']);
    },
    (funnel) => funnel.includes('"attempts":2,"verified":1') && funnel.includes('"failed":1'),
  );
}

const open = (path = insights, options: Partial<Parameters<typeof openConsole>[0]> = {}) =>
  openConsole({ browser, port, as: 'admin', path, ...options });

/** The key numbers, as pairs of what and how many. */
async function keyNumbers(page: Page): Promise<Record<string, string>> {
  await page.getByRole('heading', { name: 'Key numbers' }).waitFor();
  const names = await page.getByRole('term').allInnerTexts();
  const values = await page.getByRole('definition').allInnerTexts();
  return Object.fromEntries(names.map((name, index) => [name, values[index]?.replace(/\s+/g, ' ') ?? '']));
}

describe('the numbers of a period', () => {
  test('begin with the last 30 days, key numbers first, then a chart for each question', async () => {
    const { page, faults, close } = await open();
    expect(await keyNumbers(page)).toMatchObject({
      'Asked to verify': '3',
      'Verified by Stripe': '1',
      'Failed for good': '1',
      Cost: '$3.00 2 checks at $1.50',
    });
    const charts = ['Funnel', 'Why checks failed', 'Risk of payments', 'Time to verify'];
    for (const name of [...charts, 'Verified and failed over time', 'Cost over time'])
      await page.getByRole('application', { name }).waitFor();
    await page.getByRole('button', { name: 'Period Last 30 days' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('stand in a table behind each chart, and in a file', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: 'Show as a table: Why checks failed' }).click();
    await page
      .getByRole('row')
      .filter({ hasText: 'Too young for Stripe' })
      .getByText('under_supported_age')
      .waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Download “Risk of payments” as CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toBe(`risk-scores-${day(29)}-${day()}.csv`);
    expect(await readFile(await download.path(), 'utf8')).toBe(
      '\uFEFFRisk score,Payments\r\n10 (normal),0\r\n50 (elevated),0\r\n75 (highest),3\r\nnot scored,0\r\n',
    );
    await close();
  });

  test('show the threshold of the policy in force, where it goes by risk', async () => {
    const byRisk = await open();
    await byRisk.page.getByRole('toolbar', { name: 'Legend' }).getByText('Threshold 50').waitFor();
    await byRisk.page.getByText('asks to verify from a score of 50 on').waitFor();
    await byRisk.close();
    const all = await open('/subaccounts/gauge-all/insights');
    await all.page.getByText('The policy in force doesn’t go by risk').waitFor();
    expect(await all.page.getByText('Threshold 50').count()).toBe(0);
    await all.close();
  });

  test('say how exact the times are', async () => {
    const { page, close } = await open();
    await page.getByText('One customer was verified. Each time may be off by 5% of itself.').waitFor();
    await close();
  });

  test('can be read bar by bar with the keyboard', async () => {
    const { page, close } = await open();
    const chart = page.getByRole('application', { name: 'Cost over time' });
    await chart.focus();
    // From the first day on, and backwards around to the last one.
    await page.keyboard.press('ArrowLeft');
    await page.keyboard.press('ArrowLeft');
    await page.getByRole('tooltip').getByText('$3.00').waitFor();
    await close();
  });

  test('that nobody knows a word for are shown as they are', async () => {
    const { page, close } = await open();
    await page.route(statsPath, async (route) => {
      const answer = await route.fetch();
      const json = {
        ...anyObject.parse(await answer.json()),
        failure_codes: [{ code: 'brand_new_code', count: 4 }],
      };
      await route.fulfill({ json });
    });
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.locator('svg text').getByText('brand_new_code: 4').waitFor();
    await close();
  });
});

describe('what is asked for', () => {
  test('stands in the address, so that a link shows the same', async () => {
    const path = `${insights}?from=${day(2)}&to=${day()}&price=2.25&currency=EUR`;
    const { page, close } = await open(path);
    expect((await keyNumbers(page))['Cost']).toBe('€4.50 2 checks at €2.25');
    expect(await page.getByLabel('Price per verification').inputValue()).toBe('2.25');
    await close();
  });

  test('is changed by keyboard alone', async () => {
    const { page, close } = await open();
    await keyNumbers(page);
    await tabTo(page, 'Last 30 days');
    await page.keyboard.press('Enter');
    await page.getByRole('radio', { name: 'Last 30 days' }).focus();
    await page.keyboard.press('ArrowUp');
    await tabTo(page, 'Apply');
    await page.keyboard.press('Enter');
    await page.waitForURL(`**/insights?from=${day(6)}&to=${day()}`);
    await page.getByRole('button', { name: 'Period Last 7 days' }).waitFor();
    await page.getByLabel('Price per verification').focus();
    await page.keyboard.press('ControlOrMeta+A');
    await page.keyboard.type('10,5');
    await page.keyboard.press('Enter');
    await page.waitForURL('**&price=10.5&currency=USD');
    await page.getByText('$21.00', { exact: true }).waitFor();
    await page.goBack();
    await page.getByText('2 checks at $1.50').waitFor();
    await close();
  });

  test('can be another currency, found by its name', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: 'Currency USD' }).click();
    await page.getByLabel('Find a currency').fill('swiss');
    await page.getByRole('option', { name: 'Swiss Franc' }).click();
    await page.waitForURL('**/insights?price=1.5&currency=CHF');
    await page.getByText('2 checks at CHF 1.50').waitFor();
    await close();
  });

  test('is refused in words where the API would refuse it', async () => {
    const { page, close } = await open();
    await page.getByRole('button', { name: 'Period Last 30 days' }).click();
    await page.getByRole('button', { name: 'Absolute mode' }).click();
    await page.getByLabel('Start date').fill('2024-01-01');
    await page.getByLabel('End date').fill('2026-01-01');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('Please choose 366 days at most.').first().waitFor();
    await page.getByLabel('Start date').fill('2026-01-02');
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.getByText('The last day is before the first one.').first().waitFor();
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.getByLabel('Price per verification').fill('free');
    await page.getByText('Please type a price from 0 to 10,000, such as 1.50.').waitFor();
    expect(new URL(page.url()).search).toBe('');
    await close();
  });

  test('is the last 30 days where the address makes no sense', async () => {
    const { page, close } = await open(`${insights}?from=2026-02-30&to=yesterday&price=-1&currency=euro`);
    await page.getByRole('button', { name: 'Period Last 30 days' }).waitFor();
    expect((await keyNumbers(page))['Cost']).toBe('$3.00 2 checks at $1.50');
    await page.getByText('You see the last 30 days instead.').waitFor();
    await close();
  });

  test('may be days in which nothing happened, with a way to others', async () => {
    const { page, close } = await open(`${insights}?from=2020-01-01&to=2020-01-31`);
    await page.getByRole('heading', { name: 'Nothing happened in these days' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show the last 90 days' }).click();
    await page.waitForURL(`**/insights?from=${day(89)}&to=${day()}`);
    await page.getByText('By week from Monday on').first().waitFor();
    await close();
  });
});

describe('where something fails', () => {
  test('the page says so, what can be read stays readable, and trying again helps', async () => {
    const { page, close } = await open('/subaccounts/gauge-all/insights');
    await page.route(statsPath, (route) => route.fulfill({ status: 503, json: {} }));
    await page.goto(page.url().replace('gauge-all', gauge));
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.waitFor();
    await page.getByRole('link', { name: 'gauge-01' }).waitFor();
    await expectAccessible(page);
    await page.unroute(statsPath);
    await retry.click();
    await keyNumbers(page);
    await close();
  });

  test('the numbers stay that were there, with a word that they are old', async () => {
    const { page, close } = await open();
    await keyNumbers(page);
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('You see the numbers as they were').waitFor();
    expect((await keyNumbers(page))['Asked to verify']).toBe('3');
    // Back in the network it asks by itself.
    await page.context().setOffline(false);
    await page.getByText('You see the numbers as they were').waitFor({ state: 'detached' });
    await close();
  });

  test('a list of stuck customers fails alone, and so does the threshold', async () => {
    const { page, close } = await open('/subaccounts/gauge-all/insights');
    const broken = [`**/api/subaccounts/${gauge}/identity-policy`, '**/api/customers?*filter=pending*'];
    for (const path of broken) await page.route(path, (route) => route.fulfill({ status: 500, json: {} }));
    await page.goto(page.url().replace('gauge-all', gauge));
    await keyNumbers(page);
    const retry = page.getByRole('button', { name: 'Try again' });
    await retry.nth(1).waitFor();
    await page.getByRole('application', { name: 'Risk of payments' }).waitFor();
    await page.getByRole('link', { name: 'gauge-01' }).waitFor();
    await page.unrouteAll();
    await retry.first().click();
    await page.getByText('asks to verify from a score of 50 on').waitFor();
    await retry.click();
    await retry.waitFor({ state: 'detached' });
    await close();
  });

  test('a slow answer leaves the numbers of the period before, with their days', async () => {
    const { page, close } = await open(`${insights}?from=2020-01-01&to=2020-01-31`);
    await page.getByRole('heading', { name: 'Nothing happened in these days' }).waitFor();
    const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<undefined>();
    await page.route(statsPath, async (route) => {
      await mayAnswer;
      await route.continue();
    });
    await page.getByRole('button', { name: 'Show the last 90 days' }).click();
    await page.getByText('Loading the numbers…').filter({ visible: true }).first().waitFor();
    await page.getByText(/checked in Jan 1.*31, 2020/).waitFor();
    letAnswer(undefined);
    await keyNumbers(page);
    await close();
  });
});

describe('stuck customers', () => {
  test('who failed stand there, with links to their pages and to the whole list', async () => {
    const { page, close } = await open();
    await page.getByRole('rowheader', { name: 'gauge-01' }).waitFor();
    expect(await idsIn(page, 'Failed, longest first')).toEqual(['gauge-01']);
    expect(await page.getByText('Nobody is stuck here.').count()).toBe(2);
    await page.getByRole('link', { name: 'Show all who failed' }).click();
    await page.waitForURL(`**/subaccounts/${gauge}/customers?filter=failed&order=oldest`);
    await page.goBack();
    await page.getByRole('link', { name: 'gauge-01' }).click();
    await page.waitForURL(`**/subaccounts/${gauge}/customers/gauge-01`);
    await close();
  });

  test('who was asked for long stand there, and not who was asked today', async () => {
    const { page, close } = await open('/subaccounts/gauge-all/insights');
    await page.route('**/api/customers?*filter=required*', async (route) => {
      const answer = await route.fetch();
      const { data, ...rest } = customerPage.parse(await answer.json());
      const longAgo = new Date(Date.now() - 4 * dayMs).toISOString();
      const aged = data.map((customer) =>
        customer.id === 'gauge-03' ? { ...customer, identity_verification_required_at: longAgo } : customer,
      );
      await route.fulfill({ json: { ...rest, data: aged } });
    });
    await page.goto(page.url().replace('gauge-all', gauge));
    await page.getByText('4 days ago').waitFor();
    expect(await idsIn(page, 'Asked more than 3 days ago, not verified')).toEqual(['gauge-03']);
    await close();
  });
});

describe('everybody', () => {
  // Opened anew each time: charts that shrink complain of their own bars on the way.
  test.each([
    ['in the light', {}],
    ['in the dark', { colorScheme: 'dark' }],
    ['on a phone', { viewport: phone }],
  ] as const)('can read the page %s', async (_case, context) => {
    const { page, faults, close } = await open(insights, { context });
    await page.getByRole('rowheader', { name: 'gauge-01' }).first().waitFor();
    await page.getByRole('application', { name: 'Cost over time' }).waitFor();
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
    expect(faults).toEqual([]);
    await close();
  });

  test('reads it in German', async () => {
    const { page, close } = await open(insights, { context: { locale: 'de-DE' } });
    await page.getByText('2 Prüfungen zu je 1,50 $').waitFor();
    await page.locator('svg text').getByText('Zu jung für Stripe').waitFor();
    await close();
  });

  test('hears once that the numbers are there', async () => {
    const { page, close } = await open();
    await page
      .locator('[aria-live="polite"]')
      .getByText('These are the numbers of')
      .waitFor({ state: 'attached' });
    await close();
  });
});

// The lists of customers keep themselves fresh, and nobody who reads them loses his place.

import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../browser.ts';
import { focusedName } from '../keyboard.ts';
import { commonRun } from '../common-run.ts';
import { expectAccessible, openConsole } from './console-page.ts';
import { customerMaker, idsIn, type CustomerMaker } from './customer-lists.ts';

let port: number;
let browser: Browser;
let make: CustomerMaker;

beforeAll(async () => {
  const [run, started] = await Promise.all([commonRun(), sharedBrowser()]);
  port = run.port;
  browser = started;
  make = customerMaker(run.client);
}, 90_000);

const allUsers = { identity_verification_mode: 'all_users' };

/** Opens the queue of a subaccount of its own, with a clock that the test turns. */
async function openQueue(subaccountId: string, customerIds: readonly string[]) {
  await make.subaccount(subaccountId, allUsers);
  for (const id of customerIds) await make.customer(subaccountId, id);
  const path = `/subaccounts/${subaccountId}/customers`;
  const opened = await openConsole({ browser, port, as: 'admin' });
  await opened.page.getByRole('heading', { level: 1, name: 'Subaccounts' }).waitFor();
  await opened.page.clock.install();
  await opened.page.getByRole('link', { name: subaccountId, exact: true }).click();
  await opened.page.waitForURL(`**${path}`);
  await opened.page.getByText('Updated').waitFor();
  return opened;
}

const listAnswer = (page: Page) =>
  page.waitForResponse((response) => response.url().includes('filter=failed'));

/** Lets so much time pass that the lists are read anew, and waits for the answer. */
async function afterRefresh(page: Page): Promise<void> {
  const answer = listAnswer(page);
  await page.clock.fastForward(16_000);
  await answer;
}

describe('a refresh', () => {
  test('changes rows where they stand, and keeps focus and selection', async () => {
    const { page, close } = await openQueue('fresh-place', ['place-1', 'place-2', 'place-3']);
    const row = page.getByRole('row').filter({ hasText: 'place-2' });
    await row.getByRole('link').focus();
    await page.evaluate(() => getSelection()?.selectAllChildren(document.querySelector('h1') ?? document));
    const before = await row.boundingBox();
    await make.riskyPayment('fresh-place', 'place-2');
    await afterRefresh(page);
    await row.getByText('75 (highest)').waitFor();
    expect(await focusedName(page)).toBe('place-2');
    expect(await page.evaluate(() => getSelection()?.toString())).toBe('Customers');
    expect(await row.boundingBox()).toEqual(before);
    await close();
  });

  test('holds back who came and went until somebody asks', async () => {
    const { page, close } = await openQueue('fresh-news', ['news-1', 'news-2', 'news-3']);
    const third = page.getByRole('row').filter({ hasText: 'news-3' });
    const before = await third.boundingBox();
    await make.customer('fresh-news', 'news-4');
    await make.customer('fresh-news', 'news-5');
    await make.clear('fresh-news', 'news-1');
    await afterRefresh(page);
    await page.getByText('2 new, 1 gone').first().waitFor();
    expect(await third.boundingBox()).toEqual(before);
    expect(await idsIn(page, 'Required')).toEqual(['news-1', 'news-2', 'news-3']);
    await page.getByRole('row').filter({ hasText: 'news-1' }).getByText('No longer here').waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Show' }).click();
    await page.getByRole('rowheader', { name: 'news-5' }).waitFor();
    expect(await idsIn(page, 'Required')).toEqual(['news-2', 'news-3', 'news-4', 'news-5']);
    await page.keyboard.press('Tab');
    expect(await focusedName(page)).toBe('Refresh now');
    await close();
  });

  test('shows the first one at once', async () => {
    const { page, close } = await openQueue('fresh-first', []);
    await page.getByText('Nobody needs you right now').waitFor();
    await make.customer('fresh-first', 'first-1');
    await afterRefresh(page);
    await page.getByRole('rowheader', { name: 'first-1' }).waitFor();
    await close();
  });

  test('that somebody asks for shows everything', async () => {
    const { page, close } = await openQueue('fresh-asked', ['asked-1']);
    await make.customer('fresh-asked', 'asked-2');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByRole('rowheader', { name: 'asked-2' }).waitFor();
    await close();
  });

  test('that fails leaves the rows, and says how old they are', async () => {
    const { page, close } = await openQueue('fresh-failing', ['failing-1']);
    await page.route('**/api/customers?**', (route) => route.abort());
    await page.clock.fastForward(16_000);
    // It is tried twice more before anything is said.
    await page.clock.runFor(3_000);
    await page.getByText('Refreshing failed.').first().waitFor();
    expect(await idsIn(page, 'Required')).toEqual(['failing-1']);
    await expectAccessible(page);
    await page.unroute('**/api/customers?**');
    await page.getByRole('button', { name: 'Refresh now' }).click();
    await page.getByText('Updated').waitFor();
    await close();
  });

  test('waits while the tab is hidden', async () => {
    const { page, close } = await openQueue('fresh-hidden', ['hidden-1']);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const setVisibility = (state: string) =>
      page.evaluate((visibility) => {
        Object.defineProperty(document, 'visibilityState', { value: visibility, configurable: true });
        window.dispatchEvent(new Event('visibilitychange'));
      }, state);
    await setVisibility('hidden');
    await page.clock.fastForward(120_000);
    expect(asked).toEqual([]);
    const answer = listAnswer(page);
    await setVisibility('visible');
    await answer;
    await close();
  });

  test('ends with the session', async () => {
    const { page, close } = await openQueue('fresh-ended', ['ended-1']);
    await page.route('**/api/**', (route) =>
      route.fulfill({ status: 401, json: { message: 'Unauthorized' } }),
    );
    await page.clock.fastForward(16_000);
    await page.getByRole('dialog', { name: 'Your session has ended' }).waitFor();
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.clock.fastForward(120_000);
    expect(asked).toEqual([]);
    expect(await page.getByText('ended-1').count()).toBeGreaterThan(0);
    await close();
  });
});

describe('the first look', () => {
  test('shows where rows will stand while they are awaited', async () => {
    const { page, close } = await openConsole({ browser, port, as: 'admin' });
    const { promise: gate, resolve: openGate } = Promise.withResolvers<undefined>();
    await page.route('**/api/customers?**', async (route) => {
      await gate;
      await route.continue();
    });
    await page.getByRole('link', { name: 'Metro Micromobility' }).click();
    await page.getByText('Loading customers').first().waitFor({ state: 'attached' });
    await expectAccessible(page);
    openGate(undefined);
    await page.getByRole('rowheader', { name: 'metro-diego' }).first().waitFor();
    await close();
  });

  test('says what failed, and asks again', async () => {
    const { page, close } = await openConsole({ browser, port, as: 'admin' });
    await page.route('**/api/customers?**', (route) => route.fulfill({ status: 503, json: {} }));
    await page.getByRole('link', { name: 'Metro Micromobility' }).click();
    await page.getByText('RideGate can’t answer right now').waitFor();
    await page.unroute('**/api/customers?**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('rowheader', { name: 'metro-diego' }).first().waitFor();
    await close();
  });

  test('says that a subaccount isn’t there', async () => {
    const path = '/subaccounts/nowhere/customers';
    const { page, close } = await openConsole({ browser, port, as: 'admin', path });
    await page.getByText('There is no such subaccount.').waitFor();
    await close();
  });
});

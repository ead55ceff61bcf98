// What an engineer does at 3 a.m.: sees whether webhooks are healthy, finds out why events were given up, and redrives
// them.

import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import * as z from 'zod';
import { sharedBrowser } from '../browser.ts';
import { clientOf, until, type Client } from '../http-client.ts';
import { focusedName, tabTo } from '../keyboard.ts';
import { startRun, type Run } from '../run.ts';
import { expectAccessible, expectAccessibleInEveryLook, openConsole } from './console-page.ts';
import { strandRiders, type StrandedRiders } from './stranded-riders.ts';

// Each test signs in and waits for several functions' first calls.
vi.setConfig({ testTimeout: 90_000 });

let run: Run;
let browser: Browser;
let client: Client;
let riders: StrandedRiders;

beforeAll(async () => {
  [run, browser] = await Promise.all([startRun(), sharedBrowser()]);
  client = clientOf(run.port);
}, 180_000);
afterAll(async () => {
  riders.close();
  await run.stop();
});

const open = (options: Partial<Parameters<typeof openConsole>[0]> = {}) =>
  openConsole({ browser, port: run.port, as: 'admin', path: '/operations', ...options });

const letters = (page: Page) => page.getByRole('region', { name: 'Dead letters' });
const rowOf = (page: Page, id: string) => letters(page).getByRole('row').filter({ hasText: id });
const choose = (page: Page, eventId: string) =>
  letters(page).getByRole('checkbox', { name: `Select ${eventId}` });
const dialog = (page: Page) => page.getByRole('dialog');
const refresh = (page: Page) => page.getByRole('button', { name: 'Refresh now' }).click();

test('operators read whom to ask', async () => {
  const { page, faults, close } = await open({ as: 'metro' });
  await page.getByText('This page is for admins').waitFor();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'To your customers' }).click();
  await page.waitForURL((url) => url.pathname === '/subaccounts/metro/customers');
  expect(faults).toEqual([]);
  await close();
});

describe('on a good night', () => {
  test('the first line says that webhooks are healthy, and there is nothing to do', async () => {
    const service = await client.token('service');
    const payer = { id: 'payer-1', stripe_customer_id: 'cus_payer1' };
    await client.api(service, 'POST', '/api/customers?subaccount_id=metro', payer);
    const charge = { customer: 'cus_payer1', risk_level: 'normal', status: 'succeeded' };
    await client.steer('POST', '/charges', charge);
    const { page, faults, close } = await open();

    // It needs no click: the page follows by itself.
    await page.getByText('Webhooks are healthy').waitFor();
    await page.getByText('No dead letters: nothing to do.').waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('each hour of a day or a week is drawn, with its numbers as a table and as a file', async () => {
    const { page, address, close } = await open();
    const table = page.getByRole('table', { name: 'Events', exact: true });
    await page.getByRole('button', { name: 'Show as a table: Events' }).click();
    expect(await table.getByRole('row').count()).toBe(1 + 24);
    await page.getByRole('button', { name: '7 days' }).click();
    await page.waitForURL(address('/operations?hours=168'));
    await table.getByRole('row').nth(168).waitFor();

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download “Events” as CSV' }).click();
    const file = await readFile(await (await download).path(), 'utf8');
    expect(file.split('\r\n')[0]).toContain('Hour (UTC),Processed,Dropped,Failed tries');
    expect(file.trim().split('\r\n')).toHaveLength(1 + 168);
    await close();
  });

  test('the reconciler’s runs are told in words, and a missing one is', async () => {
    await client.invoke('RideGate-prod-Webhook-Reconcile', { quiet_seconds: 0 });
    const { page, close } = await open();
    const runs = page.getByRole('region', { name: 'Reconciler runs' });
    await runs.getByText('Completed').first().waitFor();
    expect(await runs.getByText('The last run began').count()).toBe(0);

    await page.route('**/api/reconciler-runs*', async (route) => {
      const text = await (await route.fetch()).text();
      await route.fulfill({ contentType: 'application/json', body: text.replaceAll(/"20\d\d-/g, '"2020-') });
    });
    await refresh(page);
    await runs.getByText(/The last run began \d+ years ago/).waitFor();
    await close();
  });
});

describe('where events were given up', () => {
  const events: Record<string, string> = {};

  beforeAll(async () => {
    riders = await strandRiders(run.port);
    events['key-1'] = await riders.add('key-1', 'stripe_key');
    events['key-2'] = await riders.add('key-2', 'stripe_key');
    events['odd-1'] = await riders.add('odd-1', 'unexpected');
    events['gone-1'] = await riders.add('gone-1', 'stripe_refused:resource_missing');
    await riders.addNonsense();
  });
  const eventOf = (id: string): string => events[id] ?? '';

  test('the page has no fault that axe-core finds', async () => {
    const { page, faults, close } = await open();
    await letters(page).getByText(eventOf('key-1')).first().waitFor();
    await page.getByRole('region', { name: 'Reconciler runs' }).getByText('Completed').first().waitFor();
    await expectAccessibleInEveryLook(page);
    await letters(page).getByRole('button', { name: 'Redrive all', exact: true }).click();
    await dialog(page).getByText('Would redrive 4, skip 1, not reached 0.').waitFor();
    await expectAccessibleInEveryLook(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('each is told with its cause, what to do, and whom it is about', async () => {
    const { page, address, close } = await open();
    await page.getByText('5 events were given up: riders who verified may still be blocked.').waitFor();
    await letters(page)
      .getByText('Set the key of the right mode, wait five minutes, then redrive.')
      .waitFor();
    await letters(page).getByText('(2 events, stripe_key)').waitFor();
    await letters(page).getByText('Stripe doesn’t know the session or payment').first().waitFor();
    await rowOf(page, 'No event').getByText('Can’t be redriven: it is no event.').waitFor();
    await rowOf(page, eventOf('key-1')).getByRole('link', { name: 'harbor/key-1' }).click();
    await page.waitForURL(address('/subaccounts/harbor/customers/key-1'));
    await close();
  });

  test('a choice outlives a refresh, also one that fails, which leaves what was there', async () => {
    const { page, close } = await open();
    await choose(page, eventOf('odd-1')).check();
    await page.route('**/api/dead-letters*', (route) => route.abort());
    await refresh(page);
    await letters(page).getByText('Refreshing failed. You see what was true').waitFor();
    expect(await choose(page, eventOf('odd-1')).isChecked()).toBe(true);

    await page.unroute('**/api/dead-letters*');
    await letters(page).getByRole('button', { name: 'Try again' }).click();
    await letters(page).getByText('Refreshing failed').waitFor({ state: 'hidden' });
    expect(await choose(page, eventOf('odd-1')).isChecked()).toBe(true);
    await letters(page).getByRole('button', { name: 'Redrive selected (1)' }).waitFor();
    await close();
  });

  test('all alike are redriven by keyboard, after a look that moves nothing', async () => {
    const { page, close } = await open();
    await letters(page).getByText(eventOf('key-1')).first().waitFor();
    const alike = 'Redrive these: The Stripe key is of the other mode';
    await tabTo(page, alike);
    await page.keyboard.press('Enter');
    await dialog(page).getByText('Would redrive 2, skip 0, not reached 0.').waitFor();
    expect(await riders.mayRide('key-1')).toBe(false);
    await page.keyboard.press('Escape');
    await dialog(page).waitFor({ state: 'hidden' });
    expect(await focusedName(page)).toContain(alike);

    await page.keyboard.press('Enter');
    await dialog(page).getByText('Would redrive 2').waitFor();
    await tabTo(page, 'Redrive 2');
    await page.keyboard.press('Enter');
    await dialog(page).getByText('2 events redriven, 0 remain.').waitFor();
    await tabTo(page, 'Close');
    await page.keyboard.press('Enter');
    await rowOf(page, eventOf('key-1')).waitFor({ state: 'hidden' });
    expect(await page.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe(
      'Dead letters',
    );
    await until(() => riders.mayRide('key-1'), Boolean);
    await until(() => riders.mayRide('key-2'), Boolean);
    await close();
  });

  test('a redrive of chosen ones that fails says so, and works when it is tried again', async () => {
    const { page, close } = await open();
    await choose(page, eventOf('odd-1')).check();
    await letters(page).getByRole('button', { name: 'Redrive selected (1)' }).click();
    await dialog(page).getByText('Would redrive 1, skip 0, not reached 0.').waitFor();
    await page.route('**/api/dead-letters/redrive', (route) => route.fulfill({ status: 503, json: {} }));
    await dialog(page).getByRole('button', { name: 'Redrive 1' }).click();
    await dialog(page).getByText('RideGate can’t answer right now.').waitFor();
    await dialog(page).getByText('Doing it twice is harmless.').waitFor();

    await page.unroute('**/api/dead-letters/redrive');
    await dialog(page).getByRole('button', { name: 'Redrive 1' }).click();
    await dialog(page).getByText('1 event redriven, 0 remain.').waitFor();
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click();
    await rowOf(page, eventOf('odd-1')).waitFor({ state: 'hidden' });
    await until(() => riders.mayRide('odd-1'), Boolean);
    await close();
  });

  test('what a call did not reach is redriven by calling again', async () => {
    const { page, close } = await open();
    await letters(page).getByText(eventOf('gone-1')).first().waitFor();
    await page.route('**/api/dead-letters/redrive', async (route) => {
      const answer = await route.fetch();
      const body = z.looseObject({ remaining: z.number() }).parse(await answer.json());
      await route.fulfill({ json: { ...body, remaining: body.remaining + 3, held_by_others: 1 } });
    });
    await letters(page).getByRole('button', { name: 'Redrive all', exact: true }).click();
    await dialog(page).getByText('Would redrive 1, skip 1, not reached 3.').waitFor();
    await dialog(page).getByText('1 message is no event and can’t be redriven').waitFor();
    await dialog(page).getByRole('button', { name: 'Redrive 1' }).click();
    await dialog(page).getByText('1 event redriven, 3 remain.').waitFor();
    await dialog(page).getByText('About 2 were not reached. Call again').waitFor();

    await page.unroute('**/api/dead-letters/redrive');
    await dialog(page).getByRole('button', { name: 'Redrive the rest' }).click();
    await dialog(page).getByText('1 event redriven, 0 remain.').waitFor();
    await dialog(page).getByRole('button', { name: 'Close', exact: true }).last().click();
    // What is no event stays, and is all that there is now.
    await rowOf(page, eventOf('gone-1')).waitFor({ state: 'hidden' });
    expect(await letters(page).getByRole('button', { name: 'Redrive all', exact: true }).isDisabled()).toBe(
      true,
    );
    await until(() => riders.mayRide('gone-1'), Boolean);
    await close();
  });

  test('one that comes while the page is open shows up by itself', async () => {
    const { page, close } = await open();
    await rowOf(page, 'No event').waitFor();
    const eventId = await riders.add('late-1', 'busy');
    await choose(page, eventId).waitFor({ timeout: 25_000 });
    await close();
  });
});

test('each part that can’t be read says so, and is read again when asked', async () => {
  const { page, close } = await open({ path: '/subaccounts' });
  const asked = /\/api\/(webhook-health|dead-letters|reconciler-runs)/;
  await page.route(asked, (route) => route.fulfill({ status: 503, json: {} }));
  await page.getByRole('link', { name: 'Operations' }).click();
  const sorry = page.getByText('RideGate can’t answer right now.');
  await until(
    () => sorry.count(),
    (count) => count === 3,
  );
  await expectAccessible(page);

  await page.unroute(asked);
  for (const left of [2, 1, 0]) {
    await page.getByRole('button', { name: 'Try again' }).first().click();
    await until(
      () => sorry.count(),
      (count) => count === left,
    );
  }
  await page.getByRole('heading', { name: 'Webhooks right now' }).waitFor();
  await close();
});

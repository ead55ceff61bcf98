// A session that really ends while somebody types: its tokens live for seconds, and the issuer renews them no more.

import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { consoleConfig } from '../../../functions/contracts/console-config.ts';
import { sharedBrowser } from '../browser.ts';
import { clientOf } from '../http-client.ts';
import { startRun, type Run } from '../run.ts';
import { chooseDemoPerson, expectAccessible, openConsole, type people } from './console-page.ts';
import { dialogOf, metroCustomers, pathOf } from './one-customer.ts';

let run: Run;
let browser: Browser;

// The console renews a token 30 seconds before its end: these after a second.
const settings = { RIDEGATE_ACCESS_TOKEN_SECONDS: '31' };

beforeAll(async () => {
  [run, browser] = await Promise.all([startRun(undefined, settings), sharedBrowser()]);
}, 180_000);
afterAll(async () => {
  await run.stop();
});

test('what was typed outlives it, and signing in beside the page goes on from there', async () => {
  const make = await metroCustomers(clientOf(run.port));
  const path = pathOf(await make.risky('end-1'));
  const { page, faults, close } = await openConsole({
    browser,
    port: run.port,
    as: 'metro',
    path,
    ownContext: true,
  });
  page.setDefaultTimeout(20_000);
  await page.getByRole('button', { name: 'Manually Verify' }).click();
  const { notes, press } = dialogOf(page, 'Verify this customer manually?');
  await notes.fill('Saw the passport');

  await endAtIssuer(page);

  // The page asks for news by itself, which is when it finds out.
  const ended = page.getByRole('dialog', { name: 'Your session has ended' });
  await ended.waitFor();
  await expectAccessible(page);

  await blockNextWindow(page);
  await ended.getByRole('button', { name: 'Sign in again' }).click();
  await ended.getByText('The browser blocked the window.').waitFor();

  await signInAgain(page, 'harbor');
  await ended.getByText('Somebody else signed in.').waitFor();
  expect(await notes.inputValue()).toBe('Saw the passport');

  await signInAgain(page, 'metro');
  await ended.waitFor({ state: 'hidden' });
  expect(await notes.inputValue()).toBe('Saw the passport');
  await press('Manually Verify');
  await page.getByText('May ride: verified', { exact: true }).waitFor();
  expect(await make.lastEntry('end-1')).toMatchObject({
    action: 'manually_verified',
    actor: 'operator:maya.brooks',
    notes: 'Saw the passport',
  });
  expect(faults).toEqual([]);
  await close();
}, 90_000);

/** As another application of the same browser does, of which this page hears nothing. */
async function endAtIssuer(page: Page): Promise<void> {
  const other = await page.context().newPage();
  const { origin } = new URL(page.url());
  const answer = await other.request.get(`${origin}/config.json`);
  const { end_session_endpoint, client_id } = consoleConfig.parse(await answer.json());
  const query = new URLSearchParams({ client_id, logout_uri: `${origin}/` });
  await other.goto(`${end_session_endpoint}?${query.toString()}`);
  await other.getByRole('heading', { name: 'Choose a demo operator' }).waitFor();
  await other.close();
}

/** As browsers do with pop-ups that they don't know. */
function blockNextWindow(page: Page): Promise<void> {
  return page.evaluate(() => {
    const open = window.open.bind(window);
    window.open = () => {
      window.open = open;
      return null;
    };
  });
}

/** In the window that opens beside the page, which closes itself. */
async function signInAgain(page: Page, as: keyof typeof people): Promise<void> {
  const opening = page.waitForEvent('popup');
  await page.getByRole('button', { name: 'Sign in again' }).click();
  const window = await opening;
  const closing = window.waitForEvent('close');
  await chooseDemoPerson(window, as);
  await closing;
}

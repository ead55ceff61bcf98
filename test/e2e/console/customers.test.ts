// The lists of customers: who needs support, all others page by page, and one by an id.

import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../browser.ts';
import { focusedName, tabTo } from '../keyboard.ts';
import { commonRun } from '../common-run.ts';
import { expectAccessible, expectAccessibleInEveryLook, openConsole, phone } from './console-page.ts';
import { customerMaker, idsIn, stripeIdOf } from './customer-lists.ts';

const desk = 'desk';
const queue = `/subaccounts/${desk}/customers`;
const ids = Array.from({ length: 28 }, (_, index) => `desk-${String(index + 1).padStart(2, '0')}`);

let port: number;
let browser: Browser;
let sessionId: string;

beforeAll(async () => {
  const [run, started] = await Promise.all([commonRun(), sharedBrowser()]);
  port = run.port;
  browser = started;
  const make = customerMaker(run.client);
  await make.subaccount(desk, { identity_verification_mode: 'all_users' });
  await make.subaccount('desk-empty', {});
  // One after the other: the first waits longest.
  for (const id of ids) await make.customer(desk, id);
  await make.riskyPayment(desk, 'desk-01');
  await make.askForAlternative(desk, 'desk-02');
  sessionId = await make.failForGood(desk, 'desk-03');
}, 120_000);

const open = (path: string, options: Partial<Parameters<typeof openConsole>[0]> = {}) =>
  openConsole({ browser, port, as: 'admin', path, ...options });

describe('who needs attention', () => {
  test('the longest waiting stand on top, the first ten with a link to all', async () => {
    const { page, faults, close } = await open(queue);
    await page.getByRole('link', { name: 'Show all 28' }).waitFor();
    expect(await page.getByRole('heading', { level: 2, name: '(' }).allInnerTexts()).toEqual([
      'Required (28)',
      'Alternative requests (1)',
      'Failed (1)',
    ]);
    expect(await idsIn(page, 'Required')).toEqual(ids.slice(0, 10));
    expect(await idsIn(page, 'Alternative requests')).toEqual(['desk-02']);
    expect(await idsIn(page, 'Failed')).toEqual(['desk-03']);
    await page.getByRole('link', { name: 'Show all 28' }).click();
    await page.waitForURL('**/customers?filter=required');
    const scrolled = () => page.evaluate(() => scrollY);
    await expect.poll(scrolled).toBe(0);
    await page.goBack();
    await expect.poll(scrolled).toBeGreaterThan(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('each row says why, since when, the risk and the attempts', async () => {
    const { page, close } = await open(queue);
    const row = page.getByRole('row').filter({ hasText: 'desk-01' });
    await row.getByRole('cell').first().waitFor();
    expect(await row.getByRole('cell').allInnerTexts()).toEqual([
      expect.stringContaining('Identity Required'),
      'Subaccount requires verification for all users',
      expect.stringMatching(/ago$|^now$/),
      '75 (highest)',
      '0',
    ]);
    expect(await row.locator('time').getAttribute('title')).toMatch(/ UTC$/);
    const asks = page.getByRole('table', { name: 'Alternative requests' });
    await asks.getByText('Asks for another way to verify').waitFor();
    const failed = page.getByRole('table', { name: 'Failed' });
    await failed.getByText('Too young for Stripe').waitFor();
    await close();
  });

  test('nobody is a good sign, and every empty list says what it is', async () => {
    const { page, close } = await open('/subaccounts/desk-empty/customers');
    await page.getByText('Nobody needs you right now').waitFor();
    await expectAccessible(page);
    for (const [filter, sentence] of [
      ['Failed', 'Nobody has run out of attempts.'],
      ['Verified', 'Nobody is verified yet.'],
      ['All', 'This subaccount has no customers yet.'],
    ] as const) {
      await page.getByRole('navigation', { name: 'Lists of customers' }).getByText(filter).click();
      await page.getByText(sentence).waitFor();
    }
    await close();
  });
});

describe('a list with pages', () => {
  test('goes on, back, and to where the browser’s own buttons lead', async () => {
    const { page, close } = await open(`${queue}?filter=required`);
    const first = page.getByRole('rowheader', { name: 'desk-01' });
    const last = page.getByRole('rowheader', { name: 'desk-28' });
    await first.waitFor();
    await page.getByRole('button', { name: 'Next' }).click();
    await last.waitFor();
    expect(await idsIn(page, 'Required')).toEqual(ids.slice(25));
    await page.getByText('Page 2').waitFor();
    await page.goBack();
    await first.waitFor();
    await page.goForward();
    await last.waitFor();
    await page.getByRole('button', { name: 'Previous' }).click();
    await first.waitFor();
    expect(await focusedName(page)).toContain('Previous');
    await close();
  });

  test('a page that somebody was sent opens alone, and leads to the first', async () => {
    const sender = await open(`${queue}?filter=required`);
    await sender.page.getByRole('button', { name: 'Next' }).click();
    await sender.page.getByRole('rowheader', { name: 'desk-28' }).waitFor();
    const { pathname, search } = new URL(sender.page.url());
    await sender.close();
    const { page, close } = await open(pathname + search);
    await page.getByRole('rowheader', { name: 'desk-28' }).waitFor();
    await page.getByRole('button', { name: 'First page' }).click();
    await page.getByRole('rowheader', { name: 'desk-01' }).waitFor();
    await close();
  });

  test('turns around, and the address remembers it', async () => {
    const { page, close } = await open(`${queue}?filter=required`);
    await page.getByRole('rowheader', { name: 'desk-01' }).waitFor();
    await page.getByRole('button', { name: 'Order Oldest first' }).click();
    await page.getByRole('option', { name: 'Newest first' }).click();
    await page.waitForURL('**?filter=required&order=newest');
    await page.getByRole('rowheader', { name: 'desk-28' }).waitFor();
    expect((await idsIn(page, 'Required'))[0]).toBe('desk-28');
    await close();
  });
});

describe('the search', () => {
  test.each([
    ['the customer’s own id, with blanks around it', () => '  desk-07 ', 'desk-07'],
    ['Stripe’s id of him', () => stripeIdOf('desk-07'), 'desk-07'],
    ['an id of a session', () => sessionId, 'desk-03'],
  ])('opens the customer by %s, and going back leads to the list', async (_case, text, id) => {
    const { page, address, close } = await open(`${queue}?filter=failed`);
    await page.getByRole('rowheader', { name: 'desk-03' }).waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type(text());
    await page.keyboard.press('Enter');
    await page.waitForURL(address(`${queue}/${id}`));
    await page.goBack();
    await page.waitForURL(address(`${queue}?filter=failed`));
    await close();
  });

  test('says that nobody has an id, and what to check', async () => {
    const { page, close } = await open(`${queue}?search=desk-99`);
    await page.getByText('Nobody has the id “desk-99”').waitFor();
    await page.getByText('belongs to the subaccount desk').waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Back to the list' }).click();
    await page.getByRole('rowheader', { name: 'desk-01' }).first().waitFor();
    await close();
  });

  test('sends nothing that is no id, such as a name', async () => {
    const { page, close } = await open(queue);
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.getByRole('searchbox').fill('Nora Lindqvist');
    await page.keyboard.press('Enter');
    await page.getByText('An id has no blanks').waitFor();
    await page.getByRole('searchbox').fill('Nora@north.example');
    await page.keyboard.press('Enter');
    await page.getByText('E-mail addresses are not searched for').waitFor();
    expect(page.url()).not.toContain('Nora');
    expect(asked.filter((url) => url.includes('search='))).toEqual([]);
    await close();
  });

  test('its key can be turned off, and types itself in a field', async () => {
    const { page, close } = await open(queue);
    const field = page.getByRole('searchbox');
    await page.keyboard.press('/');
    await page.keyboard.type('/a');
    expect(await field.inputValue()).toBe('/a');
    await page.getByRole('button', { name: 'Turn it off' }).click();
    await page.keyboard.press('/');
    expect(await field.evaluate((element) => element === document.activeElement)).toBe(false);
    await close();
  });
});

describe('whoever reads the lists', () => {
  test('gets by with the keyboard alone', async () => {
    const { page, address, close } = await open(queue);
    await page.getByRole('rowheader', { name: 'desk-01' }).waitFor();
    await tabTo(page, 'Failed');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Order Newest first' }).waitFor();
    await tabTo(page, 'desk-03');
    await page.keyboard.press('Enter');
    await page.waitForURL(address(`${queue}/desk-03`));
    await close();
  });

  test('can read them in the light, in the dark and on a phone', async () => {
    const { page, faults, close } = await open(queue);
    await page.getByRole('rowheader', { name: 'desk-03' }).first().waitFor();
    await expectAccessibleInEveryLook(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('chooses the list from a menu on a phone', async () => {
    const { page, close } = await open(queue, { context: { viewport: phone } });
    await page.getByRole('button', { name: 'List Needs attention' }).click();
    await page.getByRole('option', { name: 'Failed' }).click();
    await page.waitForURL('**?filter=failed');
    await page.getByRole('button', { name: 'Order Newest first' }).waitFor();
    await page.getByText('Attempts: 1').waitFor();
    await close();
  });

  test('reads them in German', async () => {
    const { page, close } = await open(queue, { context: { locale: 'de-DE' } });
    await page.getByText('Der Subaccount verlangt von allen eine Verifizierung').first().waitFor();
    await close();
  });
});

describe('the choice of a subaccount', () => {
  test('finds one by a part of its name, and leads to its customers', async () => {
    const { page, close } = await open('/subaccounts');
    await page.getByRole('searchbox', { name: 'Name or id' }).fill('HARBOR');
    await page.getByText('1 subaccount').first().waitFor();
    await expectAccessible(page);
    await page.getByRole('link', { name: 'Harbor Bike Share' }).click();
    await page.waitForURL('**/subaccounts/harbor/customers');
    await close();
  });

  test('is none for an operator', async () => {
    const { page, close } = await open('/subaccounts', { as: 'metro' });
    await page.waitForURL('**/subaccounts/metro/customers');
    await close();
  });

  test('says why there is nothing to choose from, and asks again', async () => {
    const { page, close } = await open('/operations');
    await page.route('**/api/subaccounts?**', (route) => route.fulfill({ status: 503, json: {} }));
    await page.getByRole('link', { name: 'Subaccounts' }).click();
    await page.getByText('RideGate can’t answer right now').waitFor();
    await page.unroute('**/api/subaccounts?**');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByRole('link', { name: 'Harbor Bike Share' }).waitFor();
    await close();
  });
});

// Every page while the API takes its time, and where what answers isn't the API, or not as it should.

import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../browser.ts';
import { commonRun } from '../common-run.ts';
import { expectAccessible, openConsole, phone } from './console-page.ts';

let port: number;
let browser: Browser;

beforeAll(async () => {
  [{ port }, browser] = await Promise.all([commonRun(), sharedBrowser()]);
}, 90_000);

const diego = '/subaccounts/metro/customers/metro-diego';

describe('a slow network', { timeout: 60_000 }, () => {
  test.each([
    ['subaccounts', '/subaccounts', 'Loading subaccounts', 'Metro Micromobility'],
    ['customers', '/subaccounts/metro/customers', 'Loading customers', 'metro-diego'],
    ['customer', diego, 'Loading…', 'The customer was created'],
    ['policy', '/subaccounts/metro/policy', 'Loading the policy…', 'What this would do'],
    ['insights', '/subaccounts/metro/insights', 'Loading the numbers…', 'Key numbers'],
    ['operations', '/operations', 'Looking at how webhooks fare', 'Reconciler runs'],
  ])(
    '%s says at once that it loads, and nothing leaves the screen',
    async (_page, path, loading, content) => {
      const { page, faults, address, close } = await openConsole({
        browser,
        port,
        as: 'admin',
        path: '/nowhere',
        context: { viewport: phone },
      });
      page.setDefaultTimeout(20_000);
      const { promise: mayAnswer, resolve: letAnswer } = Promise.withResolvers<undefined>();
      await page.route('**/api/**', async (route) => {
        await mayAnswer;
        await route.continue();
      });

      await page.goto(address(path));

      await page.getByText(loading).filter({ visible: true }).first().waitFor();
      await page.getByRole('heading', { level: 1 }).first().waitFor();
      expect(await fitsAcross(page)).toBe(true);
      await expectAccessible(page);
      letAnswer(undefined);
      await page.getByText(content).filter({ visible: true }).first().waitFor();
      await page.getByText(loading).filter({ visible: true }).first().waitFor({ state: 'hidden' });
      expect(await fitsAcross(page)).toBe(true);
      expect(faults).toEqual([]);
      await close();
    },
  );

  const fitsAcross = (page: Page): Promise<boolean> =>
    page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
});

test('an answer that isn’t the API’s is said in one sentence, and trying again helps', async () => {
  const { page, faults, address, close } = await openConsole({
    browser,
    port,
    as: 'metro',
    path: '/nowhere',
  });
  page.setDefaultTimeout(20_000);
  const html = '<html><body>Welcome to Free Wi-Fi</body></html>';
  const answers = [
    [
      { status: 403, contentType: 'text/html', body: html },
      'RideGate answered something unexpected (status 403)',
    ],
    [
      { status: 200, contentType: 'text/html', body: html },
      'RideGate answered something unexpected (status 200)',
    ],
    [
      { status: 200, contentType: 'application/json', body: '{"id":' },
      'RideGate answered something unexpected (status 200)',
    ],
    [{ status: 429, body: 'Too many' }, 'RideGate can’t answer right now.'],
  ] as const;
  for (const [answer, sentence] of answers) {
    await page.unroute('**/api/**');
    await page.route('**/api/**', (route) => route.fulfill(answer));
    await page.goto(address(diego));
    await page.getByText(sentence).waitFor();
    expect(await page.getByText(/Free Wi-Fi|Too many|SyntaxError|JSON/).count()).toBe(0);
  }
  await page.unroute('**/api/**');

  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByText('The customer was created').waitFor();
  expect(faults).toEqual([]);
  await close();
}, 60_000);

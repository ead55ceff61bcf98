// The policy page in a browser: tuned with its consequences in sight, saved, overtaken by others, applied, and its
// history. Each test that saves has a subaccount of its own.

import type { Browser, Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import * as z from 'zod';
import { sharedBrowser } from '../browser.ts';
import { clientOf, type Client, until } from '../http-client.ts';
import { tabTo } from '../keyboard.ts';
import { commonRun } from '../common-run.ts';
import {
  type ConsolePage,
  expectAccessible,
  expectAccessibleInEveryLook,
  openConsole,
  type OpenOptions,
} from './console-page.ts';

let port: number;
let browser: Browser;
let client: Client;
let admin: string;
let service: string;

beforeAll(async () => {
  [{ port }, browser] = await Promise.all([commonRun(), sharedBrowser()]);
  client = clientOf(port);
  admin = await client.token('admin', { user_id: 'root' });
  service = await client.token('service');
}, 90_000);

const policyPath = (id: string): string => `/api/subaccounts/${id}/identity-policy`;

/** A subaccount of its own, with the default policy and so many customers. */
async function newSubaccount(customers = 0): Promise<string> {
  const id = `policy-${crypto.randomUUID().slice(0, 8)}`;
  await client.api(admin, 'PUT', `/api/subaccounts/${id}`, { name: id, app_name: 'Rides' });
  for (let index = 0; index < customers; index += 1) {
    await client.api(service, 'POST', `/api/customers?subaccount_id=${id}`, { id: `${id}-${index}` });
  }
  return id;
}

/** As somebody else does it, beside the browser. */
async function saveBeside(id: string, version: number, rules: Record<string, unknown>): Promise<void> {
  const saved = await client.api(admin, 'PUT', policyPath(id), { version, ...rules });
  expect(saved.status).toBe(200);
}

async function policyOf(id: string): Promise<Record<string, unknown>> {
  return (await client.api(admin, 'GET', policyPath(id))).body;
}

async function open(id: string, options: Partial<OpenOptions> = {}): Promise<ConsolePage> {
  const opened = await openConsole({
    browser,
    port,
    as: id === 'metro' ? 'metro' : 'admin',
    path: `/subaccounts/${id}/policy`,
    ...options,
  });
  await opened.page.getByRole('heading', { name: 'In numbers' }).waitFor();
  return opened;
}

/** With a clock that the test may turn forward. */
async function openWithClock(id: string): Promise<ConsolePage> {
  const opened = await openConsole({ browser, port, as: 'admin', path: `/subaccounts/${id}/insights` });
  await opened.page.clock.install();
  await opened.page.getByRole('link', { name: 'Policy', exact: true }).click();
  await opened.page.getByRole('heading', { name: 'In numbers' }).waitFor();
  return opened;
}

const number = (page: Page) => page.getByRole('spinbutton', { name: 'Risk threshold, number' });
const slider = (page: Page) => page.getByRole('slider', { name: 'Risk threshold, slider' });
const attempts = (page: Page) => page.getByRole('spinbutton', { name: 'Attempts' });
const bar = (page: Page) => page.getByRole('region', { name: 'Changes that are not saved' });
const review = (page: Page) => page.getByRole('button', { name: 'Review and save' });
const saveDialog = (page: Page) => page.getByRole('dialog', { name: 'Save the policy?' });

async function save(page: Page): Promise<void> {
  await review(page).click();
  await saveDialog(page).getByRole('button', { name: 'Save', exact: true }).click();
}

const simulation = z.object({
  newly_flagged: z.number(),
  customers_seen: z.number(),
  risk_scores: z.array(
    z.object({ score: z.number().nullable(), customers: z.number(), flaggable: z.number() }),
  ),
});

describe('the form', () => {
  test('shows every rule with what it does, and says which have no effect now', async () => {
    const { page, faults, close } = await open(await newSubaccount());

    await page.getByRole('radio', { name: 'Nobody', exact: true }).check();

    await page.getByText('No effect now: it counts in the mode “By risk” only.').first().waitFor();
    expect(await page.locator('[id^="field-identity_"]').count()).toBe(16);
    expect(faults).toEqual([]);
    await close();
  });

  test('keeps slider and number in step, in both directions', async () => {
    const { page, close } = await open(await newSubaccount());

    await number(page).fill('72');
    await until(
      () => slider(page).inputValue(),
      (value) => value === '72',
    );
    await slider(page).focus();
    await page.keyboard.press('ArrowRight');

    await until(
      () => number(page).inputValue(),
      (value) => value === '73',
    );
    await page.getByText('Changed. In force: 50').waitFor();
    await page.getByRole('button', { name: 'Undo: Risk threshold' }).click();
    expect(await number(page).inputValue()).toBe('50');
    await bar(page).getByText('Nothing changed.').waitFor();
    await close();
  });

  test('says what is wrong with a value at its field, and doesn’t save it', async () => {
    const { page, close } = await open(await newSubaccount());

    await attempts(page).fill('11');
    await page.getByText('Please type a whole number from 1 to 10.').waitFor();
    expect(await review(page).getAttribute('aria-disabled')).toBe('true');
    await page.getByRole('button', { name: 'Reset' }).click();

    expect(await attempts(page).inputValue()).toBe('3');
    await close();
  });

  test('shows what the API refuses at its field', async () => {
    const id = await newSubaccount();
    const { page, close } = await open(id);
    await page.route(`**${policyPath(id)}`, (route) =>
      route.request().method() === 'PUT'
        ? route.fulfill({
            status: 400,
            contentType: 'application/problem+json',
            json: {
              code: 'invalid_request',
              errors: [{ path: 'identity_max_attempts', message: 'is too generous' }],
            },
          })
        : route.continue(),
    );

    await attempts(page).fill('9');
    await save(page);

    await page.getByText('RideGate did not accept this: is too generous').waitFor();
    await page.getByText('One field needs your attention').waitFor();
    await close();
  });

  test('takes a moment in the viewer’s zone and shows it in UTC', async () => {
    const id = await newSubaccount();
    const { page, close } = await open(id, { context: { timezoneId: 'America/New_York' } });

    await page.getByRole('radio', { name: 'Who signed up before' }).check();
    await page.getByText('Please choose a date and a time').waitFor();
    await page.getByLabel('Date', { exact: true }).fill('2026-03-01');
    await page.getByLabel('Time', { exact: true }).fill('12:30');
    await page.getByText('In UTC: 2026-03-01 17:30:00 UTC').waitFor();
    await save(page);

    await until(
      () => policyOf(id),
      (policy) => policy['identity_exempt_customers_created_before'] === '2026-03-01T17:30:00.000Z',
    );
    await close();
  });

  test('can be used by keyboard alone', async () => {
    const id = await newSubaccount();
    const { page, close } = await open(id);

    await slider(page).focus();
    await page.keyboard.press('ArrowRight');
    await tabTo(page, 'Review and save');
    await page.keyboard.press('Enter');
    await saveDialog(page).waitFor();
    await tabTo(page, 'Save');
    await page.keyboard.press('Enter');

    await page.getByText('The policy is saved. Version 2 is in force.').waitFor();
    await close();
  });
});

describe('what it would do', () => {
  test('follows the slider at once, before the API has counted', async () => {
    const { page, close } = await open('metro');
    const counted = simulation.parse(
      (await client.api(admin, 'POST', `${policyPath('metro')}/simulate`, {})).body,
    );
    const at = (threshold: number): number =>
      counted.risk_scores.reduce(
        (sum, { score, flaggable }) => sum + (score !== null && score >= threshold ? flaggable : 0),
        0,
      );
    let calls = 0;
    // Nothing answers any more.
    await page.route('**/simulate', () => {
      calls += 1;
    });

    await number(page).fill('10');

    await page
      .getByText(`risk score of 10 or more would be asked to verify: ${at(10)} of ${counted.customers_seen}`)
      .first()
      .waitFor();
    await page.getByText('Threshold 10', { exact: true }).waitFor();
    await page.getByRole('img', { name: `Threshold 10. Asked to verify: ${at(10)} of` }).waitFor();
    await until(
      () => Promise.resolve(calls),
      (made) => made === 1,
    );
    await page.getByText('Counting again').first().waitFor();
    await close();
  });

  test('asks the API once where the slider rests, and drops what is stale', async () => {
    const { page, close } = await open('metro');
    const asked: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/simulate')) asked.push(request.postData() ?? '');
    });

    await slider(page).focus();
    for (let step = 0; step < 10; step += 1) await page.keyboard.press('ArrowLeft');

    await page.getByText('risk score of 40 or more').first().waitFor();
    await page.getByText('Counting again').waitFor({ state: 'detached' });
    expect(asked.length).toBeLessThan(4);
    expect(asked.at(-1)).toContain('"identity_verification_risk_threshold":40');
    await close();
  });

  test('names the cost at the lead’s own price and currency, and remembers both', async () => {
    const id = await newSubaccount(3);
    const { page, close } = await open(id);

    await page.getByRole('radio', { name: 'All riders' }).check();
    await page.getByLabel('Price per verification').fill('2,5');
    await page.getByRole('button', { name: /^Currency/ }).click();
    await page.getByPlaceholder('Find a currency').fill('euro');
    await page.getByRole('option', { name: 'EUR' }).click();

    await page.getByText('Everybody who hasn’t verified yet would be asked to: 3 of 3').first().waitFor();
    await page.getByText('€7.50').first().waitFor();
    await page.getByText('As of policy version 1.').waitFor();
    await page.getByLabel('Price per verification').fill('lots');
    await page.getByText('Please type a price').waitFor();
    await close();
  });

  test('has its numbers as a table and as a file', async () => {
    const { page, close } = await open('metro');

    await page.getByRole('button', { name: 'Show as a table: Customers by risk score' }).click();
    await page.getByRole('rowheader', { name: 'No score' }).waitFor();
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /CSV/ }).click(),
    ]);

    expect(download.suggestedFilename()).toBe('risk-scores-metro.csv');
    await close();
  });

  test('says so where it can’t be counted, and the form still works', async () => {
    const { page, close } = await open(await newSubaccount());
    await page.route('**/simulate', (route) => route.fulfill({ status: 503, json: { code: 'unavailable' } }));

    await number(page).fill('60');

    await page.getByText('RideGate can’t answer right now.').waitFor();
    await page.getByText('1 change not saved.').waitFor();
    await page.unroute('**/simulate');
    await page.getByRole('button', { name: 'Try again' }).click();
    await page.getByText('RideGate can’t answer right now.').waitFor({ state: 'detached' });
    await close();
  });
});

describe('saving', () => {
  test('shows what changes and what it will do, then holds', async () => {
    const id = await newSubaccount(2);
    const { page, faults, close } = await open(id);

    await page.getByRole('radio', { name: 'All riders' }).check();
    await page.getByRole('radio', { name: 'At least' }).check();
    await page.getByRole('spinbutton', { name: 'Minimum age, years' }).fill('18');
    await review(page).click();
    await saveDialog(page).getByRole('row', { name: 'Verification mode By risk All riders' }).waitFor();
    await saveDialog(page).getByRole('row', { name: 'Minimum age No minimum age 18 years' }).waitFor();
    await saveDialog(page).getByText('2 customers are blocked who may ride now').waitFor();
    await expectAccessible(page);
    await saveDialog(page).getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByText('The policy is saved. Version 2 is in force.').waitFor();
    expect(await policyOf(id)).toMatchObject({
      version: 2,
      identity_verification_mode: 'all_users',
      identity_minimum_age: 18,
    });
    expect(faults).toEqual([]);
    await close();
  });

  test('keeps the dialog and all edits where the API can’t be reached', async () => {
    const id = await newSubaccount();
    const { page, close } = await open(id);
    await attempts(page).fill('5');
    await review(page).click();
    await page.context().setOffline(true);

    await saveDialog(page).getByRole('button', { name: 'Save', exact: true }).click();
    await saveDialog(page).getByText('RideGate could not be reached.').waitFor();
    await page.context().setOffline(false);
    await saveDialog(page).getByRole('button', { name: 'Save', exact: true }).click();

    await page.getByText('The policy is saved. Version 2 is in force.').waitFor();
    await close();
  });

  test('goes on from what somebody else saved meanwhile, and keeps mine only where I say so', async () => {
    const id = await newSubaccount();
    const { page, close } = await open(id);
    await number(page).fill('60');
    await attempts(page).fill('5');
    await saveBeside(id, 1, { identity_verification_risk_threshold: 75, identity_require_selfie: false });

    await save(page);

    await page.getByText('Your changes now stand on top of version 2.').waitFor();
    await page.getByRole('row', { name: 'Require a selfie Yes No' }).waitFor();
    await page.getByText('Somebody else changed this too, to “75”. You have “60”.').waitFor();
    expect(await review(page).getAttribute('aria-disabled')).toBe('true');
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Keep mine: Risk threshold' }).click();
    await save(page);
    await page.getByText('The policy is saved. Version 3 is in force.').waitFor();
    expect(await policyOf(id)).toMatchObject({
      identity_verification_risk_threshold: 60,
      identity_max_attempts: 5,
      identity_require_selfie: false,
    });
    await close();
  });

  test('or takes theirs', async () => {
    const id = await newSubaccount();
    const { page, close } = await open(id);
    await number(page).fill('60');
    await saveBeside(id, 1, { identity_verification_risk_threshold: 75 });
    await save(page);

    await page.getByRole('button', { name: 'Take theirs: Risk threshold' }).click();

    expect(await number(page).inputValue()).toBe('75');
    await bar(page).getByText('Nothing changed.').waitFor();
    await close();
  });
});

describe('a version that somebody else saves', () => {
  test('is said within half a minute while I edit, and my edits stay', async () => {
    const id = await newSubaccount();
    const { page, close } = await openWithClock(id);
    await number(page).fill('60');
    await saveBeside(id, 1, { identity_max_attempts: 7 });

    await page.clock.fastForward(31_000);

    await page.getByText('saved version 2 while you were editing.').waitFor();
    expect(await number(page).inputValue()).toBe('60');
    expect(await attempts(page).inputValue()).toBe('3');
    await page.getByRole('button', { name: 'Show what changed' }).click();
    await until(
      () => attempts(page).inputValue(),
      (value) => value === '7',
    );
    expect(await number(page).inputValue()).toBe('60');
    await close();
  });

  test('is shown where I edit nothing', async () => {
    const id = await newSubaccount();
    const { page, close } = await openWithClock(id);
    await saveBeside(id, 1, { identity_max_attempts: 7 });

    await page.clock.fastForward(31_000);

    await page.getByText('Version 2 is shown now.').waitFor();
    expect(await attempts(page).inputValue()).toBe('7');
    await close();
  });
});

describe('leaving with unsaved edits', () => {
  test('asks first, within the console and out of it', async () => {
    const id = await newSubaccount();
    const { page, address, close } = await open(id);
    await number(page).fill('60');
    const leaving = page.getByRole('dialog', { name: 'Leave without saving?' });

    await page.getByRole('link', { name: 'Insights' }).click();
    await leaving.getByRole('button', { name: 'Cancel' }).click();
    expect(await number(page).inputValue()).toBe('60');
    const [question] = await Promise.all([
      page.waitForEvent('dialog'),
      page.evaluate(() => setTimeout(() => location.reload())),
    ]);
    expect(question.type()).toBe('beforeunload');
    await question.dismiss();
    await page.getByRole('link', { name: 'Insights' }).click();
    await leaving.getByRole('button', { name: 'Leave without saving' }).click();

    await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
    expect(page.url()).toContain(address(`/subaccounts/${id}/insights`));
    await close();
  });
});

describe('the history', () => {
  test('says who changed what, page by page, and brings old values back into the form', async () => {
    const id = await newSubaccount();
    for (let version = 1; version <= 12; version += 1) {
      await saveBeside(id, version, { identity_verification_risk_threshold: 50 + version });
    }
    const { page, close } = await open(id);
    const history = page.getByRole('region', { name: 'History' });

    await history.getByText('Risk threshold: 61 → 62').waitFor();
    expect(await history.getByText('root').count()).toBeGreaterThan(0);
    await history.getByRole('button', { name: 'Show older versions' }).click();
    await history.getByText('The first version').waitFor();
    await history.getByRole('button', { name: 'Use these values: version 3', exact: true }).click();

    await until(
      () => number(page).inputValue(),
      (value) => value === '52',
    );
    await page.getByText('They are not saved yet.').waitFor();
    await bar(page).getByText('1 change not saved.').waitFor();
    expect((await policyOf(id))['version']).toBe(13);

    // What is in the form now is not saved, so that it is asked before it goes.
    await history.getByRole('button', { name: 'Use these values: version 5', exact: true }).click();
    const question = page.getByRole('dialog', { name: 'Use the values of version 5?' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    expect(await number(page).inputValue()).toBe('52');
    await history.getByRole('button', { name: 'Use these values: version 5', exact: true }).click();
    await question.getByRole('button', { name: 'Use these values' }).click();
    await until(
      () => number(page).inputValue(),
      (value) => value === '54',
    );
    await close();
  });
});

describe('applying it to existing customers', () => {
  test('says whom it would ask, then how far it is, also after coming back', async () => {
    const id = await newSubaccount(5);
    await saveBeside(id, 1, { identity_verification_mode: 'all_users' });
    const { page, close } = await open(id);
    const section = page.getByRole('region', { name: 'Existing customers' });
    await section.getByText('was never applied').waitFor();

    await section.getByRole('button', { name: 'Apply to existing customers' }).click();
    const dialog = page.getByRole('dialog', { name: 'Apply version 2 to existing customers?' });
    await dialog.getByText('5 of 5 customers would be asked to verify').waitFor();
    await expectAccessible(page);
    await dialog.getByRole('button', { name: 'Apply', exact: true }).click();
    await section.getByText('requested by alex.morgan').waitFor();
    await page.getByRole('link', { name: 'Insights' }).click();
    await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
    await page.goBack();

    await section.getByText('5 customers looked at, 5 asked to verify.').waitFor();
    await section.getByText('Done.').waitFor();
    await close();
  });

  test('applies nothing that somebody else changed meanwhile before that was read', async () => {
    const id = await newSubaccount(3);
    const { page, faults, close } = await open(id);
    await page.getByRole('button', { name: 'Apply to existing customers' }).click();
    const first = page.getByRole('dialog', { name: 'Apply version 1 to existing customers?' });
    await first.getByText('Nobody would be asked to verify').waitFor();
    await saveBeside(id, 1, { identity_verification_mode: 'all_users' });

    await first.getByRole('button', { name: 'Apply', exact: true }).click();

    const second = page.getByRole('dialog', { name: 'Apply version 2 to existing customers?' });
    await second.getByText('The policy has changed meanwhile: version 2 is in force now.').waitFor();
    await second.getByText('3 of 3 customers would be asked to verify').waitFor();
    expect((await client.api(admin, 'GET', `${policyPath(id)}/apply`)).status).toBe(404);
    await expectAccessible(page);
    await second.getByRole('button', { name: 'Apply', exact: true }).click();
    await page.getByText('3 customers looked at, 3 asked to verify.').waitFor();
    expect(faults.filter((fault) => !fault.includes('409'))).toEqual([]);
    await close();
  });

  test.each([
    ['running', 'Under way.', '40 of about 60 customers looked at'],
    ['superseded', 'as the policy was changed meanwhile', '40 customers looked at'],
    ['failed', 'It stopped with a fault.', '40 customers looked at'],
  ])('says in words that it is %s', async (status, words, numbers) => {
    const id = await newSubaccount();
    const at = new Date().toISOString();
    const application = {
      id: 'job_1',
      subaccount_id: id,
      status,
      policy_version: 2,
      requested_by: 'operator:maya.brooks',
      requested_at: at,
      started_at: at,
      updated_at: at,
      finished_at: null,
      processed: 40,
      flagged: 12,
    };
    const counted = await client.api(admin, 'POST', `${policyPath(id)}/simulate`, {});
    const path = `/subaccounts/${id}/insights`;
    const { page, close } = await openConsole({ browser, port, as: 'admin', path });
    await page.route('**/identity-policy/apply', (route) => route.fulfill({ json: application }));
    await page.route('**/simulate', (route) =>
      route.fulfill({ json: { ...counted.body, customers_seen: 60 } }),
    );
    await page.getByRole('link', { name: 'Policy', exact: true }).click();

    const section = page.getByRole('region', { name: 'Existing customers' });
    await section.getByText(words).waitFor();
    await section.getByText(numbers).waitFor();
    await close();
  });
});

describe('everybody can use it', () => {
  test('in the light, in the dark and on a phone', async () => {
    const { page, faults, close } = await open('metro');
    await page.getByRole('img').first().waitFor();
    await expectAccessibleInEveryLook(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('on a narrow phone in German', async () => {
    const { page, faults, close } = await openConsole({
      browser,
      port,
      as: 'metro',
      path: '/subaccounts/metro/policy',
      context: { viewport: { width: 320, height: 640 }, locale: 'de-DE' },
    });
    await page.getByRole('img').first().waitFor();

    await expectAccessible(page);

    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(page.viewportSize()?.width);
    expect(faults).toEqual([]);
    await close();
  });
});

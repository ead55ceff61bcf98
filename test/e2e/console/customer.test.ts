// One customer's page: why somebody is blocked, what operators do about it, and what they see when it fails.

import { beforeAll, describe, expect, test } from 'vitest';
import { tabTo } from '../keyboard.ts';
import { expectAccessible, expectAccessibleInEveryLook } from './console-page.ts';
import { chooseAction, dialogOf, pathOf, customerPages, type CustomerPages } from './one-customer.ts';

let open: CustomerPages['open'];
let make: CustomerPages['make'];

beforeAll(async () => {
  ({ open, make } = await customerPages());
}, 120_000);

const verify = 'Verify this customer manually?';

describe('why a customer is blocked', { timeout: 60_000 }, () => {
  test('is said by gate, banner and timeline, with the signals’ reasons', async () => {
    const id = await make.risky('page-why');
    await make.submit(id, 'selfie_face_mismatch');
    await make.askForAlternative(id, 'My camera is broken.');
    const { page, faults, close } = await open(pathOf(id));

    await page
      .getByText('May not ride: the last check failed, another try is needed', { exact: true })
      .waitFor();
    await page.getByText('Risk Score: 75/100 (highest)').waitFor();
    await page.getByText('My camera is broken.').waitFor();
    const blocking = page.getByRole('listitem').filter({ hasText: 'This blocks the customer' });
    await blocking.getByText('Verification was required: Risk score 75 >= threshold 50.').waitFor();
    await blocking.getByText('Push: “Identity Verification Required”').waitFor();
    await page.getByText(/IP address and GPS are 1,\d+ km apart; more than 200 km\./).waitFor();
    expect(await page.getByRole('link', { name: /DB-IP/ }).getAttribute('rel')).toContain('noreferrer');
    await page.getByText(/^1 of \d+$/).waitFor();
    await expectAccessible(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('is narrowed down to charges, which stands in the address', async () => {
    const id = await make.risky('page-narrow');
    const { page, close } = await open(pathOf(id));
    const entries = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
    await entries.getByText('The customer was created').waitFor();

    await page.getByRole('checkbox', { name: 'Charges' }).click();

    await page.waitForURL('**?show=charges');
    await expect.poll(() => entries.count()).toBe(1);
    await entries.getByRole('button', { name: 'What changed with version 2' }).click();
    const row = page.getByRole('row', { name: /^Risk score – / });
    expect(await row.getByRole('cell').allInnerTexts()).toEqual(['–', '75']);
    await close();
  });

  test('in the dark and on a phone as in the light', async () => {
    const { page, faults, close } = await open(pathOf(await make.risky('page-looks')));
    await page.getByText('The customer was created').waitFor();

    await expectAccessibleInEveryLook(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('the gate’s answer comes by keyboard, with what to tell the rider', async () => {
    const id = await make.risky('page-ride');
    const { page, close } = await open(pathOf(id));
    await tabTo(page, 'Start Trip');
    await page.keyboard.press('Enter');

    const answer = page.getByRole('region', { name: 'May this customer start a trip?' });
    await answer.getByText('No, the trip is blocked').waitFor();
    await answer.getByText('verification_required', { exact: true }).waitFor();
    await answer.getByText('Please open the app and choose to verify your identity.').waitFor();
    await expectAccessible(page);
    await close();
  });

  test('in German', async () => {
    const id = await make.risky('page-german');
    const { page, close } = await open(pathOf(id), { context: { locale: 'de-DE' } });

    await page.getByText('Darf nicht fahren: Prüfung nötig', { exact: true }).waitFor();
    await page.getByText('Eine Prüfung wurde verlangt: ').waitFor();
    await close();
  });
});

describe('what operators do', { timeout: 60_000 }, () => {
  test('verifying manually takes a note, and shows the customer as he is then', async () => {
    const id = await make.risky('page-verify');
    const { page, close } = await open(pathOf(id));
    await page.getByRole('button', { name: 'Manually Verify' }).click();
    const { dialog, notes, press } = dialogOf(page, verify);
    await press('Manually Verify');
    await dialog.getByText('Please write a note').waitFor();
    await notes.fill('Saw the passport at the counter');
    await expectAccessible(page);

    await press('Manually Verify');

    await page.getByText('May ride: verified', { exact: true }).waitFor();
    await page.getByText('page-verify: verified, and is being told by push.').waitFor();
    await dialog.waitFor({ state: 'hidden' });
    const newest = page.getByRole('list', { name: 'What happened' }).getByRole('listitem').first();
    await newest.getByText('The identity was verified manually.').waitFor();
    await newest.getByText('Saw the passport at the counter').waitFor();
    expect(await page.getByRole('button', { name: 'Manually Verify' }).count()).toBe(0);
    // On another page it would be taken for news of that one.
    await page.getByRole('link', { name: 'Insights' }).click();
    await page.getByRole('heading', { level: 1, name: 'Insights' }).waitFor();
    expect(await page.getByText('page-verify: verified').count()).toBe(0);
    await close();
  });

  test('two clicks at once are one', async () => {
    const id = await make.risky('page-twice');
    const { page, close } = await open(pathOf(id));
    const sent: string[] = [];
    page.on('request', (request) => {
      if (request.method() === 'POST') sent.push(new URL(request.url()).pathname.split('/').at(-1) ?? '');
    });
    const clickTwice = (name: string) =>
      page
        .getByRole('button', { name, exact: true })
        .last()
        .evaluate((button: HTMLElement) => {
          button.click();
          button.click();
        });

    await clickTwice('Start Trip');
    await page.getByText('No, the trip is blocked').waitFor();
    await page.getByRole('button', { name: 'Manually Verify' }).click();
    await dialogOf(page, verify).notes.fill('Saw the passport');
    await clickTwice('Manually Verify');
    await page.getByText('May ride: verified', { exact: true }).waitFor();

    expect(sent).toEqual(['ride-check', 'identity-manual-verify']);
    await close();
  });

  test('notes that are too long wait to be shortened, and given up ones are there again', async () => {
    const id = await make.risky('page-long-note');
    const { page, close } = await open(pathOf(id));
    await page.getByRole('button', { name: 'Manually Verify' }).click();
    const { dialog, notes, press } = dialogOf(page, verify);
    const long = `${'x'.repeat(1999)}🛴`;
    await notes.fill(long);
    await press('Manually Verify');
    await dialog.getByText('1 character too many.').waitFor();
    expect(await notes.inputValue()).toBe(long);

    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'hidden' });
    await page.getByRole('button', { name: 'Clear Requirement' }).last().click();
    const clear = dialogOf(page, 'Clear the requirement?');
    expect(await clear.notes.inputValue()).toBe('');
    await clear.press('Cancel');
    await page.getByRole('button', { name: 'Manually Verify' }).click();

    expect(await notes.inputValue()).toBe(long);
    await close();
  });

  test('clearing lets the customer ride, and requiring asks anew for a reason', async () => {
    const id = await make.risky('page-clear');
    const { page, close } = await open(pathOf(id));
    await page.getByRole('button', { name: 'Clear Requirement' }).last().click();
    const clear = dialogOf(page, 'Clear the requirement?');
    await clear.notes.fill('Long-standing customer');
    await clear.press('Clear Requirement');
    await page.getByText('May ride: an operator cleared the requirement', { exact: true }).waitFor();

    await chooseAction(page, 'Require Verification');
    const require = dialogOf(page, 'Require verification?');
    await require.dialog.getByRole('button', { name: 'Reason' }).click();
    await page.getByRole('option', { name: 'Suspected fraud' }).click();
    await require.press('Require Verification');

    await page.getByText('May not ride: verification required', { exact: true }).waitFor();
    await page.getByText('Requested by an operator: suspected fraud', { exact: true }).waitFor();
    await close();
  });

  test('reading from Stripe says that there is nothing new', async () => {
    const id = await make.verified('page-refresh');
    const { page, close } = await open(pathOf(id));

    await chooseAction(page, 'Refresh from Stripe');

    await page.getByText('page-refresh: Stripe has nothing new').waitFor();
    await close();
  });
});

test('a long story is told page by page, down to where it begins', { timeout: 60_000 }, async () => {
  const id = await make.create('page-long');
  for (let round = 0; round < 13; round += 1) {
    await make.act(id, 'identity-require', { reason: 'other' });
    await make.act(id, 'identity-clear-requirement', { notes: `Round ${round}` });
  }
  const { page, close } = await open(pathOf(id));
  const entries = page.getByRole('list', { name: 'What happened' }).getByRole('listitem');
  await entries.filter({ hasText: 'Round 12' }).waitFor();
  expect(await entries.count()).toBe(25);

  await page.getByRole('button', { name: 'Older', exact: true }).click();

  await entries.filter({ hasText: 'The customer was created' }).waitFor();
  expect(await entries.count()).toBe(27);
  expect(await page.getByRole('button', { name: 'Older', exact: true }).count()).toBe(0);
  await close();
});

test('the link to the page is copied without what one’s own view adds', async () => {
  const path = pathOf('metro-diego');
  const permissions = ['clipboard-read', 'clipboard-write'];
  const { page, address, close } = await open(`${path}?show=charge`, { context: { permissions } });

  await page.getByRole('button', { name: 'Copy link' }).click();

  await page.getByText('The link to this page was copied').waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(address(path));
  await close();
});

test('admins look on, and are told why they can do no more', async () => {
  const id = await make.risky('page-admin');
  const { page, close } = await open(pathOf(id), { as: 'admin' });
  await page.getByText('Only operators of this subaccount can act on it.').waitFor();

  expect(await page.getByRole('button', { name: /Verify|Requirement|Actions|Trip|Reveal/ }).count()).toBe(0);
  await close();
});

test('whom nobody knows has a page that leads to the customers', async () => {
  const { page, close } = await open(pathOf('page-nobody'));
  await page.getByText('There is no such customer').waitFor();
  await expectAccessible(page);

  await page.getByRole('button', { name: 'To the customers' }).click();

  await page.waitForURL('**/customers');
  await close();
});

test('the way back leads to the list as it was', { timeout: 60_000 }, async () => {
  const id = await make.risky('page-back');
  const { page, close } = await open('/subaccounts/metro/customers?filter=required&order=newest');
  await page.getByRole('link', { name: id }).click();
  await page.getByRole('heading', { level: 1, name: id }).waitFor();

  await page.getByRole('link', { name: 'Customers' }).last().click();

  await page.waitForURL('**/customers?filter=required&order=newest');
  await close();
});

// The rider demo in a real browser, against the whole embedded run: what a rider sees and does.

import type { Browser, Page } from 'playwright-core';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { sharedBrowser } from './browser.ts';
import { openRiderPage, type RiderPage } from './rider-page.ts';
import { commonRun } from './common-run.ts';

let port: number;
let browser: Browser;
let rider: RiderPage | undefined;

beforeAll(async () => {
  ({ port } = await commonRun());
  browser = await sharedBrowser();
}, 90_000);

afterEach(async () => {
  await rider?.close();
  rider = undefined;
});

async function open(customer?: string): Promise<RiderPage> {
  rider = await openRiderPage(browser, port, customer);
  return rider;
}

/** On Stripe's page, simulated. */
async function handIn(page: Page, outcome: string): Promise<void> {
  await page.locator('select[name=outcome]').selectOption(outcome);
  await page.getByRole('button', { name: 'Submit verification' }).click();
}

/** As the fleet's payment at Stripe would. */
async function pay(customer: string, riskLevel: string): Promise<void> {
  const paid = await fetch(`http://127.0.0.1:${port + 2}/simulator/charges`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ customer, risk_level: riskLevel, status: 'succeeded' }),
  });
  expect(paid.ok).toBe(true);
}

describe('a rider whose fleet asks everyone', { timeout: 60_000 }, () => {
  it('is told why the ride is blocked, verifies, comes back and rides', async () => {
    const { page, faults, button, dialog, push } = await open();
    await page.getByRole('link', { name: 'Amelia Hart' }).click();
    await button('Start ride').click();

    await dialog('Verify your identity to ride').getByText('Harbor Bikes needs to know').waitFor();
    await button('Verify my identity').click();
    await handIn(page, 'verified');

    await dialog('You’re verified, Amelia').waitFor();
    await push('Identity Verified').waitFor();
    await dialog('You’re verified, Amelia').getByRole('button', { name: 'Start ride' }).click();
    await page.getByRole('heading', { name: 'Enjoy your ride, Amelia' }).waitFor();
    await page.getByRole('timer').getByText('0:02').waitFor();
    await button('End ride').click();
    await dialog('Thanks for riding').waitFor();
    expect(faults).toEqual([]);
  });

  it('is shown the next step when a try fails, and can ride after the second one', async () => {
    const { page, faults, button, dialog, push } = await open('harbor-mateo');
    await button('Start ride').click();
    await button('Verify my identity').click();
    await handIn(page, 'selfie_face_mismatch');

    await dialog('That didn’t work yet').getByText('Your selfie didn’t match the photo').waitFor();
    await push('Verification Needs Another Try').waitFor();
    await button('Try again').click();
    await handIn(page, 'verified');

    await dialog('You’re verified, Mateo').waitFor();
    await push('Identity Verified').waitFor();
    expect(faults).toEqual([]);
  });

  it('can carry on with a verification that was left halfway', async () => {
    const { page, faults, button, dialog } = await open('harbor-ingrid');
    await button('Start ride').click();
    await button('Verify my identity').click();
    await page.getByRole('button', { name: 'Submit verification' }).waitFor();
    await page.goto(rider?.address('harbor-ingrid') ?? '');
    await button('Start ride').click();

    await dialog('Your verification isn’t complete yet').waitFor();
    await button('Continue verification').click();
    await handIn(page, 'verified');
    await dialog('You’re verified, Ingrid').waitFor();
    expect(faults).toEqual([]);
  });

  it('gets through with the keyboard alone', async () => {
    const { page, faults, dialog, tabTo, focused } = await open();
    await page.getByRole('link', { name: 'Kwame Mensah' }).waitFor();
    await tabTo('Kwame Mensah');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'E-bike 208' }).waitFor();

    await tabTo('Notifications, 1 unread');
    await page.keyboard.press('Enter');
    await dialog('Notifications').getByText('Identity Verification Required').waitFor();
    await page.keyboard.press('Escape');
    await expect.poll(focused).toBe('Notifications');

    await tabTo('Start ride');
    await page.keyboard.press('Enter');
    await dialog('Verify your identity to ride').waitFor();
    expect(await focused()).toBe('Verify your identity to ride');
    await tabTo('Verify my identity');
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Submit verification' }).waitFor();
    await tabTo('Submit verification');
    await page.keyboard.press('Enter');

    await dialog('You’re verified, Kwame').waitFor();
    await expect.poll(focused).toBe('You’re verified, Kwame');
    await tabTo('Start ride');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Enjoy your ride, Kwame' }).waitFor();
    await expect.poll(focused).toBe('Enjoy your ride, Kwame');
    expect(faults).toEqual([]);
  });
});

describe('a rider whose fleet asks after a risky payment', { timeout: 60_000 }, () => {
  it('is told by a push while the app is open, and is blocked from then on', async () => {
    const { page, faults, button, dialog, push } = await open('metro-luca');
    await button('Start ride').waitFor();
    await pay('cus_metroluca', 'elevated');

    await push('Identity Verification Required').click();
    await dialog('Verify your identity to ride').waitFor();
    await button('Not now').click();
    await page.getByText('ID check needed').waitFor();
    await button('Start ride').click();
    await dialog('Verify your identity to ride').waitFor();
    expect(faults).toEqual([]);
  });

  it('is sent to support when another try can’t help', async () => {
    const { faults, page, button, dialog } = await open('metro-diego');
    await button('Start ride').click();
    await button('Verify my identity').click();
    await handIn(page, 'under_supported_age');

    const refused = dialog('We couldn’t verify you');
    await refused.getByText('You are too young to be verified here.').waitFor();
    await refused.getByRole('link', { name: 'Contact support' }).waitFor();
    expect(await button('Verify my identity').count()).toBe(0);
    expect(faults).toEqual([]);
  });
});

describe('other riders', { timeout: 30_000 }, () => {
  it('ride at once where the fleet asks nobody', async () => {
    const { page, faults, button } = await open('campus-tom');
    await button('Start ride').click();

    await page.getByRole('heading', { name: 'Enjoy your ride, Tom' }).waitFor();
    expect(faults).toEqual([]);
  });

  it('are told so when they do not exist, and can choose another one', async () => {
    const { page } = await open('harbor-nobody');

    await page.getByRole('alert').getByText('We don’t know this rider.').waitFor();
    await page.getByRole('link', { name: 'Choose another rider', exact: true }).click();
    await page.getByRole('heading', { name: 'Who’s riding today?' }).waitFor();
  });

  it('are told when the service is out of reach, and can try again', async () => {
    const { page, button } = await open('campus-aisha');
    await button('Start ride').waitFor();
    await page.context().setOffline(true);
    await button('Start ride').click();
    await page.getByRole('alert').getByText('We can’t reach the service.').waitFor();

    await page.context().setOffline(false);
    await button('Start ride').click();
    await page.getByRole('heading', { name: 'Enjoy your ride, Aisha' }).waitFor();
  });
});

// One customer's page where something goes wrong: nothing that was typed is lost, and the page says what is true.

import { beforeAll, describe, expect, test } from 'vitest';
import { chooseDemoPerson, expectAccessible } from './console-page.ts';
import { dialogOf, pathOf, customerPages, type CustomerPages } from './one-customer.ts';

let open: CustomerPages['open'];
let make: CustomerPages['make'];

beforeAll(async () => {
  ({ open, make } = await customerPages());
}, 120_000);

const verify = 'Verify this customer manually?';

/** Opens the question of a manual verification, with a note in it. */
async function aboutToVerify(id: string) {
  const opened = await open(pathOf(id));
  await opened.page.getByRole('button', { name: 'Manually Verify' }).click();
  const dialog = dialogOf(opened.page, verify);
  await dialog.notes.fill('Saw the passport');
  return { ...opened, ...dialog };
}

describe('a note that was typed survives', { timeout: 60_000 }, () => {
  test('a failure of the API, after which everything is as before', async () => {
    const { page, dialog, notes, press, close } = await aboutToVerify(await make.risky('fail-503'));
    await page.route('**/identity-manual-verify?*', (route) => route.fulfill({ status: 503, body: '{}' }), {
      times: 1,
    });

    await press('Manually Verify');

    await dialog.getByText('RideGate can’t answer right now.').waitFor();
    expect(await notes.inputValue()).toBe('Saw the passport');
    expect(await page.getByText('May not ride: verification required', { exact: true }).count()).toBe(1);
    await press('Manually Verify');
    await page.getByText('May ride: verified', { exact: true }).waitFor();
    await close();
  });

  test('being offline, and nothing is done later unasked', async () => {
    const id = await make.risky('fail-offline');
    const { page, dialog, notes, press, close } = await aboutToVerify(id);
    await page.context().setOffline(true);

    await press('Manually Verify');

    await dialog.getByText('RideGate could not be reached.').waitFor();
    await page.context().setOffline(false);
    expect(await notes.inputValue()).toBe('Saw the passport');
    expect(await make.lastEntry(id)).toMatchObject({ action: 'requirement_raised' });
    await press('Manually Verify');
    await page.getByText('May ride: verified', { exact: true }).waitFor();
    await close();
  });

  test('a colleague who was faster: the page shows the latest state, and says so', async () => {
    const id = await make.risky('fail-409');
    const { page, dialog, notes, press, close } = await aboutToVerify(id);
    await make.act(id, 'identity-manual-verify', { notes: 'Did it first' });

    await press('Manually Verify');

    await dialog.getByText('This customer is verified already.').waitFor();
    await page.getByText('May ride: verified', { exact: true }).waitFor();
    expect(await notes.inputValue()).toBe('Saw the passport');
    await close();
  });

  test('a colleague who changed the customer unseen: nothing is overridden before that was read', async () => {
    const id = await make.risky('fail-unseen');
    const { page, close } = await open(pathOf(id));
    await page.getByRole('button', { name: 'Clear Requirement' }).first().click();
    const { dialog, notes, press } = dialogOf(page, 'Clear the requirement?');
    await notes.fill('Known to us');
    await make.act(id, 'identity-require', { reason: 'suspected_fraud' });

    await press('Clear Requirement');

    await dialog.getByText('This customer has changed since you opened this').waitFor();
    await dialog.getByText('Requested by an operator: suspected fraud').waitFor();
    expect(await notes.inputValue()).toBe('Known to us');
    expect(await make.lastEntry(id)).toMatchObject({ action: 'requirement_raised' });
    await expectAccessible(page);
    await press('Clear Requirement');
    await page.getByText('May ride: an operator cleared the requirement', { exact: true }).waitFor();
    expect(await make.lastEntry(id)).toMatchObject({ action: 'requirement_cleared', notes: 'Known to us' });
    await close();
  });

  test('the end of the session, over which one signs in again', async () => {
    const { page, notes, press, close } = await aboutToVerify(await make.risky('fail-401'));
    await page.route('**/identity-manual-verify?*', (route) => route.fulfill({ status: 401, body: '{}' }), {
      times: 1,
    });
    await press('Manually Verify');
    const signIn = page.getByRole('button', { name: 'Sign in again' });
    const opening = page.context().waitForEvent('page');
    await signIn.click();
    const window = await opening;
    const closing = window.waitForEvent('close');
    // The window closes itself on the way.
    await chooseDemoPerson(window, 'metro').catch(() => undefined);
    await closing;
    await signIn.waitFor({ state: 'hidden' });

    expect(await notes.inputValue()).toBe('Saw the passport');
    const hasFocus = await page.evaluate(() => document.activeElement?.closest('[role=dialog]') !== null);
    expect(hasFocus).toBe(true);
    await press('Manually Verify');
    await page.getByText('May ride: verified', { exact: true }).waitFor();
    await close();
  });

  test('news of the customer, as do entries that were opened', async () => {
    const id = await make.risky('fail-news');
    const { page, notes, close } = await open(pathOf(id)).then(async (opened) => {
      await opened.page.getByRole('button', { name: 'What changed with version 2' }).click();
      await opened.page.getByRole('button', { name: 'Manually Verify' }).click();
      return { ...opened, ...dialogOf(opened.page, verify) };
    });
    await notes.fill('Still typing');

    await make.act(id, 'identity-require', { reason: 'other' });

    await page.getByText('Requested by an operator: other', { exact: true }).waitFor();
    expect(await notes.inputValue()).toBe('Still typing');
    const changes = page.getByRole('button', { name: 'What changed with version 2', includeHidden: true });
    expect(await changes.getAttribute('aria-expanded')).toBe('true');
    await close();
  });
});

test.each([
  {
    status: 413,
    body: '<html>',
    says: 'RideGate answered something unexpected (status 413): this was too much',
  },
  {
    status: 403,
    body: '{"message":"Forbidden"}',
    says: 'unexpected (status 403): this was refused on its way.',
  },
  { status: 404, body: '', says: 'unexpected (status 404). Please try again.' },
  { status: 200, body: '<html>', says: 'unexpected (status 200). Please try again.' },
  { status: 200, body: '', says: 'unexpected (status 200). Please try again.' },
])('an answer $status with "$body" is told for what it is', { timeout: 60_000 }, async (answer) => {
  const { page, dialog, press, close } = await aboutToVerify(await make.risky(`strange-${answer.status}`));
  await page.route('**/identity-manual-verify?*', (route) => route.fulfill(answer), { times: 1 });

  await press('Manually Verify');

  await dialog.getByText(answer.says).waitFor();
  await close();
});

test('a customer who can’t be read anew stays on the screen, with a way to try again', async () => {
  const id = await make.risky('fail-read');
  const { page, close } = await open(pathOf(id));
  await page.getByText('The customer was created').waitFor();
  await page.route(`**/api/customers/${id}?*`, (route) => route.fulfill({ status: 503, body: '{}' }));
  await page.getByText('It shows the state of').waitFor();
  await page.getByText('May not ride: verification required', { exact: true }).waitFor();
  await page.unroute(`**/api/customers/${id}?*`);

  await page.getByRole('button', { name: 'Try again' }).click();

  await page.getByText('It shows the state of').waitFor({ state: 'hidden' });
  await close();
});

// The personal data on one customer's page: covered, revealed for a reason and for minutes, taken out, removed.

import { beforeAll, describe, expect, test } from 'vitest';
import { readFile } from 'node:fs/promises';
import { expectAccessible } from './console-page.ts';
import { chooseAction, dialogOf, pathOf, customerPages, type CustomerPages } from './one-customer.ts';

let open: CustomerPages['open'];
let make: CustomerPages['make'];

beforeAll(async () => {
  ({ open, make } = await customerPages());
}, 120_000);

describe('what a document told', { timeout: 90_000 }, () => {
  test('is covered, revealed for a reason, and covered again', async () => {
    const id = await make.verified('data-reveal');
    const { page, faults, close } = await open(pathOf(id));
    await page.getByText('Z••• Q•••').waitFor();
    await page.getByRole('button', { name: 'Reveal', exact: true }).click();
    const { dialog, notes, press } = dialogOf(page, 'Reveal personal data?');
    await dialog.getByRole('radio', { name: 'Document data' }).click();
    await press('Reveal');
    await dialog.getByText('Please write a note').waitFor();
    await notes.fill('Police request 12');
    await expectAccessible(page);

    await press('Reveal');

    await page.getByText('Zoë Quill').waitFor();
    await page.getByText('P7654321').waitFor();
    await page.getByText('by you, recorded in the audit trail').waitFor();
    await page.getByText('Personal data was revealed.').waitFor();
    expect(await make.lastEntry(id)).toMatchObject({
      action: 'identity_revealed',
      notes: 'Police request 12',
    });
    await page.getByRole('button', { name: 'Hide' }).click();
    await page.getByText('Z••• Q•••').waitFor();
    expect(await page.getByText('P7654321').count()).toBe(0);
    expect(faults).toEqual([]);
    await close();
  });

  test('is covered again after five minutes, as nobody may be sitting there any more', async () => {
    const { page, close } = await open(pathOf(await make.verified('data-minutes')));
    await page.getByText('Z••• Q•••').waitFor();
    await page.clock.install();
    await page.getByRole('button', { name: 'Reveal', exact: true }).click();
    const { dialog, notes, press } = dialogOf(page, 'Reveal personal data?');
    await dialog.getByRole('radio', { name: 'Document data' }).click();
    await notes.fill('Police request 12');
    await press('Reveal');
    await page.getByText('P7654321').waitFor();

    await page.clock.fastForward('04:30');
    expect(await page.getByText('P7654321').count()).toBe(1);
    await page.clock.fastForward('00:30');

    await page.getByText('Z••• Q•••').waitFor();
    expect(await page.getByText('P7654321').count()).toBe(0);
    await close();
  });

  test('has images, which go when their links die', async () => {
    const id = await make.verified('data-images');
    const { page, faults, close } = await open(pathOf(id));
    await page.getByRole('button', { name: 'Show images' }).click();
    const { notes, press } = dialogOf(page, 'Reveal personal data?');
    await notes.fill('Compare the faces');
    await press('Reveal');

    const viewer = page.getByRole('dialog', { name: 'Document images' });
    const front = viewer.getByRole('img', { name: 'Document, front' });
    await front.waitFor();
    expect(await front.getAttribute('referrerpolicy')).toBe('no-referrer');
    await viewer.getByText(/The links? dies? in \d+ s/).waitFor();
    await expectAccessible(page);
    await viewer.getByText('The links have died').waitFor({ timeout: 35_000 });
    expect(await viewer.getByRole('img', { name: 'Document, front' }).count()).toBe(0);
    await viewer.getByRole('button', { name: 'Reveal again' }).click();
    await page.getByRole('dialog', { name: 'Reveal personal data?' }).waitFor();
    expect(faults).toEqual([]);
    await close();
  });

  test('is said to be without images where Stripe shows none', async () => {
    const id = await make.verified('data-no-images');
    const { page, close } = await open(pathOf(id));
    await page.route('**/identity-report?*', async (route) => {
      const response = await route.fetch();
      const report = (await response.json()) as object;
      await route.fulfill({ response, json: { ...report, images: [], images_unavailable: 'not_permitted' } });
    });
    await page.getByRole('button', { name: 'Reveal', exact: true }).click();
    const { notes, press } = dialogOf(page, 'Reveal personal data?');
    await notes.fill('Police request 12');
    await press('Reveal');

    await page.getByText('There are no images: Stripe shows them only for 48 hours').waitFor();
    await close();
  });
});

test('everything is taken out as a file, for a reason', { timeout: 60_000 }, async () => {
  const id = await make.verified('data-export');
  const { page, close } = await open(pathOf(id));
  await chooseAction(page, 'Export');
  const { notes, press } = dialogOf(page, 'Export everything kept of this customer?');
  await notes.fill('The customer asked for it');
  const download = page.waitForEvent('download');
  await press('Export');

  const file = await download;
  expect(file.suggestedFilename()).toBe(`${id}.json`);
  expect(await readFile(await file.path(), 'utf8')).toContain('P7654321');
  await page.getByText('Everything kept of the customer was exported.').waitFor();
  await close();
});

test('removing it takes the customer’s id, and leaves nothing on the page', { timeout: 60_000 }, async () => {
  const id = await make.verified('data-redact');
  const { page, close } = await open(pathOf(id));
  await page.getByText('ada@example.com').waitFor();
  await chooseAction(page, 'Redact');
  const { dialog, notes, press } = dialogOf(page, 'Remove this customer’s personal data?');
  await notes.fill('Asked by the customer');
  await press('Redact');
  await dialog.getByText('This is not the id of this customer.').waitFor();
  await expectAccessible(page);
  await dialog.getByRole('textbox', { name: 'Type the customer id to confirm' }).fill(id);

  await press('Redact');

  await page.getByText(/^Personal data (is being|was) removed$/).waitFor();
  expect(await page.getByText(/ada@example.com|Z•••/).count()).toBe(0);
  await page.getByText('May ride: verified', { exact: true }).waitFor();
  await close();
});

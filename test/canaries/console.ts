// What an operator's browser has of customers: pages as they stand on the screen, and all that they leave behind.

import type { Page } from 'playwright-core';
import type { ConsolePage } from '../e2e/console/console-page.ts';
import { dialogOf } from '../e2e/console/one-customer.ts';

/** What was seen, and where. */
type Seen = { place: string; bytes: Buffer };

/** A page, and what stands on it once all of it is there. */
type Look = { place: string; path: string; shows: string };

/** Opens pages one after the other. */
export async function lookAt({ page, address }: ConsolePage, looks: readonly Look[]): Promise<Seen[]> {
  const said: string[] = [];
  page.on('console', (message) => said.push(message.text()));
  page.on('request', (request) => said.push(request.url()));
  const contents: Seen[] = [];
  for (const { place, path, shows } of looks) {
    await page.goto(address(path));
    await page.getByText(shows).first().waitFor();
    contents.push({ place, bytes: Buffer.from(await page.content()) });
    contents.push({ place: 'what the browser keeps', bytes: Buffer.from(await keptIn(page)) });
  }
  return [...contents, { place: 'messages and addresses', bytes: Buffer.from(said.join('\n')) }];
}

function keptIn(page: Page): Promise<string> {
  return page.evaluate(() =>
    JSON.stringify([
      document.title,
      location.href,
      history.state,
      document.cookie,
      localStorage,
      sessionStorage,
    ]),
  );
}

/** On a customer's page: looks at all that the document tells, but for images, and says why. */
export async function revealDocument(page: Page, reason: string): Promise<void> {
  await page.getByRole('button', { name: 'Reveal', exact: true }).click();
  const { dialog, notes, press } = dialogOf(page, 'Reveal personal data?');
  await dialog.getByRole('radio', { name: 'Document data' }).click();
  await notes.fill(reason);
  await press('Reveal');
  await dialog.waitFor({ state: 'hidden' });
}

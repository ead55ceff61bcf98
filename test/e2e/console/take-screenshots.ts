// Takes the pictures of docs/console.md: a run of its own, a believable week in Metro, each page in a browser.
// `npm run screenshots`; look at them before they are committed.

import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserContextOptions } from 'playwright-core';
import { launchBrowser } from '../browser.ts';
import { clientOf, until, type Client } from '../http-client.ts';
import { startRun } from '../run.ts';
import { openConsole, phone, type OpenOptions } from './console-page.ts';

const folder = path.resolve(import.meta.dirname, '../../../docs/console');

const person = {
  first_name: 'Diego',
  last_name: 'Fuentes',
  dob: '1991-04-12',
  document_type: 'driving_license',
  document_number: 'F5521904',
  issuing_country: 'US',
  expiration_date: '2031-04-12',
  address: {
    line1: '212 Bedford Ave',
    line2: null,
    city: 'Brooklyn',
    state: 'NY',
    postal_code: '11211',
    country: 'US',
  },
};

type Picture = { name: string; as: OpenOptions['as']; path: string; context?: BrowserContextOptions };

const metro = '/subaccounts/metro';
const pictures: readonly Picture[] = [
  { name: 'customers', as: 'metro', path: `${metro}/customers` },
  { name: 'customers-phone', as: 'metro', path: `${metro}/customers`, context: { viewport: phone } },
  { name: 'customer', as: 'metro', path: `${metro}/customers/metro-jonas` },
  { name: 'customer-verified', as: 'metro', path: `${metro}/customers/metro-diego` },
  {
    name: 'customer-dark',
    as: 'metro',
    path: `${metro}/customers/metro-samuel`,
    context: { colorScheme: 'dark' },
  },
  {
    name: 'customer-phone',
    as: 'metro',
    path: `${metro}/customers/metro-jonas`,
    context: { viewport: phone },
  },
  { name: 'policy', as: 'metro', path: `${metro}/policy` },
  { name: 'insights', as: 'metro', path: `${metro}/insights` },
  { name: 'insights-german', as: 'metro', path: `${metro}/insights`, context: { locale: 'de-DE' } },
  { name: 'operations', as: 'admin', path: '/operations' },
  { name: 'subaccounts', as: 'admin', path: '/subaccounts' },
];

async function liveAWeek(client: Client): Promise<void> {
  const verify = async (id: string, outcome: string, attempt = 1): Promise<void> => {
    const rider = await client.token('rider', { subaccount_id: 'metro', customer_id: id });
    // The first payments of the demo arrive after the run says that it is ready.
    await until(
      () => client.api(rider, 'GET', `/api/customers/${id}`),
      ({ body }) => body['identity_verification_required'] === true,
    );
    const session = await client.api(rider, 'POST', `/api/customers/${id}/identity-session`);
    const at = `/verification_sessions/${String(session.body['session_id'])}/submit`;
    await client.steer('POST', at, { outcome, ...(outcome === 'verified' && { person }) });
    await until(
      () => client.api(rider, 'GET', `/api/customers/${id}`),
      ({ body }) => body['identity_attempt_count'] === attempt,
    );
  };
  await verify('metro-diego', 'verified');
  await verify('metro-samuel', 'document_unverified_other');
  for (let attempt = 1; attempt <= 3; attempt += 1) {
    await verify('metro-jonas', 'selfie_face_mismatch', attempt);
  }
  const operator = await client.token('operator', { subaccount_id: 'metro', user_id: 'maya.brooks' });
  await client.api(operator, 'POST', '/api/customers/metro-hana/identity-require', {
    reason: 'account_change',
    notes: 'New phone number and a new card within an hour.',
  });
  await client.api(operator, 'POST', '/api/customers/metro-luca/identity-require', {
    reason: 'suspected_fraud',
  });
  const hana = await client.token('rider', { subaccount_id: 'metro', customer_id: 'metro-hana' });
  await client.api(hana, 'POST', '/api/customers/metro-hana/identity-alternative', {
    message: 'My passport is at the embassy for a visa. Can I come by with my driving licence?',
  });
  await client.api(operator, 'POST', '/api/customers/metro-priya/identity-manual-verify', {
    notes: 'Came to the office with her passport.',
  });
}

const run = await startRun();
const browser = await launchBrowser();
try {
  await liveAWeek(clientOf(run.port));
  await mkdir(folder, { recursive: true });
  for (const { name, ...picture } of pictures) {
    const { page, faults, close } = await openConsole({ browser, port: run.port, ...picture });
    await page.waitForFunction(
      () => document.querySelector('[class*="skeleton"], [class*="spinner"]') === null,
    );
    await page.waitForLoadState('networkidle');
    await page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
    process.stdout.write(`${name}.png ${faults.join(' ')}\n`);
    await close();
  }
} finally {
  await browser.close();
  await run.stop();
}

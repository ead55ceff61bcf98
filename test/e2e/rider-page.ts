// A phone with the rider demo open, and how a test finds its way around on it.

import type { Browser, Locator, Page } from 'playwright-core';
import { focusedName, tabTo } from './keyboard.ts';

export type RiderPage = {
  page: Page;
  /** What a rider must never cause: errors on the page, unexpected answers, requests that leave the machine. */
  faults: readonly string[];
  address: (customer: string) => string;
  button: (name: string) => Locator;
  dialog: (title: string) => Locator;
  /** A push that pops up. */
  push: (title: string) => Locator;
  /** Presses Tab until the named control has the focus. */
  tabTo: (name: string) => Promise<void>;
  /** The name of what has the focus. */
  focused: () => Promise<string>;
  close: () => Promise<void>;
};

/** Opens the app of a customer such as `harbor-amelia`, or the choice of one. */
export async function openRiderPage(browser: Browser, port: number, customer?: string): Promise<RiderPage> {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    reducedMotion: 'reduce',
  });
  const page = await context.newPage();
  const address = (id: string): string => {
    const [subaccount = ''] = id.split('-');
    return `http://127.0.0.1:${port}/rider/?subaccount_id=${subaccount}&customer_id=${id}`;
  };
  const faults = watchFaults(page);
  await page.goto(customer === undefined ? `http://127.0.0.1:${port}/rider/` : address(customer));
  return {
    page,
    faults,
    address,
    button: (name) => page.getByRole('button', { name, exact: true }),
    dialog: (title) => page.getByRole('dialog', { name: title }),
    push: (title) =>
      page.getByRole('status', { name: 'New notifications' }).getByText(title, { exact: true }),
    tabTo: (name) => tabTo(page, name),
    focused: () => focusedName(page),
    close: () => context.close(),
  };
}

function watchFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports each answer of 400 and more by itself; those are looked at below.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (new URL(request.url()).hostname !== '127.0.0.1') faults.push(`left the machine: ${request.url()}`);
  });
  page.on('response', (response) => {
    const isBlockedRide = response.status() === 403 && response.url().endsWith('/ride-check');
    if (response.status() >= 400 && !isBlockedRide) faults.push(`${response.status()}: ${response.url()}`);
  });
  return faults;
}

// A browser with the console open, signed in as somebody of the demo, and how a test finds its way around in it.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Who works with the console of a run (local/seed/demo-operators.ts). */
export const people = {
  metro: 'Maya Brooks',
  harbor: 'Henrik Sand',
  campus: 'Carla Ruiz',
  admin: 'Alex Morgan',
} as const;

export type OpenOptions = {
  browser: Browser;
  /** The run's base port. */
  port: number;
  as: keyof typeof people;
  /** @default the start page */
  path?: string;
  /** Such as `{ viewport: phone }` or `{ colorScheme: 'dark' }`. */
  context?: BrowserContextOptions;
};

export const phone = { width: 390, height: 844 } as const;
export const desktop = { width: 1280, height: 900 } as const;

export type ConsolePage = {
  page: Page;
  /** What must never happen: errors on the page, breaches of its security policy, requests that leave the machine. */
  faults: readonly string[];
  /** The address of a path. */
  address: (path: string) => string;
  close: () => Promise<void>;
};

/** Opens the console and signs in. English and UTC, unless the options say otherwise. */
export async function openConsole(options: OpenOptions): Promise<ConsolePage> {
  const { browser, port, as, path = '/', context: contextOptions } = options;
  const context = await browser.newContext({
    viewport: desktop,
    reducedMotion: 'reduce',
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...contextOptions,
  });
  const page = await context.newPage();
  const faults = watchFaults(page);
  const address = (to: string): string => `http://127.0.0.1:${port}${to}`;
  await page.goto(address(path));
  await chooseDemoPerson(page, as);
  await page.waitForURL((url) => url.port === String(port) && !url.searchParams.has('code'));
  await page.getByRole('heading', { level: 1 }).first().waitFor();
  return { page, faults, address, close: () => context.close() };
}

/** On the sign-in page of the run's issuer. */
export async function chooseDemoPerson(page: Page, as: keyof typeof people): Promise<void> {
  await page.getByRole('button', { name: people[as] }).click();
}

/** No violation of WCAG 2.2 A and AA that axe-core can find in what is on the screen now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 200)),
    })),
  ).toEqual([]);
}

function watchFaults(page: Page): readonly string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports each answer of 400 and more, and each broken connection, by itself: tests look at those.
    const isAnswer = message.text().startsWith('Failed to load resource');
    if (message.type() === 'error' && !isAnswer) faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url());
    if (protocol.startsWith('http') && hostname !== '127.0.0.1')
      faults.push(`left the machine: ${request.url()}`);
  });
  return faults;
}

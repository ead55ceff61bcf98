// A browser with the console open, signed in as somebody of the demo, and how a test finds its way around in it.

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { expect } from 'vitest';
import { cleanUp, keptPagesOf, type OpenPage } from './kept-pages.ts';

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
  /**
   * For a test of the session itself: shares no cookies and no cache with other tests.
   * @default false
   */
  ownContext?: boolean;
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

/**
 * Opens the console and signs in. English and UTC, unless the options say otherwise.
 *
 * A person's page is kept when it is closed, and opened again for the next test: with warm caches and a session at
 * the issuer that costs less than half. Nothing of the test before is left in it but that. A test that fails before it
 * closes its page leaves it to nobody.
 */
export async function openConsole(options: OpenOptions): Promise<ConsolePage> {
  const { browser, port, as, path = '/', ownContext = false, context: contextOptions = {} } = options;
  const { viewport = desktop, colorScheme = 'light', ...special } = contextOptions;
  const kept = !ownContext && Object.keys(special).length === 0 ? keptPagesOf(browser) : undefined;
  const who = `${as} ${port}`;
  const opened = kept?.take(who) ?? (await newPage(browser, special));
  const { page, faults } = opened;
  if (viewport !== null && viewport.width !== page.viewportSize()?.width) {
    // Charts of the page that was open complain of their own bars while they shrink.
    await page.goto('about:blank');
    await page.setViewportSize(viewport);
  }
  faults.length = 0;
  await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
  const address = (to: string): string => `http://127.0.0.1:${port}${to}`;
  const isAtIssuer = (): boolean => new URL(page.url()).port !== String(port);
  await page.goto(address(path));
  const heading = page.getByRole('heading', { level: 1 }).first();
  await heading.waitFor();
  if (isAtIssuer()) await chooseDemoPerson(page, as);
  await page.waitForURL((url) => url.port === String(port) && !url.searchParams.has('code'));
  await heading.waitFor();
  const close = async (): Promise<void> => {
    if (kept !== undefined && !isAtIssuer() && (await cleanUp(page))) kept.put(who, opened);
    else await page.context().close();
  };
  return { page, faults, address, close };
}

async function newPage(browser: Browser, special: BrowserContextOptions): Promise<OpenPage> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...special });
  const page = await context.newPage();
  return { page, faults: watchFaults(page) };
}

/** On the sign-in page of the run's issuer. */
export async function chooseDemoPerson(page: Page, as: keyof typeof people): Promise<void> {
  await page.getByRole('button', { name: people[as] }).click();
}

/** No violation of WCAG 2.2 A and AA that axe-core can find in what is on the screen now. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page })
    // What passed isn't looked at, and its elements needn't be written down.
    .options({ resultTypes: ['violations'] })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    // In one go: the other way is for frames of other origins, of which there are none, and takes four times as long.
    .setLegacyMode()
    .analyze();
  expect(
    violations.map(({ id, help, nodes }) => ({
      id,
      help,
      where: nodes.map(({ html }) => html.slice(0, 200)),
    })),
  ).toEqual([]);
}

const looks = [
  { viewport: desktop, colorScheme: 'light' },
  { viewport: desktop, colorScheme: 'dark' },
  { viewport: phone, colorScheme: 'light' },
] as const;

/** The same in the light, in the dark and on a phone, where nothing sticks out at the side. */
export async function expectAccessibleInEveryLook(page: Page): Promise<void> {
  for (const { viewport, colorScheme } of looks) {
    await page.setViewportSize(viewport);
    await page.emulateMedia({ colorScheme });
    await redrawn(page);
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  }
  await page.setViewportSize(desktop);
}

/** After some frames, as charts and tables measure themselves first. */
function redrawn(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let frame = 0; frame < 3; frame += 1) {
      await new Promise((resolve) => requestAnimationFrame(resolve));
    }
  });
}

function watchFaults(page: Page): string[] {
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

// Pages of the console that tests open one after the other instead of a browser context each.

import type { Browser, Page } from 'playwright-core';

export type OpenPage = {
  page: Page;
  /** What its page did that must never happen, since the last time that somebody emptied it. */
  faults: string[];
};

type KeptPages = {
  /** A page that a test has closed, for the next one. */
  take: (who: string) => OpenPage | undefined;
  put: (who: string, page: OpenPage) => void;
};

const keptPages = new WeakMap<Browser, KeptPages>();

export function keptPagesOf(browser: Browser): KeptPages {
  const known = keptPages.get(browser);
  if (known !== undefined) return known;
  const idle = new Map<string, OpenPage>();
  const pages: KeptPages = {
    take(who) {
      const page = idle.get(who);
      idle.delete(who);
      return page;
    },
    put(who, page) {
      idle.set(who, page);
    },
  };
  keptPages.set(browser, pages);
  return pages;
}

const usualTimeoutMs = 30_000;

/** Takes back what a test did to its page. @returns false where that can't be done, so that nobody opens it again */
export async function cleanUp(page: Page): Promise<boolean> {
  const context = page.context();
  const isClockTurned = await page.evaluate(() => !String(Date).includes('[native code]'));
  if (isClockTurned) return false;
  const others = context.pages().filter((other) => other !== page);
  await Promise.all(others.map((other) => other.close()));
  await page.unrouteAll({ behavior: 'ignoreErrors' });
  await context.setOffline(false);
  page.setDefaultTimeout(usualTimeoutMs);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  return true;
}

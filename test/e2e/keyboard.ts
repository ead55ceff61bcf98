// Using a page by keyboard alone.

import type { Page } from 'playwright-core';

const tabsAtMost = 80;

/** The name of what has the focus. */
export function focusedName(page: Page): Promise<string> {
  return page.evaluate(() => {
    const element = document.activeElement;
    // Where nothing has the focus, the body is said to have it, and all that the page says would be its name.
    if (element === document.body) return '';
    return (element?.getAttribute('aria-label') ?? element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  });
}

/** Presses Tab until the named control has the focus. */
export async function tabTo(page: Page, name: string): Promise<void> {
  for (let tabs = 0; tabs < tabsAtMost; tabs += 1) {
    await page.keyboard.press('Tab');
    if ((await focusedName(page)).includes(name)) return;
  }
  throw new Error(`Tab never reaches “${name}”`);
}

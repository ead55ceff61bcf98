// Signing in to the console, and what happens to a session.

import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { sharedBrowser } from '../browser.ts';
import { commonRun } from '../common-run.ts';
import {
  chooseDemoPerson,
  expectAccessible,
  expectAccessibleInEveryLook,
  openConsole,
} from './console-page.ts';

let port: number;
let browser: Browser;

beforeAll(async () => {
  [{ port }, browser] = await Promise.all([commonRun(), sharedBrowser()]);
}, 90_000);

const open = (options: Partial<Parameters<typeof openConsole>[0]> = {}) =>
  openConsole({ browser, port, as: 'metro', ...options });

/** As somebody whose browser has never been here. */
const openAnew = (options: Partial<Parameters<typeof openConsole>[0]> = {}) =>
  open({ ownContext: true, ...options });

describe('whoever comes without a session', () => {
  test('chooses who to be, and comes back to the page that the link names', async () => {
    const path = '/subaccounts/metro/customers/metro-diego';
    const { page, faults, address, close } = await openAnew({ path });
    expect(page.url()).toBe(address(path));
    expect(faults).toEqual([]);
    await close();
  });

  test('ends on no other host, whatever the link', async () => {
    const { page, address, close } = await openAnew({ path: '//evil.example/subaccounts' });
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    expect(page.url()).toBe(address('/evil.example/subaccounts'));
    await close();
  });

  test('operators begin with their customers, admins with the choice of a subaccount', async () => {
    const operator = await openAnew();
    expect(operator.page.url()).toBe(operator.address('/subaccounts/metro/customers'));
    await operator.close();
    const admin = await openAnew({ as: 'admin' });
    expect(admin.page.url()).toBe(admin.address('/subaccounts'));
    await admin.close();
  });

  test('reads one sentence where the issuer refuses, and can begin again', async () => {
    const { page, address, close } = await openAnew();
    await page.evaluate(() => {
      const pending = { state: 'page.known', nonce: 'n', verifier: 'v'.repeat(43), returnTo: '/' };
      sessionStorage.setItem('ridegate.pending-sign-in', JSON.stringify(pending));
    });
    await page.goto(address('/?error=access_denied&state=page.known'));
    await page.getByRole('heading', { name: 'You are not signed in' }).waitFor();
    await expectAccessible(page);
    await page.getByRole('button', { name: 'Sign in' }).click();
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await close();
  });

  test('reads one sentence where the deployment tells nothing of itself', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    await page.route('**/config.json', (route) => route.abort());
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByText('could not be reached').waitFor();
    await context.close();
  });

  test('a stranger’s answer signs nobody in', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const asked: string[] = [];
    page.on('request', (request) => {
      if (new URL(request.url()).pathname === '/token') asked.push(request.url());
    });
    await page.goto(`http://127.0.0.1:${port}/?code=stolen&state=page.guessed`);
    await page.getByRole('heading', { name: 'Choose a demo operator' }).waitFor();
    expect(asked).toEqual([]);
    await context.close();
  });
});

describe('a session', () => {
  test('leaves no token behind: not in storage, cookies, address or history', async () => {
    const { page, close } = await openAnew();
    const kept = await page.evaluate(() =>
      JSON.stringify([localStorage, sessionStorage, document.cookie, location.href]),
    );
    expect(kept).not.toMatch(/eyJ|verifier|code=/);
    // Back leads to the issuer, who knows the person still and answers with a new code, which is used up at once.
    await page.goBack().catch(() => null);
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    expect(page.url()).not.toContain('code=');
    await close();
  });

  test('loading the page anew asks nobody, as the issuer still knows who it is', async () => {
    const { page, close } = await openAnew();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await close();
  });

  test('signing out ends it at the issuer too', async () => {
    const { page, address, close } = await openAnew();
    await page.getByRole('button', { name: 'Account: maya.brooks' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await page.getByRole('heading', { name: 'Choose a demo operator' }).waitFor();
    await page.goto(address('/'));
    await page.getByRole('heading', { name: 'Choose a demo operator' }).waitFor();
    await chooseDemoPerson(page, 'harbor');
    await page.waitForURL((url) => url.pathname === '/subaccounts/harbor/customers');
    await close();
  });

  test('signing out ends it in every tab', async () => {
    const { page, address, close } = await openAnew();
    const other = await page.context().newPage();
    await other.goto(address('/subaccounts/metro/policy'));
    await other.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByRole('button', { name: 'Account: maya.brooks' }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await other.getByRole('heading', { name: 'Choose a demo operator' }).waitFor();
    await close();
  });

  test('a page that the back button brings back as it was asks anew who is there', async () => {
    const { page, close } = await openAnew();
    const loaded = page.waitForEvent('load');
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
    await loaded;
    await page.getByRole('heading', { level: 1, name: 'Customers' }).waitFor();
    await close();
  });

  test('an account without group or subaccount reads what to ask for', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const payload = Buffer.from(JSON.stringify({ sub: 'new.person' })).toString('base64url');
    await page.route('**/token', async (route) => {
      const answer = await route.fetch();
      const tokens = (await answer.json()) as Record<string, unknown>;
      await route.fulfill({ json: { ...tokens, access_token: `e30.${payload}.s` } });
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await chooseDemoPerson(page, 'metro');
    await page.getByRole('heading', { name: 'This account has no access yet' }).waitFor();
    await expectAccessible(page);
    await context.close();
  });
});

describe('the frame', () => {
  test('speaks the browser’s language, and another one when asked and to be had, and remembers it', async () => {
    const { page, close } = await open({ context: { locale: 'de-DE' } });
    await page.getByRole('heading', { level: 1, name: 'Kunden' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('de');
    const chooseFrench = async (): Promise<void> => {
      await page.getByRole('button', { name: 'Sprache: Deutsch' }).click();
      await page.getByRole('menuitem', { name: 'Français' }).click();
    };
    const french = '**/assets/fr-*.js';
    await page.route(french, (route) => route.abort());
    await chooseFrench();
    await page.getByText('Français konnte nicht geladen werden').first().waitFor();
    await page.unroute(french);
    await page.reload();
    await chooseFrench();
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Clients' }).waitFor();
    await close();
  });

  test('is dark where the system is, and light when asked', async () => {
    const { page, close } = await open({ context: { colorScheme: 'dark' } });
    const isDark = () => page.evaluate(() => document.body.classList.contains('awsui-dark-mode'));
    expect(await isDark()).toBe(true);
    await page.getByRole('button', { name: 'Appearance' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Light' }).click();
    expect(await isDark()).toBe(false);
    await close();
  });

  test('has no fault that axe-core finds', async () => {
    const { page, faults, close } = await open({ path: '/nowhere' });
    await page.getByRole('heading', { name: 'There is no such page' }).waitFor();
    await expectAccessibleInEveryLook(page);
    expect(faults).toEqual([]);
    await close();
  });

  test('the first page needs at most 400 KB of JavaScript, gzipped', async () => {
    const context = await browser.newContext();
    const page = await context.newPage();
    const scripts = new Set<string>();
    page.on('request', (request) => {
      if (request.url().endsWith('.js')) scripts.add(request.url());
    });
    await page.goto(`http://127.0.0.1:${port}/`);
    await chooseDemoPerson(page, 'metro');
    await page.getByRole('link', { name: 'metro-diego' }).first().waitFor();
    // Fetched once more: what a page has loaded can't be read after it went on to the sign-in page.
    const sizes = await Promise.all(
      [...scripts].map(async (url) => gzipSync(await (await fetch(url)).bytes()).length),
    );
    const kilobytes = sizes.reduce((sum, size) => sum + size, 0) / 1000;
    expect(kilobytes).toBeGreaterThan(100);
    expect(kilobytes).toBeLessThanOrEqual(400);
    await context.close();
  });

  test('its security policy stops scripts that somebody smuggles in', async () => {
    const { page, close } = await open();
    const ran = await page.evaluate(() => {
      const script = document.createElement('script');
      script.append('window.smuggled = true');
      document.body.append(script);
      return Reflect.has(window, 'smuggled');
    });
    expect(ran).toBe(false);
    await close();
  });

  test('its security policy lets no text become markup', async () => {
    const { page, close } = await open();
    const became = await page.evaluate(() => {
      try {
        document.body.innerHTML = '<b>bold</b>';
        return 'markup';
      } catch (error) {
        return error instanceof TypeError ? 'nothing' : 'something else';
      }
    });
    expect(became).toBe('nothing');
    await close();
  });
});

// How long the console takes to show its first page in the embedded run: `npm run bench:console`.

import { launchBrowser } from '../browser.ts';
import { startRun } from '../run.ts';
import { openConsole } from './console-page.ts';

const loads = 9;
const somebody = 'metro-diego';

const run = await startRun();
const browser = await launchBrowser();
try {
  const { page, address, close } = await openConsole({ browser, port: run.port, as: 'metro' });
  const cdp = await page.context().newCDPSession(page);
  const load = async (isCacheEmpty: boolean): Promise<number> => {
    if (isCacheEmpty) await cdp.send('Network.clearBrowserCache');
    const begin = performance.now();
    await page.goto(address('/'));
    await page.getByRole('link', { name: somebody }).first().waitFor();
    return performance.now() - begin;
  };
  const show = async (name: string, isCacheEmpty: boolean): Promise<void> => {
    const times: number[] = [];
    for (let index = 0; index < loads; index += 1) times.push(await load(isCacheEmpty));
    const sorted = times.toSorted((left, right) => left - right).map(Math.round);
    const [fastest, median, slowest] = [sorted[0], sorted[Math.floor(loads / 2)], sorted.at(-1)];
    process.stdout.write(`${name}: median ${median} ms (${fastest} to ${slowest}), ${loads} loads\n`);
  };
  process.stdout.write('From the address to the first customer, sign-in at the issuer included:\n');
  await show('nothing in the cache', true);
  await show('files in the cache', false);
  await close();
} finally {
  await browser.close();
  await run.stop();
}

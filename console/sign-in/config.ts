// What this deployment tells the console: /config.json.

import { consoleConfig, type ConsoleConfig } from '../../functions/contracts/console-config.ts';

/** @throws where it can't be had, or isn't what it should be */
export async function loadConfig(): Promise<ConsoleConfig> {
  const response = await fetch('/config.json', { cache: 'no-store' });
  if (!response.ok) throw new Error(`/config.json was answered with ${response.status}.`);
  return consoleConfig.parse(await response.json());
}

// The run that most end-to-end tests share. They play beside each other on it, so each keeps to customers, and where
// it changes a policy to a subaccount, of its own; what steers the simulator for everybody needs a run of its own.

import { inject } from 'vitest';
import { clientOf, type Client } from './http-client.ts';

/** For `beforeAll`: the first call waits for the start, so give it a minute. */
export async function commonRun(): Promise<{ port: number; client: Client }> {
  const answer = await fetch(inject('commonRunAddress'));
  const text = await answer.text();
  if (!answer.ok) throw new Error(text);
  const port = Number(text);
  return { port, client: clientOf(port) };
}

/** Makes a subaccount with these fields of a policy beside the defaults. */
export async function newSubaccount(client: Client, id: string, policy: object): Promise<void> {
  const admin = await client.token('admin', { user_id: 'ad-1' });
  const names = { name: id, app_name: id };
  const made = await client.api(admin, 'PUT', `/api/subaccounts/${id}`, names);
  const path = `/api/subaccounts/${id}/identity-policy`;
  const set = await client.api(admin, 'PUT', path, { version: 1, ...policy });
  if (made.status >= 300 || set.status >= 300) throw new Error(JSON.stringify([made.body, set.body]));
}

// Every personal field and every secret is a value of its own, and goes through everything that can happen. Then all
// that the run has answered, printed, queued and stored is searched: each value stands only where it may.

import path from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod';
import { customerPartition } from '../../functions/adapters/dynamodb/keys.ts';
import { createRawVault } from '../../functions/adapters/encryption/raw-vault.ts';
import { findInAnswers } from '../canaries/asking.ts';
import { lookAt, revealDocument } from '../canaries/console.ts';
import { token, type Marker } from '../canaries/marker.ts';
import {
  judge,
  searchFolder,
  searchFor,
  writtenSince,
  type Finding,
  type Search,
} from '../canaries/search.ts';
import { secretsIn } from '../canaries/secrets.ts';
import { tellStory, type Story } from '../canaries/story.ts';
import {
  contentsOf,
  openedContentsOf,
  scan,
  streamContents,
  type Content,
} from '../canaries/table-contents.ts';
import {
  inAnswers,
  inAnswersAfterwards,
  inConsole,
  inItems,
  inOpenedItems,
  inState,
} from '../canaries/where-allowed.ts';
import { sharedBrowser } from './browser.ts';
import { openConsole } from './console/console-page.ts';
import { clientOf } from './http-client.ts';
import { startRun, type Run } from './run.ts';

const identityKey = `${token}-key-of-the-identities-`;
const secrets = {
  'webhook secret': `whsec_${token}_signing`,
  'restricted Stripe key': `rk_test_${token}_restricted`,
  // The simulator's own: with any other, the run would call Stripe itself.
  'Stripe key': 'sk_test_ridegate_local',
  'identity key': identityKey,
} as const;

let run: Run;
let startedAtMs: number;
let story: Story;
let search: Search;

beforeAll(async () => {
  run = await startRun(undefined, {
    STRIPE_WEBHOOK_SECRET: secrets['webhook secret'],
    STRIPE_RESTRICTED_KEY: secrets['restricted Stripe key'],
    RIDEGATE_IDENTITY_KEYS: Buffer.from(identityKey).toString('base64'),
    RIDEGATE_LOG: '1',
  });
  startedAtMs = Date.now();
  story = await tellStory(run, clientOf(run.port), secrets['webhook secret']);
  search = searchFor([...markersOf(story), ...Object.values(story.asked).flatMap(secretsIn)]);
}, 180_000);

afterAll(async () => {
  await run.stop();
});

function markersOf({ riders, stray }: Story): Marker[] {
  const ofRun = Object.entries(secrets).map(([what, text]) => ({ what, whose: 'the run', text }));
  return [...Object.values(riders).flatMap(({ markers }) => markers), ...ofRun, stray];
}

const nothing = { leaks: [], unused: [] };
const findIn = (contents: readonly Pick<Content, 'place' | 'bytes'>[]): Finding[] =>
  contents.flatMap(({ place, bytes }) => search(bytes).map((marker) => ({ place, marker })));
const of =
  (...names: string[]) =>
  ({ marker }: Finding): boolean =>
    names.includes(marker.whose);

describe('answers of the API', () => {
  it('have each value only for those whom it is for, and only where it is asked for', () => {
    const { afterwards, ...before } = story.asked;
    const findings = Object.values(before).flatMap((asking) => findInAnswers(asking, search));

    expect(judge(findings, inAnswers)).toEqual(nothing);
  });

  it('have nothing more of somebody who was redacted', () => {
    const findings = findInAnswers(story.asked.afterwards, search);

    expect(judge(findings.filter(of('redacted')), inAnswersAfterwards)).toEqual(nothing);
  });

  it('of the webhook’s receiver have nothing', () => {
    expect(story.webhookAnswers.flatMap(search)).toEqual([]);
  });
});

describe('the console', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await sharedBrowser();
  });

  it('shows an operator what a customer’s page is for, the document covered, and keeps nothing', async () => {
    const harbor = '/subaccounts/harbor/customers';
    const { kept, redacted } = story.riders;
    const opened = await openConsole({ browser, port: run.port, as: 'harbor', ownContext: true });

    const contents = await lookAt(opened, [
      { place: 'list', path: `${harbor}?filter=all`, shows: kept.id },
      { place: 'list', path: `${harbor}?filter=verified`, shows: kept.id },
      { place: 'customer', path: `${harbor}/${kept.id}`, shows: 'Stripe verified the identity.' },
      {
        place: 'redacted customer',
        path: `${harbor}/${redacted.id}`,
        shows: redacted.fields['reason of a later look'],
      },
    ]);
    await opened.close();

    const covered = contents.filter(({ bytes }) => bytes.includes('•••')).map(({ place }) => place);
    expect(covered).toEqual(['customer']);
    expect(judge(findIn(contents), inConsole)).toEqual(nothing);
  });

  it('shows of a document that isn’t kept what Stripe tells, until it is hidden', async () => {
    const { id, fields } = story.riders.referenced;
    const path = `/subaccounts/metro/customers/${id}`;
    const { page, close } = await openConsole({ browser, port: run.port, as: 'metro', path });
    await page.getByText('The policy keeps no document data here.').waitFor();

    await revealDocument(page, fields['reason of a look']);

    await page.getByText('Read from Stripe just now; nothing of it is kept here.').waitFor();
    expect(await page.content()).toContain(fields['document number']);
    await page.getByRole('button', { name: 'Hide', exact: true }).click();
    await page.getByText('The policy keeps no document data here.').waitFor();
    expect(await page.content()).not.toContain(fields['document number']);
    await close();
  });
});

describe('what anybody can load', () => {
  it('has nothing: pages and their scripts, pushes, the description of the API', async () => {
    const texts = await loadPages();

    expect(texts.length).toBeGreaterThan(5);
    expect(texts.flatMap(search)).toEqual([]);
  });

  async function loadPages(): Promise<string[]> {
    const get = async (at: string) =>
      (await fetch(new URL(at, `http://127.0.0.1:${run.port}/rider/`))).text();
    const page = await get('/rider/?subaccount_id=harbor&customer_id=kept-rider');
    const parts = [...page.matchAll(/(?:src|href)="([^"#]+)"/g)].flatMap(([, at]) => at ?? []);
    const others = ['/', '/local/notifications', '/local/deployment', '/local/health', '/api/openapi.json'];
    return [page, ...(await Promise.all([...parts, ...others].map(get)))];
  }
});

describe('the table', () => {
  const deployment = z.object({ endpoints: z.object({ dynamodb: z.string() }) });
  const vault = createRawVault([new Uint8Array(Buffer.from(identityKey))]);
  let items: Awaited<ReturnType<typeof scan>>['items'];
  let stream: Content[];
  beforeAll(async () => {
    const answer = await fetch(`http://127.0.0.1:${run.port}/local/deployment`);
    const { endpoints } = deployment.parse(await answer.json());
    const found = await scan(endpoints.dynamodb);
    items = found.items;
    stream = await streamContents(endpoints.dynamodb, found.tableName);
  });

  it('has nothing in plain words but what is looked for, and neither has its stream', () => {
    expect(judge(findIn(contentsOf(items)), inItems)).toEqual(nothing);
    expect(stream.length).toBeGreaterThan(items.length);
    expect(judge(findIn(stream), inItems)).toEqual(nothing);
  });

  it('has each sealed value in its own item', async () => {
    const findings = findIn(await openedContentsOf(items, vault));

    expect(judge(findings, inOpenedItems)).toEqual(nothing);
  });

  it('has nothing of a document of which only references are kept', async () => {
    const contents = [...contentsOf(items), ...(await openedContentsOf(items, vault))];
    const findings = findIn(contents).filter(of('referenced'));

    const places = new Set(findings.map(({ place }) => place));
    expect(places).toEqual(new Set(['SIGNUP', 'ALTERNATIVE', 'NOTE#']));
  });

  it('has nothing of somebody who was redacted, not even sealed, but why he was', async () => {
    const ref = { subaccountId: 'harbor', customerId: story.riders.redacted.id };
    const own = items.filter((item) => item['pk'] === customerPartition(ref));
    const findings = findIn([...contentsOf(items), ...(await openedContentsOf(items, vault))]);

    const left = findings.filter(of('redacted')).map(({ marker }) => marker.what);
    expect(own.length).toBeGreaterThan(5);
    expect(new Set(left)).toEqual(new Set(['notes of a redaction', 'reason of a later look']));
  });
});

describe('what the run has written', () => {
  const builtBefore = ['cdk.out', 'sites'];
  const isCode = (file: string): boolean => builtBefore.some((folder) => file.startsWith(`${folder}/`));

  it('has nothing in its output, which has all logs', () => {
    expect(run.output()).toMatch(/"route":"POST \/api\/customers\/{id}\/identity-session"/);
    expect(search(run.output())).toEqual([]);
  });

  it('has each value only in the stores that it belongs to, deleted or not', async () => {
    const findings = await searchFolder(run.stateDir, search, (file) => !isCode(file));

    expect(judge(findings, inState)).toEqual(nothing);
    // The rest is the code that is run and the pages that are served: nobody has written there since.
    for (const folder of builtBefore) {
      expect(await writtenSince(startedAtMs, path.join(run.stateDir, folder))).toEqual([]);
    }
  });

  it('has nothing in what it says at its end', async () => {
    await run.end();

    expect(run.output()).toContain('Stopping …');
    expect(search(run.output())).toEqual([]);
    expect(await searchFolder(path.join(run.stateDir, 'logs'), search)).toEqual([]);
  });
});

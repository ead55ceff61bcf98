// The domain events as subscribers know them: the schema in docs/ is the one that the code publishes by.

import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { describe, expect, it } from 'vitest';
import { notificationMessage, toNotificationMessage } from '../../functions/contracts/messages.ts';
import { render } from '../../functions/contracts/openapi/json-schema.ts';
import { notificationContent } from '../../functions/domain/notification.ts';
import { nowMs } from '../support/builders.ts';

const docs = new URL('../../docs/', import.meta.url);
const kinds = notificationMessage.shape.kind.options;

describe('docs/events.schema.json', () => {
  it('is up to date; `npx vitest run test/contracts --update` brings it up', async () => {
    const schema = {
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      title: 'RideGate event',
      ...render(notificationMessage, 'output', new Map()),
    };
    const file = new URL('events.schema.json', docs).pathname;
    const options = { ...(await resolveConfig(file)), parser: 'json' };

    await expect(await format(JSON.stringify(schema), options)).toMatchFileSnapshot(file);
  });
});

describe('docs/events.md', () => {
  it.each(kinds)('tells when there is an event of kind %s', (kind) => {
    expect(readFileSync(new URL('events.md', docs), 'utf8')).toContain(`\`${kind}\``);
  });
});

describe('an event', () => {
  it.each(kinds)('of kind %s fits its schema, without a field more', (kind) => {
    const content = notificationContent(kind, { appName: 'Metro', lastError: null });
    const about = { subaccountId: 'metro', customerId: 'rider-1', createdAtMs: nowMs };
    const message = toNotificationMessage({ id: 'ntf_1', kind, ...about, ...content });

    expect(notificationMessage.strict().parse(message)).toEqual(message);
  });
});

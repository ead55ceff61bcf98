// GET /api/subaccounts/{id}/identity-policy/versions: who changed the policy when, and what.

import { beforeEach, describe, expect, it } from 'vitest';
import { policyVersionsJson } from '../../functions/contracts/policy-history.ts';
import { rulesJson, toRulesJson } from '../../functions/contracts/policy.ts';
import { defaultPolicyRules } from '../../functions/domain/policy.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, type Answer, type Api } from './harness.ts';

const path = '/api/subaccounts/{id}/identity-policy';

let api: Api;
beforeEach(async () => {
  api = await startApi();
});

async function put(body: Record<string, unknown>, as = claims.operator('metro', 'op-4')): Promise<void> {
  expect((await api.call({ route: `PUT ${path}`, as, id: 'metro', body })).status).toBe(200);
}

function ask(query: Record<string, string> = {}, id = 'metro', as = claims.operator()): Promise<Answer> {
  return api.call({ route: `GET ${path}/versions`, as, id, query });
}

const versionsOf = ({ body }: Answer) => policyVersionsJson.strict().parse(body);

describe('the versions of a policy', () => {
  it('begin with all rules, of which there were none before', async () => {
    const { status, body } = await ask();

    expect(status).toBe(200);
    expect(body).toEqual({
      data: [
        {
          version: 1,
          at: new Date(api.clock.nowMs()).toISOString(),
          actor: 'system:setup',
          before: null,
          after: toRulesJson(defaultPolicyRules),
        },
      ],
      next_cursor: null,
    });
    const [first] = versionsOf({ status, headers: {}, body }).data;
    expect(rulesJson.safeParse(first?.after).success).toBe(true);
  });

  it('tell the newest first who changed what, with the rules that differ alone', async () => {
    await put({ version: 1, identity_minimum_age: 18, identity_allowed_document_types: ['passport'] });
    api.clock.advance(1000);
    await put({ version: 2, identity_minimum_age: 21, identity_max_attempts: 3 }, claims.admin('adm-1'));

    const { data } = versionsOf(await ask());

    expect(data.slice(0, 2)).toEqual([
      {
        version: 3,
        at: new Date(api.clock.nowMs()).toISOString(),
        actor: 'operator:adm-1',
        before: { identity_minimum_age: 18 },
        after: { identity_minimum_age: 21 },
      },
      {
        version: 2,
        at: new Date(api.clock.nowMs() - 1000).toISOString(),
        actor: 'operator:op-4',
        before: {
          identity_minimum_age: null,
          identity_allowed_document_types: ['driving_license', 'id_card', 'passport'],
        },
        after: { identity_minimum_age: 18, identity_allowed_document_types: ['passport'] },
      },
    ]);
    expect(data.map(({ version }) => version)).toEqual([3, 2, 1]);
  });

  it('tell of a change that changed nothing too', async () => {
    await put({ version: 1, identity_max_attempts: 3 });

    expect(versionsOf(await ask()).data[0]).toMatchObject({ version: 2, before: {}, after: {} });
  });

  it('are read page by page without a gap, by an admin too', async () => {
    for (const version of [1, 2, 3]) await put({ version, identity_max_attempts: version + 3 });
    const versions: number[] = [];

    let cursor: string | null = null;
    do {
      const page = versionsOf(
        await ask({ limit: '2', ...(cursor !== null && { cursor }) }, 'metro', claims.admin()),
      );
      versions.push(...page.data.map(({ version }) => version));
      cursor = page.next_cursor;
    } while (cursor !== null);

    expect(versions).toEqual([4, 3, 2, 1]);
  });

  it('are nobody else’s', async () => {
    expect((await ask({}, 'metro', claims.operator('harbor'))).status).toBe(404);
    expect((await ask({}, 'nowhere', claims.admin())).body['code']).toBe('subaccount_not_found');
  });

  it.each<[Record<string, string>, string]>([
    [{ cursor: 'UFJPRklMRQ' }, 'cursor'],
    [{ limit: '101' }, 'limit'],
    [{ subaccount_id: 'metro' }, 'subaccount_id'],
  ])('are refused for %j', async (query, fault) => {
    expect((await ask(query)).body).toMatchObject({ status: 400, errors: [{ path: fault }] });
  });
});

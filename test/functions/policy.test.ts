// GET and PUT /api/subaccounts/{id}/identity-policy

import { beforeEach, describe, expect, it } from 'vitest';
import { policyJson } from '../../functions/contracts/policy.ts';
import { claims } from './events/api-gateway.ts';
import { startApi, stored, type Answer, type Api } from './harness.ts';

let api: Api;

beforeEach(async () => {
  api = await startApi();
});

function get(id = 'metro', as = claims.operator()): Promise<Answer> {
  return api.call({ route: 'GET /api/subaccounts/{id}/identity-policy', as, id });
}

function put(body: unknown, id = 'metro', as = claims.operator()): Promise<Answer> {
  return api.call({ route: 'PUT /api/subaccounts/{id}/identity-policy', as, id, body });
}

const defaults = {
  subaccount_id: 'metro',
  version: 1,
  identity_verification_mode: 'risk_based',
  identity_verification_risk_threshold: 50,
  identity_max_attempts: 3,
  identity_require_selfie: true,
  identity_allowed_document_types: ['driving_license', 'id_card', 'passport'],
  identity_require_live_capture: true,
  identity_minimum_age: null,
  identity_verification_flow: null,
  identity_unscored_payment: 'allow',
  identity_risk_evaluation: 'first_charge',
  identity_blocked_charge_triggers: false,
  identity_exempt_customers_created_before: null,
  identity_data_retention: 'verified_fields',
  identity_retention_days: null,
  identity_document_expiry_reminders: false,
  identity_document_expiry_reverification: false,
};

const changed = {
  identity_verification_mode: 'all_users',
  identity_verification_risk_threshold: 0,
  identity_max_attempts: 10,
  identity_require_selfie: false,
  identity_allowed_document_types: ['passport'],
  identity_require_live_capture: false,
  identity_minimum_age: 13,
  identity_verification_flow: 'vf_1AbC',
  identity_unscored_payment: 'require',
  identity_risk_evaluation: 'every_charge',
  identity_blocked_charge_triggers: true,
  identity_exempt_customers_created_before: '2026-01-01T00:00:00.000Z',
  identity_data_retention: 'references_only',
  identity_retention_days: 3650,
  identity_document_expiry_reminders: true,
  identity_document_expiry_reverification: true,
};

describe('the policy', () => {
  it('is the default until somebody changes it', async () => {
    const { status, body } = await get();

    expect(status).toBe(200);
    expect(policyJson.strict().parse(body)).toEqual(defaults);
  });

  it('keeps every field that a PUT changes, one version on', async () => {
    const answer = await put({ version: 1, ...changed });

    expect(answer).toMatchObject({ status: 200, body: { ...defaults, ...changed, version: 2 } });
    expect((await get()).body).toEqual(answer.body);
  });

  it('keeps what a PUT leaves out', async () => {
    const { body } = await put({ version: 1, identity_minimum_age: 18 });

    expect(body).toEqual({ ...defaults, version: 2, identity_minimum_age: 18 });
  });

  it('takes null back where null is a value', async () => {
    await put({ version: 1, ...changed });
    const nothing = {
      identity_minimum_age: null,
      identity_verification_flow: null,
      identity_exempt_customers_created_before: null,
      identity_retention_days: null,
    };

    expect((await put({ version: 2, ...nothing })).body).toMatchObject(nothing);
  });

  it('takes a moment in any time zone and answers in UTC', async () => {
    const { body } = await put({
      version: 1,
      identity_exempt_customers_created_before: '2026-01-01T01:00:00+01:00',
    });

    expect(body['identity_exempt_customers_created_before']).toBe('2026-01-01T00:00:00.000Z');
  });
});

describe('a PUT that rests on a stale version', () => {
  it.each([2, 99])('(%s) is a conflict and changes nothing', async (version) => {
    const before = stored(api);

    expect(await put({ version, identity_max_attempts: 5 })).toMatchObject({
      status: 409,
      body: { code: 'version_conflict' },
    });
    expect(stored(api)).toEqual(before);
  });

  it('of two at once wins one', async () => {
    const answers = await Promise.all([
      put({ version: 1, identity_max_attempts: 5 }),
      put({ version: 1, identity_max_attempts: 6 }, 'metro', claims.admin()),
    ]);

    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect((await get()).body['version']).toBe(2);
  });
});

it('each change is kept with who, when, before and after', async () => {
  await put({ version: 1, identity_max_attempts: 5 }, 'metro', claims.operator('metro', 'op-4'));

  expect(api.storage.policyChanges.at(-1)).toMatchObject({
    actor: { kind: 'operator', id: 'op-4' },
    atMs: api.clock.nowMs(),
    before: { version: 1, maxAttempts: 3 },
    after: { version: 2, maxAttempts: 5 },
  });
});

it('a subaccount that doesn’t exist answers 404 to an admin', async () => {
  expect((await get('nowhere', claims.admin())).body['code']).toBe('subaccount_not_found');
  expect((await put({ version: 1 }, 'nowhere', claims.admin())).body['code']).toBe('subaccount_not_found');
});

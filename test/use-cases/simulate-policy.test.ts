// A simulation over pages of customers, within its time; and that applying then does what it told.

import { beforeEach, describe, expect, it } from 'vitest';
import { NotFound } from '../../functions/domain/faults.ts';
import type { PolicyRules } from '../../functions/domain/policy.ts';
import { applyPolicyBatch } from '../../functions/use-cases/apply-policy-batch.ts';
import { simulatePolicy } from '../../functions/use-cases/simulate-policy.ts';
import { startPolicyApplication } from '../../functions/use-cases/start-policy-application.ts';
import { addCustomer } from '../support/add-customer.ts';
import { aRiskAssessment, nowMs } from '../support/builders.ts';
import { createWorld, type World } from '../support/in-memory/world.ts';

let world: World;

beforeEach(async () => {
  world = createWorld({ nowMs });
  await world.addSubaccount('metro', { verificationMode: 'risk_based', riskThreshold: 80 });
});

async function addCustomers(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    const score = [10, 50, 75, null][index % 4] ?? null;
    await addCustomer(world.customers, { id: `rider-${index}`, risk: aRiskAssessment({ score }) });
  }
}

const propose = (rules: Partial<PolicyRules>) => (current: PolicyRules) => ({ ...current, ...rules });

describe('a simulation', () => {
  it('sees every customer of the subaccount, however many pages', async () => {
    await world.addSubaccount('harbor');
    await addCustomer(world.customers, { subaccountId: 'harbor', id: 'rider-h' });
    await addCustomers(450);

    const { counts, complete, policyVersion } = await simulatePolicy(
      world,
      'metro',
      propose({ riskThreshold: 50 }),
    );

    expect({ complete, policyVersion }).toEqual({ complete: true, policyVersion: 1 });
    expect(counts).toMatchObject({ customers: 450, newlyFlagged: 225, newlyBlocked: 225 });
  });

  it('that runs out of time says so, and counts just those that it saw', async () => {
    await addCustomers(450);
    const subjects = {
      page: (...given: Parameters<typeof world.subjects.page>) => {
        world.clock.advance(10_000);
        return world.subjects.page(...given);
      },
    };

    const { counts, complete } = await simulatePolicy({ ...world, subjects }, 'metro', propose({}));

    expect(complete).toBe(false);
    expect(counts.customers).toBe(400);
  });

  it('tells what applying the policy then does', async () => {
    await addCustomers(130);
    const rules = { riskThreshold: 75, unscoredPayment: 'require' } as const;
    const { counts } = await simulatePolicy(world, 'metro', propose(rules));
    const home = await world.subaccounts.load('metro');
    if (home === null) throw new Error('no subaccount');
    const actor = { kind: 'operator', id: 'op-1' } as const;
    const after = { ...home.policy, ...rules, version: 2 };
    await world.subaccounts.savePolicy({ before: home.policy, after, actor, atMs: nowMs });

    await startPolicyApplication(world, actor, 'metro');
    for (let due = world.batches.sent.shift(); due !== undefined; due = world.batches.sent.shift()) {
      await applyPolicyBatch(world, due, false);
    }

    expect(await world.applications.load('metro')).toMatchObject({
      status: 'done',
      processed: counts.customers,
      flagged: counts.newlyFlagged,
    });
  });

  it('of a subaccount that is not there is refused', async () => {
    await expect(simulatePolicy(world, 'nowhere', propose({}))).rejects.toThrow(NotFound);
  });
});

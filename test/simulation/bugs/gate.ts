// The gate: reads that are behind, and answers without a read.

import { BatchGetCommand } from '@aws-sdk/lib-dynamodb';
import { defaultPolicyRules, type Policy } from '../../../functions/domain/policy.ts';
import type { CustomerRepository } from '../../../functions/use-cases/ports/customer-repository.ts';
import { tableName } from '../wiring.ts';
import type { Bug } from './bug.ts';
import { withCustomers, withTable } from './patches.ts';

type Found = Awaited<ReturnType<CustomerRepository['loadForGate']>>;

const cachedForMs = 10_000;

export const gateBugs: readonly Bug[] = [
  {
    name: 'eventually consistent gate',
    wrong: 'The gate may decide from a customer and a policy of some seconds ago.',
    removes: 'ConsistentRead in the gate’s read',
    breaks: ['gate', "operator's word"],
    sabotage: withTable((send) => (command) => {
      const request =
        command instanceof BatchGetCommand ? command.input.RequestItems?.[tableName] : undefined;
      const isGates = request?.Keys?.length === 2 && request.Keys[0]?.['sk'] === 'PROFILE';
      if (!isGates) return send(command);
      return send(
        new BatchGetCommand({ RequestItems: { [tableName]: { ...request, ConsistentRead: false } } }),
      );
    }),
  },
  {
    name: 'cached gate',
    wrong: 'The gate keeps a customer for ten seconds.',
    removes: 'the read at each question',
    breaks: ['gate', "operator's word"],
    sabotage: withCustomers((customers, { clock }) => {
      const cache = new Map<string, { found: Found; untilMs: number }>();
      return {
        loadForGate: async (ref) => {
          const key = `${ref.subaccountId}/${ref.customerId}`;
          const known = cache.get(key);
          if (known !== undefined && known.untilMs > clock.nowMs()) return known.found;
          const found = await customers.loadForGate(ref);
          cache.set(key, { found, untilMs: clock.nowMs() + cachedForMs });
          return found;
        },
      };
    }),
  },
  {
    name: 'cached policy',
    wrong: 'The gate keeps a policy for ten seconds, and holds it against a customer who was never under it.',
    removes: 'the one round trip at each question',
    breaks: ['gate', "operator's word"],
    sabotage: withCustomers((customers, { clock }) => {
      const cache = new Map<string, { policy: Policy; untilMs: number }>();
      return {
        loadForGate: async (ref) => {
          const found = await customers.loadForGate(ref);
          const known = cache.get(ref.subaccountId);
          if (found === null) return null;
          if (known !== undefined && known.untilMs > clock.nowMs()) return { ...found, policy: known.policy };
          cache.set(ref.subaccountId, { policy: found.policy, untilMs: clock.nowMs() + cachedForMs });
          return found;
        },
      };
    }),
  },
  {
    name: 'gate fails open',
    wrong: 'A ride check that fails is answered with an allow.',
    removes: 'the 5xx of a failed read',
    breaks: ['gate', "operator's word"],
    sabotage: {
      handlers: ({ api, ...others }) => ({
        ...others,
        api: {
          ...api,
          'check-ride': async (event, context) => {
            const answer = await api['check-ride'](event, context);
            if (answer.statusCode < 500) return answer;
            return {
              ...answer,
              statusCode: 200,
              body: JSON.stringify({ allowed: true, code: 'not_required' }),
            };
          },
        },
      }),
    },
  },
  {
    name: 'default policy for an unread one',
    wrong: 'Where DynamoDB leaves the policy unread, the gate goes by the default one.',
    removes: 'the fault for keys that were left unread',
    breaks: ['gate', "operator's word"],
    sabotage: withTable((send) => async (command) => {
      const answer = await send(command);
      const unread = (answer['UnprocessedKeys'] ?? {}) as Record<string, { Keys: Record<string, string>[] }>;
      const keys = unread[tableName]?.Keys ?? [];
      const policies = keys
        .filter(({ sk }) => sk === 'POLICY')
        .map(({ pk = '', sk }) => ({ ...defaultPolicyRules, pk, sk, subaccountId: pk.slice(4), version: 1 }));
      if (policies.length < 1 || keys.length > 1) return answer;
      const read = (answer['Responses'] ?? {}) as Record<string, unknown[]>;
      return { Responses: { [tableName]: [...(read[tableName] ?? []), ...policies] } };
    }),
  },
  {
    name: 'an operator’s word counts in some modes only',
    wrong: 'Under a disabled policy also those may ride whom an operator has required to verify.',
    removes: 'the order of the gate’s rules',
    breaks: ['gate'],
    sabotage: withCustomers((customers) => ({
      loadForGate: async (ref) => {
        const found = await customers.loadForGate(ref);
        if (found?.policy.verificationMode !== 'disabled') return found;
        return { ...found, customer: { ...found.customer, requirement: { state: 'none' } } };
      },
    })),
  },
];

// The page knows each rule that the API's contract has, with the same limits, and has words for it in each language.

import { describe, expect, it, test } from 'vitest';
import * as z from 'zod';
import { de } from '../../../console/messages/de/index.ts';
import { en } from '../../../console/messages/en/index.ts';
import { fr } from '../../../console/messages/fr/index.ts';
import {
  bounds,
  defaultRules,
  documentTypes,
  options,
  ruleFields,
} from '../../../console/pages/policy/policy-rules.ts';
import { rulesJson, toRulesJson } from '../../../functions/contracts/policy.ts';
import { defaultPolicyRules } from '../../../functions/domain/policy.ts';

const contract = Object.keys(rulesJson.shape).sort();

const limits = z.looseObject({
  properties: z.record(
    z.string(),
    z.looseObject({
      minimum: z.number().optional(),
      maximum: z.number().optional(),
      enum: z.array(z.string()).optional(),
      anyOf: z
        .array(z.looseObject({ minimum: z.number().optional(), maximum: z.number().optional() }))
        .optional(),
    }),
  ),
});

describe('the page', () => {
  const { properties } = limits.parse(z.toJSONSchema(rulesJson));

  it('shows each rule once', () => {
    expect([...ruleFields].sort()).toEqual(contract);
  });

  it('starts from the defaults of a new subaccount', () => {
    expect(defaultRules).toEqual(toRulesJson(defaultPolicyRules));
  });

  it.each(Object.entries(bounds))('allows what the API allows of %s', (field, [least, most]) => {
    const { minimum, maximum, anyOf } = properties[field] ?? {};
    expect([minimum ?? anyOf?.[0]?.minimum, maximum ?? anyOf?.[0]?.maximum]).toEqual([least, most]);
  });

  it.each(Object.entries(options))('offers the choices of %s', (field, choices) => {
    expect([...choices].sort()).toEqual([...(properties[field]?.enum ?? [])].sort());
  });

  it('offers each type of document', () => {
    expect([...documentTypes]).toEqual([...defaultPolicyRules.allowedDocumentTypes]);
  });
});

test.each([
  ['English', en],
  ['German', de],
  ['French', fr],
] as const)('%s has a label and a help for each rule, and for each choice', (_, { policy }) => {
  const fields = new Map<string, { label: string; help: string }>(Object.entries(policy.fields));
  expect([...fields.keys()].sort()).toEqual(contract);
  for (const { label, help } of fields.values()) {
    expect(label).not.toBe('');
    expect(help.length).toBeGreaterThan(label.length);
  }
  expect(Object.keys(policy.options).sort()).toEqual(Object.keys(options).sort());
});

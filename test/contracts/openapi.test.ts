// The OpenAPI document: valid, complete, and what the typed client was made from.

import { readFileSync } from 'node:fs';
import { Validator } from '@seriousme/openapi-schema-validator';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { generateTypes, typesFile } from '../../client/generate.ts';
import { endpoints } from '../../functions/contracts/api.ts';
import { customerFileJson } from '../../functions/contracts/customer-file.ts';
import { riderCustomerJson } from '../../functions/contracts/customer.ts';
import type { Endpoint } from '../../functions/contracts/endpoint.ts';
import { apiDocument, faultsOf } from '../support/api-document.ts';

const operation = z.object({
  operationId: z.string(),
  security: z.array(z.object({ token: z.array(z.string()) })),
  parameters: z.array(z.object({ name: z.string(), in: z.string() })),
});
const { paths, components } = z
  .object({
    paths: z.record(z.string(), z.record(z.string(), operation)),
    components: z.object({
      schemas: z.record(z.string(), z.object({ examples: z.array(z.unknown()).default([]) })),
    }),
  })
  .parse(apiDocument);
const operations = Object.entries(paths).flatMap(([path, byMethod]) =>
  Object.entries(byMethod).map(([method, found]) => ({ path, method, ...found })),
);

describe('the document', () => {
  it('is valid OpenAPI 3.1', async () => {
    const validator = new Validator();

    const result = await validator.validate(structuredClone(apiDocument));

    expect(result.errors).toBeUndefined();
    expect(result.valid).toBe(true);
    expect(validator.version).toBe('3.1');
  });

  it('has no two operations of one id', () => {
    const ids = operations.map(({ operationId }) => operationId);

    expect(new Set(ids).size).toBe(ids.length);
  });

  it('refers to everything that it defines, and defines everything that it refers to', () => {
    const text = JSON.stringify(apiDocument);
    const referred = new Set(text.match(/(?<="#\/components\/schemas\/)[^"]+/g));

    expect([...referred].toSorted()).toEqual(Object.keys(components.schemas).toSorted());
    expect(text).not.toContain('#/$defs/');
  });

  it('shows examples that fit', () => {
    const examples = Object.entries(components.schemas).flatMap(([name, schema]) =>
      schema.examples.map((example) => ({ name, faults: faultsOf(name, example) })),
    );

    expect(examples.length).toBeGreaterThan(0);
    expect(examples.filter(({ faults }) => faults !== '')).toEqual([]);
  });

  it('names every parameter of each path', () => {
    for (const { path, parameters } of operations) {
      const inPath = parameters.filter((parameter) => parameter.in === 'path').map(({ name }) => name);
      expect(inPath).toEqual([...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name));
    }
  });

  it.each(Object.entries<Endpoint>(endpoints))('%s tells who may call it', (id, { roles }) => {
    const found = operations.find(({ operationId }) => operationId === id);

    expect(found?.security).toEqual(roles.map((role) => ({ token: [role] })));
  });
});

describe('the typed client', () => {
  it('was generated from this document (npm run generate:client)', async () => {
    expect(readFileSync(typesFile, 'utf8')).toBe(await generateTypes());
  });
});

describe('a customer', () => {
  const requirement = ['', '_at', '_reason'].map((end) => `identity_verification_required${end}`);
  const status = ['status', 'verified_at', 'attempt_count', 'last_error'].map((name) => `identity_${name}`);
  const manual = ['', '_notes', '_by', '_at'].map((end) => `identity_manual_verification${end}`);
  const verified = [
    ...['first_name', 'last_name', 'dob', 'id_type'],
    ...['address', 'id_number', 'issuing_country', 'expiration_date', 'age_over'],
  ].map((name) => `identity_${name}`);
  const risk = ['stripe_risk_score', 'stripe_risk_level', 'stripe_radar_score'];
  const phone = ['type', 'carrier', 'is_prepaid', 'risk_score', 'country'].map((name) => `phone_${name}`);
  const signup = [
    ...['ip', 'ip_city', 'ip_region', 'ip_country'],
    ...['latitude', 'longitude', 'location_accuracy'],
  ].map((name) => `signup_${name}`);

  it.each([
    ['its risk', risk],
    ['its requirement', requirement],
    ['its status', [...status, ...manual]],
    ['its verified data', verified],
    ['its signals', [...phone, ...signup]],
    ['its gate', ['ride_gate']],
  ])('has every field of %s on his page, always', (_, fields) => {
    expect(Object.keys(customerFileJson.shape)).toEqual(expect.arrayContaining(fields));
    for (const field of fields) {
      expect(Reflect.get(customerFileJson.shape, field)).not.toBeInstanceOf(z.ZodOptional);
    }
  });

  it('sees no risk data, no signals and no notes of operators about himself', () => {
    const hidden = [...risk, ...phone, ...signup, 'signals', 'identity_manual_verification_notes'];

    expect(Object.keys(riderCustomerJson.shape).filter((name) => hidden.includes(name))).toEqual([]);
  });
});

// What Stripe may say besides what is expected: gaps, placeholders, unknown words, and errors that quote a person.

import { createServer } from 'node:http';
import { inspect } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createStripeClient } from '../../../functions/adapters/stripe/client.ts';
import { createIdentityProvider } from '../../../functions/adapters/stripe/identity-provider.ts';
import { unknownData as nothing } from '../../../functions/domain/verified-data.ts';
import type { IdentityProvider } from '../../../functions/use-cases/ports/stripe.ts';
import { withAge, withData } from '../contracts/identity-harness.ts';
import { aSession, newRef } from '../contracts/samples.ts';
import { listenOnFreePort } from '../support/listen.ts';
import { secretKey } from '../support/stripe.ts';

/** Answers each request in turn; the last answer again and again. */
async function stripeThatAnswers(
  ...answers: readonly { status?: number; body: unknown }[]
): Promise<IdentityProvider> {
  let count = 0;
  const server = await listenOnFreePort(
    createServer((request, response) => {
      request.resume();
      const { status = 200, body } = answers[Math.min(count, answers.length - 1)] ?? { body: {} };
      count += 1;
      response.writeHead(status, { 'content-type': 'application/json', 'stripe-should-retry': 'false' });
      response.end(typeof body === 'string' ? body : JSON.stringify(body));
    }),
  );
  onTestFinished(() => server.close());
  const stripe = createStripeClient({ apiKey: secretKey, apiUrl: server.url });
  return createIdentityProvider(stripe, stripe);
}

const reports = { object: 'list', data: [{ id: 'vr_1' }], has_more: false };

function verified(outputs: unknown, document: unknown, more: object = {}): { body: unknown } {
  const session = {
    id: 'vs_1',
    status: 'verified',
    last_error: null,
    redaction: null,
    verified_outputs: outputs,
    last_verification_report: { id: 'vr_1', document },
    ...more,
  };
  return { body: session };
}

async function read(answer: { body: unknown }) {
  const identity = await stripeThatAnswers(answer, { body: reports });
  return identity.retrieveSession('vs_1', withData);
}

describe('what a document told', () => {
  it.each([
    ['nothing at all', verified(null, null)],
    ['fields that are missing', verified({}, {})],
    ['no report', verified(undefined, undefined, { last_verification_report: undefined })],
    [
      'empty texts and dates with gaps',
      verified(
        { first_name: '', last_name: '  ', dob: { day: null, month: 4, year: 1990 }, address: { city: '' } },
        { number: '', expiration_date: { day: 2, month: null, year: 2030 }, issuing_country: '', type: '' },
      ),
    ],
    [
      'what stands in place of redacted data',
      verified(
        { first_name: '[redacted]', dob: { day: 1, month: 1, year: 1 }, address: { line1: '[redacted]' } },
        { number: '[redacted]', expiration_date: { day: 1, month: 1, year: 1 }, dob: '[redacted]' },
      ),
    ],
    [
      'days that no calendar has',
      verified(
        { dob: { day: 30, month: 2, year: 1990 } },
        { expiration_date: { day: 1, month: 13, year: 2030 } },
      ),
    ],
    [
      'other forms than were agreed',
      verified(
        { first_name: 7, last_name: ['Byron'], dob: '1990-12-10', address: 'London' },
        { number: { value: 'X1' }, type: 3, expiration_date: 20301231, files: 'file_1' },
      ),
    ],
    ['texts that no document holds', verified({ first_name: 'x'.repeat(501) }, { number: '9'.repeat(501) })],
  ])('is not guessed: %s', async (_what, answer) => {
    expect(await read(answer)).toMatchObject({
      status: 'verified',
      verifiedData: nothing,
      dateOfBirth: null,
    });
  });

  it('comes from the report where the outputs don’t have it', async () => {
    const dob = { day: 3, month: 4, year: 1990 };
    const session = await read(
      verified(
        { first_name: 'Ada', last_name: null, address: { line1: null, country: null } },
        { first_name: 'Augusta', last_name: 'Byron', dob, address: { city: 'London', country: 'GB' } },
      ),
    );

    expect(session.dateOfBirth).toEqual(dob);
    expect(session.verifiedData).toEqual({
      ...nothing,
      firstName: 'Ada',
      lastName: 'Byron',
      dob: '1990-04-03',
      address: { line1: null, line2: null, city: 'London', state: null, postalCode: null, country: 'GB' },
    });
  });

  it('keeps kinds of document that Stripe adds, and never takes a tax number for the document’s', async () => {
    const session = await read(
      verified({ id_number: '123-45-6789' }, { type: 'residence_permit', number: null }),
    );

    expect(session.verifiedData).toMatchObject({ idType: 'residence_permit', idNumber: null });
  });

  it('has one spelling for the same letters', async () => {
    const session = await read(verified({ first_name: 'Zoe\u0308' }, null));

    expect(session.verifiedData?.firstName).toBe('Zo\u00eb');
  });

  it('is not taken of a session that is verified no more', async () => {
    const dob = { day: 3, month: 4, year: 1990 };
    const session = await read(verified(null, { dob, number: 'X1' }, { status: 'requires_input' }));

    expect(session).toMatchObject({ dateOfBirth: null, verifiedData: null });
  });
});

describe('a redaction', () => {
  it.each([
    ['processing', 'processing'],
    ['validated', 'processing'],
    ['postponed', 'processing'],
    ['redacted', 'redacted'],
  ])('that Stripe calls %s counts as %s', async (status, redaction) => {
    const outputs = { first_name: 'Ada', dob: { day: 3, month: 4, year: 1990 } };
    const session = await read(verified(outputs, { number: 'X1' }, { redaction: { status } }));

    expect(session).toMatchObject({ redaction, dateOfBirth: null, verifiedData: null });
  });

  it('is to be asked for again where Stripe refused, and the session says no reason any more', async () => {
    const refusal = { status: 400, body: { error: { type: 'invalid_request_error', message: 'no' } } };
    const identity = await stripeThatAnswers(refusal, verified(null, null));

    expect(await identity.redactSession('vs_1')).toBe('processing');
  });
});

describe('images', () => {
  const withImages = verified(null, { files: ['file_front', 'file_back'] });
  const missing = { type: 'invalid_request_error', code: 'resource_missing', param: 'file' };

  it('that are gone by the time they are linked are left out', async () => {
    const identity = await stripeThatAnswers(withImages, { status: 400, body: { error: missing } });

    expect(await identity.createImageLinks('vs_1', 0)).toEqual({ images: [], unavailable: 'none' });
  });

  it('are linked once, where one serves for the document and for the photo beside the face', async () => {
    const report = {
      document: { files: ['file_front', 'file_back'] },
      selfie: { selfie: 'file_face', document: 'file_front' },
    };
    const identity = await stripeThatAnswers(
      { body: { id: 'vs_1', status: 'verified', last_verification_report: report } },
      { body: { id: 'link_1', url: 'https://files.stripe.com/links/1' } },
    );

    const { images } = await identity.createImageLinks('vs_1', 1_999);

    expect(images.map(({ kind }) => kind)).toEqual(['document_front', 'document_back', 'selfie']);
    expect(images[0]).toEqual({
      kind: 'document_front',
      url: 'https://files.stripe.com/links/1',
      expiresAtMs: 31_000,
    });
  });

  it('of a face check by itself show the document as it was held', async () => {
    const report = { selfie: { selfie: 'file_face', document: 'file_held' } };
    const identity = await stripeThatAnswers(
      { body: { id: 'vs_1', status: 'verified', last_verification_report: report } },
      { body: { id: 'link_1', url: 'https://files.stripe.com/links/1' } },
    );

    const { images } = await identity.createImageLinks('vs_1', 0);

    expect(images.map(({ kind }) => kind)).toEqual(['selfie', 'document_photo']);
  });
});

describe('an error of Stripe’s that quotes a person', () => {
  const canary = 'Canary-Lovelace-19151210';
  const quoting = { error: { type: 'invalid_request_error', message: canary, param: canary, code: 'x' } };
  const calls = (identity: IdentityProvider): Promise<unknown>[] => [
    identity.retrieveSession('vs_1', withAge),
    identity.retrieveSession('vs_1', withData),
    identity.redactSession('vs_1'),
    identity.findSessions(newRef()),
    identity.createImageLinks('vs_1', 0),
    identity.createSession(newRef(), aSession(), null),
  ];

  it.each([
    ['a refusal', 400, quoting],
    ['a permission', 403, quoting],
    ['a missing object', 404, quoting],
    ['a failure', 500, quoting],
    ['no JSON at all', 200, `{"first_name": "${canary}"`],
    ['another object than was asked for', 200, { id: 7, status: canary, data: canary }],
  ])('is told without the quotation: %s', async (_what, status, body) => {
    const identity = await stripeThatAnswers({ status, body });

    for (const outcome of await Promise.allSettled(calls(identity))) {
      expect(inspect(outcome, { depth: 20, showHidden: true })).not.toContain(canary);
    }
  });
});

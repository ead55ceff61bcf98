import { describe, expect, it } from 'vitest';
import { errorOf, runSimulator, SECRET_KEY, stripeAt } from './support.ts';

interface ErrorBody {
  error: { type: string; message: string; code?: string; param?: string };
}

async function send(url: string, init: RequestInit): Promise<{ response: Response; body: ErrorBody }> {
  const response = await fetch(url, init);
  return { response, body: (await response.json()) as ErrorBody };
}

describe('keys', () => {
  it('are asked for in Stripe’s way', async () => {
    const { url } = await runSimulator();

    const { response, body } = await send(`${url}/v1/charges`, {});

    expect(response.status).toBe(401);
    expect(response.headers.get('request-id')).toMatch(/^req_/);
    expect(body.error).toMatchObject({
      type: 'invalid_request_error',
      message: expect.stringContaining('You did not provide an API key') as string,
    });
  });

  it('that are unknown are refused without being repeated', async () => {
    const { url } = await runSimulator();

    const refused = await errorOf(stripeAt(url, 'sk_test_somebody_elses_key').charges.list());

    expect(refused).toMatchObject({ type: 'StripeAuthenticationError', statusCode: 401 });
    expect(refused.message).toMatch(/^Invalid API Key provided: sk_test_\*+_key$/);
  });

  it('may come as a user name, as with curl', async () => {
    const { url } = await runSimulator();
    const authorization = `Basic ${Buffer.from(`${SECRET_KEY}:`).toString('base64')}`;

    expect((await fetch(`${url}/v1/charges`, { headers: { authorization } })).status).toBe(200);
  });
});

describe('parameters', () => {
  it.each([
    ['colour=red', 'parameter_unknown', 'colour', 'Received unknown parameter: colour'],
    [
      'type=document&options[document][glare]=1',
      'parameter_unknown',
      'options[document][glare]',
      'Received unknown parameter: options[document][glare]',
    ],
    ['client_reference_id=a', 'parameter_missing', 'type', 'Missing required param: type.'],
    ['type=selfie', undefined, 'type', 'Invalid type: must be one of document or id_number'],
    [
      'type=document&options[document][allowed_types][0]=visa',
      undefined,
      'options[document][allowed_types][0]',
      'Invalid options[document][allowed_types][0]: must be one of driving_license, id_card, or passport',
    ],
    [
      'type=document&options[document][require_live_capture]=maybe',
      undefined,
      'options[document][require_live_capture]',
      'Invalid boolean: maybe',
    ],
    ['type=document&return_url=javascript:alert(1)', 'url_invalid', 'return_url', 'Not a valid URL'],
    ['type=document&metadata=text', undefined, 'metadata', 'Invalid object: text'],
    ['type=document&client_reference_id[a]=1', undefined, 'client_reference_id', 'Invalid string: {"a":"1"}'],
    [
      'type=document&related_person[account]=acct_1',
      'parameter_missing',
      'related_person[person]',
      'Missing required param: related_person[person].',
    ],
  ])('%s is refused as Stripe refuses it', async (encoded, code, param, message) => {
    const { url } = await runSimulator();

    const { response, body } = await send(`${url}/v1/identity/verification_sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/x-www-form-urlencoded' },
      body: encoded,
    });

    expect(response.status).toBe(400);
    expect(body.error).toMatchObject({ type: 'invalid_request_error', message, param });
    expect(body.error.code).toBe(code);
  });

  it('may be empty only where that takes a value back', async () => {
    const { stripe } = await runSimulator();

    const refused = await errorOf(
      stripe.identity.verificationSessions.create({ type: 'document', client_reference_id: '' }),
    );

    expect(refused).toMatchObject({ code: 'parameter_invalid_empty', param: 'client_reference_id' });
  });

  it('must be form-encoded', async () => {
    const { url } = await runSimulator();

    const { response, body } = await send(`${url}/v1/identity/verification_sessions`, {
      method: 'POST',
      headers: { authorization: `Bearer ${SECRET_KEY}`, 'content-type': 'application/json' },
      body: '{"type":"document"}',
    });

    expect(response.status).toBe(400);
    expect(body.error.message).toContain('application/x-www-form-urlencoded');
  });

  it.each(['__proto__[polluted]=1', 'a[b=1', '[a]=1', `a${'[b]'.repeat(20)}=1`])(
    '%s does no harm',
    async (encoded) => {
      const { url } = await runSimulator();

      const { response } = await send(`${url}/v1/identity/verification_sessions`, {
        method: 'POST',
        headers: {
          authorization: `Bearer ${SECRET_KEY}`,
          'content-type': 'application/x-www-form-urlencoded',
        },
        body: encoded,
      });

      expect(response.status).toBe(400);
      expect({}).not.toHaveProperty('polluted');
    },
  );
});

describe('what does not exist', () => {
  it('is a missing resource for each kind of object', async () => {
    const { stripe } = await runSimulator();

    for (const call of [
      stripe.identity.verificationSessions.retrieve('vs_none'),
      stripe.identity.verificationSessions.cancel('vs_none'),
      stripe.identity.verificationReports.retrieve('vr_none'),
      stripe.charges.retrieve('ch_none'),
      stripe.events.retrieve('evt_none'),
      stripe.files.retrieve('file_none'),
      stripe.fileLinks.retrieve('link_none'),
    ]) {
      expect(await errorOf(call)).toMatchObject({ statusCode: 404, code: 'resource_missing', param: 'id' });
    }
  });

  it('is an unrecognized address for the rest of the API', async () => {
    const { stripe } = await runSimulator();

    const refused = await errorOf(stripe.customers.list());

    expect(refused).toMatchObject({ statusCode: 404, rawType: 'invalid_request_error' });
    expect(refused.message).toContain('Unrecognized request URL (GET: /v1/customers)');
  });
});

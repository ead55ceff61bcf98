// The Twilio adapter against a server that answers as Twilio documents: https://www.twilio.com/docs/lookup/v2-api

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createTwilioLookup } from '../../../functions/adapters/phone/twilio-lookup.ts';
import { unknownCarrier } from '../../../functions/domain/signals/facts.ts';
import { createCountingMetrics } from '../../support/in-memory/metrics.ts';
import { listenOnFreePort } from '../support/listen.ts';

const number = '+14159929960';
const credentials = () => Promise.resolve({ apiKey: 'SK_test', apiKeySecret: 'hush' });

/** What Twilio answers of any valid number; packages that weren't asked for, or aren't to be had, are null. */
const basic = {
  calling_country_code: '1',
  country_code: 'US',
  phone_number: number,
  national_format: '(415) 992-9960',
  valid: true,
  validation_errors: [],
  caller_name: null,
  sim_swap: null,
  call_forwarding: null,
  line_status: null,
  line_type_intelligence: null,
  identity_match: null,
  reassigned_number: null,
  sms_pumping_risk: null,
  phone_number_quality_score: null,
  pre_fill: null,
  url: `https://lookups.twilio.com/v2/PhoneNumbers/${number}`,
};
const line = (type: string, carrier: string | null) => ({
  mobile_country_code: '240',
  mobile_network_code: '38',
  carrier_name: carrier,
  type,
  error_code: null,
});
const simSwap = (last_sim_swap_date: string | null) => ({
  last_sim_swap: { last_sim_swap_date, swapped_period: 'PT24H', swapped_in_period: true },
  carrier_name: 'Vodafone UK',
  mobile_country_code: '276',
  mobile_network_code: '02',
  error_code: null,
});
const risk = (sms_pumping_risk_score: number) => ({
  carrier_risk_category: 'moderate',
  number_blocked: false,
  number_blocked_date: null,
  number_blocked_last_3_months: null,
  sms_pumping_risk_score,
  error_code: null,
});

let respond: (request: IncomingMessage, response: ServerResponse) => void;
let requests: { method: string; url: string; authorization: string }[];
let server: Awaited<ReturnType<typeof listenOnFreePort>>;
const metrics = createCountingMetrics();

beforeEach(async () => {
  requests = [];
  server = await listenOnFreePort(
    createServer((request, response) => {
      requests.push({
        method: request.method ?? '',
        url: request.url ?? '',
        authorization: request.headers.authorization ?? '',
      });
      respond(request, response);
    }),
  );
});
afterEach(() => server.close());

function answers(status: number, body: unknown): void {
  respond = (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
}

const lookup = (timeoutMs?: number) =>
  createTwilioLookup({
    credentials,
    apiUrl: server.url,
    metrics,
    ...(timeoutMs !== undefined && { timeoutMs }),
  });

describe('a lookup', () => {
  it('asks for the three packages with the API key', async () => {
    answers(200, basic);

    await lookup().lookUp(number);

    expect(requests).toEqual([
      {
        method: 'GET',
        url: '/v2/PhoneNumbers/%2B14159929960?Fields=line_type_intelligence%2Csim_swap%2Csms_pumping_risk',
        authorization: `Basic ${btoa('SK_test:hush')}`,
      },
    ]);
  });

  it('tells line type, carrier, last SIM change and risk', async () => {
    answers(200, {
      ...basic,
      line_type_intelligence: line('mobile', 'T-Mobile USA, Inc.'),
      sim_swap: simSwap('2026-02-11T20:52:09Z'),
      sms_pumping_risk: risk(61),
    });

    expect(await lookup().lookUp(number)).toEqual({
      type: 'mobile',
      carrier: 'T-Mobile USA, Inc.',
      isPrepaid: null,
      riskScore: 61,
      portedAtMs: Date.parse('2026-02-11T20:52:09Z'),
    });
  });

  it('knows a brand that sells prepaid alone', async () => {
    answers(200, { ...basic, line_type_intelligence: line('mobile', 'Mint Mobile, LLC') });

    expect(await lookup().lookUp(number)).toMatchObject({ isPrepaid: true });
  });

  it.each([
    ['mobile', 'mobile'],
    ['landline', 'landline'],
    ['fixedVoip', 'voip'],
    ['nonFixedVoip', 'voip'],
    ['tollFree', null],
    ['personal', null],
    ['pager', null],
    ['unknown', null],
    ['of next year', null],
  ])('calls Twilio’s %s %s', async (type, ours) => {
    answers(200, { ...basic, line_type_intelligence: line(type, null) });

    expect(await lookup().lookUp(number)).toEqual({ ...unknownCarrier, type: ours });
  });

  it.each([
    ['that Twilio didn’t enable', { sim_swap: { last_sim_swap: null, error_code: 60606 } }],
    ['without a date', { sim_swap: simSwap(null) }],
    ['of another shape', { sim_swap: 'soon' }],
  ])('takes the others where there is a package %s', async (_, part) => {
    answers(200, {
      ...basic,
      ...part,
      line_type_intelligence: line('mobile', 'Any'),
      sms_pumping_risk: risk(3),
    });

    expect(await lookup().lookUp(number)).toEqual({
      ...unknownCarrier,
      type: 'mobile',
      carrier: 'Any',
      riskScore: 3,
    });
  });
});

describe('a lookup that fails tells nothing, is counted, and is no error', () => {
  const fault = (code: number, status: number) => ({
    code,
    message: 'The message of Twilio',
    more_info: `https://www.twilio.com/docs/errors/${code}`,
    status,
  });

  it.each([
    ['of no number', 404, fault(20404, 404)],
    ['with a wrong key', 401, fault(20003, 401)],
    ['over the limit', 429, fault(20429, 429)],
    ['while Twilio is down', 503, fault(20503, 503)],
    ['through a proxy that says something else', 200, '<html>'],
    ['with a list for an answer', 200, []],
  ])('%s', async (_, status, body) => {
    const failed = metrics.counted('PhoneLookupFailed');
    answers(status, body);

    expect(await lookup().lookUp(number)).toEqual(unknownCarrier);
    expect(metrics.counted('PhoneLookupFailed')).toBe(failed + 1);
  });

  it('that takes too long', async () => {
    respond = () => undefined;

    expect(await lookup(50).lookUp(number)).toEqual(unknownCarrier);
  });

  it('whose connection breaks', async () => {
    respond = (request) => request.socket.destroy();

    expect(await lookup().lookUp(number)).toEqual(unknownCarrier);
  });

  it('that is sent elsewhere: the key goes nowhere but to Twilio', async () => {
    respond = (_, response) => {
      response.writeHead(302, { location: `${server.url}/elsewhere` });
      response.end();
    };

    expect(await lookup().lookUp(number)).toEqual(unknownCarrier);
    expect(requests).toHaveLength(1);
  });

  it('where nobody set the key', async () => {
    const broken = createTwilioLookup({
      credentials: () => Promise.reject(new Error('The secret is not set up')),
      apiUrl: server.url,
      metrics,
    });

    expect(await broken.lookUp(number)).toEqual(unknownCarrier);
    expect(requests).toEqual([]);
  });
});

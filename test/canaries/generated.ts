// Generated requests, webhooks and messages that have somebody's data in every place where a stranger can put it.

import fc from 'fast-check';
import { requests, tokens } from '../functions/callers.ts';
import type { ApiRequest, Claims } from '../functions/events/api-gateway.ts';
import { routes, type Route } from '../functions/harness.ts';
import { formsOf } from './marker.ts';

/** Stands for a value: what a request says of somebody. */
export const valueToken = 'zq7value';
/** Stands for the name of a field. It is the caller's own word, and he is told that it isn't known. */
export const nameToken = 'zq7name';
/** What a fleet calls itself: everybody may read it. */
export const fleetToken = 'zq7fleet';
/** A value that is a number. */
const numberMarker = 918_273_645.25;

const fullWidth = (text: string): string =>
  text.replaceAll(/[!-~]/g, (sign) => String.fromCodePoint(sign.charCodeAt(0) + 0xfee0));

/** Whether a text has a token in it, in whatever way it is written. */
export function has(text: string, token: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase();
  const forms = token === valueToken ? [...tokenForms, String(numberMarker)] : [token];
  return forms.some((form) => plain.includes(form) || text.includes(form));
}
const tokenForms = formsOf(valueToken).map((form) => form.toString('latin1'));

const hugeCount = 9_000;

/** Texts that are refused in some places, and taken in others. */
export const anyText: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(valueToken, `Ada ${valueToken}`, `${valueToken}@example.com`) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      valueToken.toUpperCase(),
      fullWidth(`Ada ${valueToken}`),
      `${valueToken}\ud83d`,
      `\ude00${valueToken}`,
      `${valueToken}\u0000`,
      `"${valueToken}\\`,
      `https://fleet.example/app?rider=${valueToken}`,
      `vf_${valueToken}`,
      Buffer.from(JSON.stringify({ sk: `x${valueToken}` })).toString('base64url'),
    ),
  },
  { weight: 2, arbitrary: fc.string({ maxLength: 12 }).map((text) => `${text}${valueToken}${text}`) },
);
const hugeText = fc.constant(`${valueToken} `.repeat(hugeCount));
const anyName = fc.constantFrom(
  nameToken,
  `${nameToken} of`,
  `__proto__.${nameToken}`,
  nameToken.toUpperCase(),
);

export const anyValue: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: anyText },
  { weight: 1, arbitrary: fc.constantFrom(numberMarker, -numberMarker, [], {}, null, true) },
  { weight: 1, arbitrary: fc.array(anyText, { maxLength: 3 }) },
  { weight: 1, arbitrary: fc.dictionary(anyName, anyText, { maxKeys: 2 }) },
  { weight: 1, arbitrary: anyText.map((text) => [{ type: 'Polygon', coordinates: [[text]] }]) },
);

const fields = [
  ...['email', 'name', 'phone', 'signup_ip', 'signup_latitude', 'stripe_customer_id', 'notes', 'reason'],
  ...[
    'message',
    'return_url',
    'biometric_consent',
    'biometric_consent_version',
    'platform',
    'token',
    'version',
  ],
  ...['app_name', 'operational_zones', 'identity_verification_mode', 'identity_allowed_document_types'],
  ...[
    'identity_verification_flow',
    'identity_minimum_age',
    'event_ids',
    'cause',
    'all',
    'price_per_verification',
  ],
];
const queryNames = [
  'subaccount_id',
  'filter',
  'limit',
  'cursor',
  'reason',
  'fields',
  'from',
  'to',
  'search',
  'order',
];

/** What a good request says of somebody, by route. A fleet's own words are no secret. */
const goodBodies: Partial<Record<Route, fc.Arbitrary<object>>> = {
  'POST /api/customers': fc.record({
    id: fc.constantFrom('rider-7', 'rider-8'),
    name: fc.constant(`Ada ${valueToken}`),
    email: fc.constant(`${valueToken}@example.com`),
  }),
  ...Object.fromEntries(
    (['manual-verify', 'clear-requirement', 'redact'] as const).map((action) => [
      `POST /api/customers/{id}/identity-${action}`,
      fc.constant({ notes: `Ada ${valueToken}` }),
    ]),
  ),
  'POST /api/customers/{id}/identity-require': fc.constant({ reason: 'other', notes: valueToken }),
  'POST /api/customers/{id}/identity-alternative': fc.constant({ message: `Ada ${valueToken}` }),
  'POST /api/customers/{id}/identity-session': fc.constant({
    return_url: `https://fleet.example/app?rider=${valueToken}`,
  }),
  'PUT /api/customers/{id}/devices/{device_id}': fc.constant({ platform: 'fcm', token: valueToken }),
  'PUT /api/subaccounts/{id}/identity-policy': fc.constant({ version: 2, identity_max_attempts: 5 }),
  'POST /api/subaccounts/{id}/identity-policy/simulate': fc.constant({ price_per_verification: 1.5 }),
  'PUT /api/subaccounts/{id}': fc.constant({ name: fleetToken, app_name: fleetToken }),
};

const anyFaultyBody = (good: object): fc.Arbitrary<unknown> =>
  fc.oneof(
    fc
      .tuple(fc.dictionary(fc.constantFrom(...fields), anyValue, { maxKeys: 5 }), fc.boolean())
      .map(([wrong, whole]) => (whole ? { ...good, ...wrong } : wrong)),
    fc.dictionary(anyName, anyValue, { minKeys: 1, maxKeys: 3 }).map((extra) => ({ ...good, ...extra })),
    anyText.map((text) => `{"notes": "${text}`),
    anyText.map((text) => JSON.stringify([text])),
    anyText.map((text) => JSON.stringify(text)),
    anyText.map((text) => Buffer.concat([Buffer.from(`{"name": "${text}`), Buffer.from([0xff, 0xfe])])),
    hugeText.map((text) => ({ ...good, notes: text })),
  );

const anyCaller: fc.Arbitrary<Claims | null> = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...Object.values(tokens)) },
  { weight: 1, arbitrary: fc.constant(null) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...Object.values(tokens)), anyText)
      .map(([claims, text]) => ({ ...claims, name: text, email: text, 'cognito:username': text })),
  },
  {
    weight: 1,
    arbitrary: anyText.map((text) => ({ ...tokens.rider, 'custom:customer_id': ` ${text}`, scope: text })),
  },
);

/** No path has half a character. */
const anyInPath = anyText.map((text) => ` ${text.toWellFormed()}`);

export type GeneratedRequest = ApiRequest & { route: Route };

/** One in two is a good one, at least in its body. */
export const anyRequest: fc.Arbitrary<GeneratedRequest> = fc.constantFrom(...routes).chain((route) => {
  const { request, allowed } = requests[route];
  const good = goodBodies[route] ?? fc.constant(request.body);
  const known = fc.constantFrom(...allowed.map((role) => tokens[role]));
  const wrong = good.chain((body) => anyFaultyBody(Object(body) as object));
  const isBodied = request.body !== undefined || route.startsWith('P');
  const query = {
    ...('reason' in (request.query ?? {}) ? { reason: `Ada ${valueToken}` } : request.query),
  };
  return fc.record({
    route: fc.constant(route),
    as: fc.oneof({ weight: 3, arbitrary: known }, { weight: 1, arbitrary: anyCaller }),
    id: often(request.id ?? '', anyInPath),
    parameters: often(
      request.parameters ?? {},
      anyInPath.map((text) => ({ device_id: text })),
    ),
    query: fc
      .tuple(
        often({}, fc.dictionary(fc.oneof(fc.constantFrom(...queryNames), anyName), anyText, { maxKeys: 3 })),
        fc.boolean(),
      )
      .map(([more, named]) => ({ ...query, ...(named && { subaccount_id: 'harbor' }), ...more })),
    headers: often({}, anyText.map(headersWith)),
    body: isBodied ? fc.oneof(good, wrong) : fc.constant(undefined),
  });
});

function often<Value>(usual: Value, odd: fc.Arbitrary<Value>): fc.Arbitrary<Value> {
  return fc.oneof({ weight: 5, arbitrary: fc.constant(usual) }, { weight: 1, arbitrary: odd });
}

function headersWith(text: string): Record<string, string> {
  const names = ['user-agent', 'cookie', 'accept-language', 'authorization', 'x-forwarded-for', nameToken];
  return Object.fromEntries(names.map((name) => [name, text]));
}

// The only places where somebody's data or a secret may stand, and why. What isn't here is a leak.

import type { Allowance } from './search.ts';

/** Any of these, whole. */
function any(...names: string[]): RegExp {
  return new RegExp(`^(${names.join('|')})$`);
}

const signup = ['name', 'email', 'phone', 'signup ip', 'latitude', 'longitude'];
const document = [
  'first name',
  'last name',
  'date of birth',
  'document number',
  'expiry of the document',
  'address line 1',
  'address line 2',
  'city',
  'state',
  'postal code',
];
const notes = ['notes of .*', 'reason of .*'];
const sessionSecrets = ['client secret', 'ephemeral key', 'link to Stripe’s page'];

/** In the API's answers; a place is who asked and what for. */
export const inAnswers: readonly Allowance[] = [
  {
    what: any(...signup),
    place: /^(operator|admin|service) GET \/api\/customers\/{id}$/,
    because: 'SPEC 9: a customer’s page shows what he signed up with, to all but riders; lists never do.',
  },
  {
    what: any('alternative message'),
    place: /^(operator|admin|service) GET \/api\/customers\/{id}$/,
    because: 'SPEC 7: the request for another way is the operator’s to answer.',
  },
  {
    what: any('notes of a manual verification'),
    place: /^(operator|admin|service) GET \/api\/customers\/{id}$/,
    because: 'SPEC 4: `identity_manual_verification_notes` is a field of the customer.',
  },
  {
    what: any('notes of a manual verification'),
    place: /^operator POST \/api\/customers\/{id}\/identity-manual-verify$/,
    because: 'The answer to who wrote them has them as kept.',
  },
  {
    what: any(...notes),
    place: /^(operator|admin) GET \/api\/customers\/{id}\/audit$/,
    because: 'SPEC 12: an entry has its notes.',
  },
  {
    what: any(...document),
    place: /^operator GET \/api\/customers\/{id}\/identity-report$/,
    because: 'SPEC 6: an operator’s reveal, audited.',
  },
  {
    what: any('link to an image'),
    place: /^operator GET \/api\/customers\/{id}\/identity-report$/,
    because: 'SPEC 6: a link that lives 30 seconds, audited.',
  },
  {
    what: any(...signup, ...document, ...notes, 'alternative message', 'return url'),
    place: /^operator GET \/api\/customers\/{id}\/export$/,
    because: 'An export is everything that is held, audited.',
  },
  {
    what: any(...sessionSecrets),
    place: /^(rider|operator|service) POST \/api\/customers\/{id}\/identity-session$/,
    because: 'SPEC 7: whoever starts a session gets its secrets.',
  },
];

/** In the API's answers about a customer who was redacted. */
export const inAnswersAfterwards: readonly Allowance[] = [
  {
    what: any('notes of a redaction', 'reason of a later look'),
    place: /^(operator|admin) GET \/api\/customers\/{id}\/audit$/,
    because: 'Who redacted and why stays, and who looked since.',
  },
  {
    what: any('notes of a redaction', 'reason of a later look'),
    place: /^operator GET \/api\/customers\/{id}\/export$/,
    because: 'The same, as an export has the trail.',
  },
];

/** On an operator's screen and in his browser, while nothing is revealed; a place is a page. */
export const inConsole: readonly Allowance[] = [
  { what: any(...signup), place: /^customer$/, because: 'As the answer about one customer has it.' },
  { what: any(...notes), place: /^customer$/, because: 'The timeline has the notes of its entries.' },
  {
    what: any('notes of a redaction', 'reason of a later look'),
    place: /^redacted customer$/,
    because: 'Who redacted and why stays, and who looked since.',
  },
];

/** In items of the table and records of its stream, as they are stored; a place is the kind of item. */
export const inItems: readonly Allowance[] = [
  {
    what: any('return url'),
    place: /^SESSION#$/,
    because: 'Class B: until the session is made at Stripe, which was away. A redaction clears it.',
  },
  {
    what: any('expiry of the document'),
    place: /^DOCUMENT_EXPIRY$/,
    because: 'Class B: an index sorts by it, where the policy acts on it.',
  },
];

/** In the table's items once they are opened with the run's key. */
export const inOpenedItems: readonly Allowance[] = [
  { what: any(...signup), place: /^SIGNUP$/, because: 'what the platform told at signup' },
  { what: any('alternative message'), place: /^ALTERNATIVE$/, because: 'what the rider wrote last' },
  { what: any(...notes), place: /^NOTE#$/, because: 'operators’ own words' },
  { what: any(...document), place: /^IDENTITY$/, because: 'what a document told' },
];

/** In the run's state folder, every byte of it; a place is a file. */
export const inState: readonly Allowance[] = [
  {
    what: any(...document, ...sessionSecrets, 'link to an image', 'return url'),
    place: /^stripe\.sqlite/,
    because: 'It is Stripe, simulated.',
  },
  {
    what: any('push token'),
    place: /^push-endpoints\.sqlite/,
    because: 'It is SNS, simulated: its endpoints have the tokens.',
  },
  {
    what: any('return url', 'expiry of the document'),
    place: /^dynamodb\.sqlite/,
    because: 'The items above, in the table and in its stream of the last 24 hours.',
  },
  {
    what: any('stray message'),
    place: /^fauxqs\.db/,
    because: 'Somebody put it on a queue by hand; it goes to the dead letters as it is.',
  },
];

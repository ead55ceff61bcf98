/** Who calls: the API key of a request. */
import { StripeApiError } from './errors.ts';

export interface ApiKey {
  /** May this key read sensitive verification results and images? */
  sensitive: boolean;
  /** For messages. */
  masked: string;
}

interface KeyRules {
  apiKeys: ReadonlySet<string>;
  allowSensitiveForSecretKeys: boolean;
}

/** The key of an Authorization header, Bearer or Basic (key as user name, as curl's `-u key:`). Throws Stripe's 401. */
export function authenticate(authorization: string | undefined, rules: KeyRules): ApiKey {
  const key = readKey(authorization);
  if (key === '') {
    throw unauthorized(
      "You did not provide an API key. You need to provide your API key in the Authorization header, using Bearer auth (e.g. 'Authorization: Bearer YOUR_SECRET_KEY'). See https://stripe.com/docs/api#authentication for details, or we can help at https://support.stripe.com/.",
    );
  }
  if (!rules.apiKeys.has(key)) throw unauthorized(`Invalid API Key provided: ${mask(key)}`);
  return { sensitive: key.startsWith('rk_') || rules.allowSensitiveForSecretKeys, masked: mask(key) };
}

function readKey(authorization = ''): string {
  const [, scheme = '', credentials = ''] = /^(\S+) +(\S+)$/.exec(authorization.trim()) ?? [];
  if (/^bearer$/i.test(scheme)) return credentials;
  if (/^basic$/i.test(scheme)) return Buffer.from(credentials, 'base64').toString().split(':')[0] ?? '';
  return '';
}

function mask(key: string): string {
  const shown = /^[a-z]+_(test|live)_/.exec(key)?.[0] ?? '';
  const hidden = key.slice(shown.length);
  return `${shown}${'*'.repeat(Math.max(hidden.length - 4, 4))}${hidden.length > 8 ? hidden.slice(-4) : ''}`;
}

function unauthorized(message: string): StripeApiError {
  return new StripeApiError(
    401,
    { type: 'invalid_request_error', message },
    { 'www-authenticate': 'Bearer realm="Stripe"' },
  );
}

// Everything a deployment may choose, read once from the CDK context (`cdk deploy -c stage=test …`).
import * as z from 'zod';
import { stripeModes } from '../functions/contracts/env.ts';

const stage = z
  .string()
  .regex(
    /^[a-z][a-z0-9-]{0,19}$/,
    'must be 1 to 20 lower-case letters, digits or dashes, starting with a letter',
  );

const isLocal = (url: URL): boolean => url.hostname === 'localhost' || url.hostname === '127.0.0.1';

const url = z.string().refine(
  (text) => {
    const parsed = URL.parse(text);
    return (
      parsed !== null && (parsed.protocol === 'https:' || (parsed.protocol === 'http:' && isLocal(parsed)))
    );
  },
  { error: (issue) => `must hold https URLs (http only on localhost), but "${String(issue.input)}" is none` },
);

const origin = url.refine((text) => URL.parse(text)?.origin === text, {
  error: (issue) => `must hold origins without a path, but "${String(issue.input)}" is none`,
});

// Apps on phones come back to a scheme of their own.
const callback = z.string().refine((text) => URL.canParse(text), {
  error: (issue) => `must hold URLs, but "${String(issue.input)}" is none`,
});

const commaSeparated = <T extends z.ZodType<string, string>>(item: T) =>
  z
    .string()
    .transform((text) => text.split(',').map((part) => part.trim()))
    .transform((parts) => parts.filter((part) => part !== ''))
    .pipe(z.array(item));

// The six characters that Secrets Manager appends: without them a permission would need a wildcard.
const secretArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\d{12}:secret:.+-[A-Za-z0-9]{6}$/,
    'must be the complete ARN of a secret, with the six characters at its end',
  );

// CloudFront takes certificates of this region alone.
const certificateArn = z
  .string()
  .regex(
    /^arn:aws[a-z-]*:acm:us-east-1:\d{12}:certificate\/[\w-]+$/,
    'must be the ARN of a certificate in us-east-1',
  );

const ownSignInSettings = [
  'consoleClientId',
  'consoleAuthorizationUrl',
  'consoleTokenUrl',
  'consoleLogoutUrl',
] as const;

const settingsSchema = z
  .strictObject({
    stage: stage.default('prod'),
    issuer: url.optional(),
    audience: commaSeparated(z.string()).default([]),
    authDomainPrefix: z
      .string()
      .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, 'must be lower-case letters, digits and inner dashes')
      .optional(),
    riderCallbackUrls: commaSeparated(callback).default(['ridegate://signed-in']),
    consoleCallbackUrls: commaSeparated(url).default(['http://localhost:4000/']),
    consoleDomain: z
      .string()
      .regex(/^([a-z0-9-]+\.)+[a-z]{2,}$/, 'must be a host name, such as console.example.com')
      .optional(),
    consoleCertificateArn: certificateArn.optional(),
    consoleClientId: z.string().min(1).optional(),
    consoleAuthorizationUrl: url.optional(),
    consoleTokenUrl: url.optional(),
    consoleLogoutUrl: url.optional(),
    consoleRevocationUrl: url.optional(),
    corsOrigins: commaSeparated(origin).default([]),
    returnUrlAllowList: commaSeparated(url).default([]),
    stripeApiUrl: url.optional(),
    stripeMode: z.enum(stripeModes, 'must be test or live').default('test'),
    phoneLookupSecretArn: secretArn.optional(),
    phoneLookupApiUrl: url.optional(),
    ipDatabase: commaSeparated(z.string())
      .default([])
      .refine((files) => files.length <= 2, "must hold one file for all addresses, or IPv4's and IPv6's"),
    anonymousIpDatabase: z.string().min(1).optional(),
    stripeSecretArn: secretArn.optional(),
    webhookSecretArn: secretArn.optional(),
    apnsSecretArn: secretArn.optional(),
    apnsEnvironment: z.enum(['production', 'sandbox'], 'must be production or sandbox').default('production'),
    fcmSecretArn: secretArn.optional(),
    alarmEmail: z.email('must be an e-mail address').optional(),
  })
  .refine((settings) => (settings.issuer === undefined) === (settings.audience.length === 0), {
    path: ['audience'],
    error: 'goes together with "issuer": set both to use an identity provider of your own, or neither',
  })
  .refine(
    (settings) => (settings.consoleDomain === undefined) === (settings.consoleCertificateArn === undefined),
    { path: ['consoleDomain'], error: 'goes together with "consoleCertificateArn": set both, or neither' },
  )
  .refine(
    (settings) => {
      const set = ownSignInSettings.filter((name) => settings[name] !== undefined);
      if (set.length === 0) return settings.consoleRevocationUrl === undefined;
      return settings.issuer !== undefined && set.length === ownSignInSettings.length;
    },
    {
      path: ['consoleClientId'],
      error: `tells with ${ownSignInSettings.slice(1).join(', ')} how the console signs in at an "issuer" of your own: set all, or none`,
    },
  );

/** What a deployment chose. With `issuer`, tokens come from that provider and no user pool is made. */
export type Settings = z.infer<typeof settingsSchema>;

const contextSchema = z.record(z.string(), z.unknown());

/** Context that is not a setting: feature flags, CDK's own keys, cached look-ups. */
const isSetting = (key: string): boolean => /^[a-zA-Z]+$/.test(key);

/** A setting that can't be used; the message is meant for the person who chose it. */
export class SettingsError extends Error {}

/**
 * Reads the settings from a construct tree's context.
 * @throws SettingsError with one sentence for each bad setting
 */
export const readSettings = (context: unknown): Settings => {
  const chosen = Object.fromEntries(
    Object.entries(contextSchema.parse(context)).filter(([key]) => isSetting(key)),
  );
  const result = settingsSchema.safeParse(chosen);
  if (result.success) return result.data;
  throw new SettingsError(result.error.issues.map(sentence).join('\n'));
};

const sentence = (issue: z.core.$ZodIssue): string =>
  issue.code === 'unrecognized_keys'
    ? `RideGate has no context setting "${issue.keys.join('", "')}".`
    : `The context setting "${String(issue.path[0])}" is not usable: ${issue.message}.`;

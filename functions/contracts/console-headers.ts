// What every answer with a file of the console carries, wherever it is served from, and which paths are files.

/** Origins that a deployment of the console has to do with, besides its own. */
export type ConsoleOrigins = {
  /** Where images of documents come from. */
  readonly images: readonly string[];
  /** Of the token endpoint and of the revocation endpoint. */
  readonly tokens: readonly string[];
};

/** The Content-Security-Policy: nothing but the console's own files, images of documents, and tokens. */
export function consoleSecurityPolicy({ images, tokens }: ConsoleOrigins): string {
  return [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "font-src 'self' data:",
    ['img-src', "'self'", 'data:', ...images].join(' '),
    ['connect-src', "'self'", ...tokens].join(' '),
    "frame-ancestors 'none'",
    "base-uri 'none'",
    "form-action 'none'",
    // No text becomes markup or script, whatever a package tries.
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ');
}

/** The console's addresses name customers: they stay here. */
export const consoleReferrerPolicy = 'no-referrer';

/** Security headers that are the same everywhere, besides `x-content-type-options: nosniff` and the referrer policy. */
export const consoleIsolationHeaders = {
  'permissions-policy':
    'accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), ' +
    'microphone=(), payment=(), publickey-credentials-get=(), usb=()',
  // The pop-up of a new sign-in answers through a BroadcastChannel, and needs no hold of the page that opened it.
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
} as const;

/**
 * Paths of files: those in /assets/, and those with an extension at the root. All others are pages, which index.html
 * shows, also where they end in an id with a dot.
 */
export const consoleFilePath = /^\/(assets\/.*|[^/]+\.[^/]+)$/;

/** Files in /assets/ have their content's hash in their name. All others are asked for anew each time. */
export const consoleCaching = { assets: 'public, max-age=31536000, immutable', others: 'no-cache' } as const;

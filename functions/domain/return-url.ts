// Where Stripe's page may send a rider back to: only where the operator of this deployment allowed it,
// or the page could be used to lead riders to a stranger's site.

/**
 * `scheme://`, then printable ASCII without backslashes. What this leaves out (blanks, line breaks, other
 * scripts, missing slashes) parsers mend in different ways, so Stripe could read another URL than we did.
 */
const plainUrl = /^[a-z][a-z\d+.-]*:\/\/(?!\/)[!-[\]-~]+$/i;

/**
 * Whether a URL starts with one of the allowed prefixes, compared as parsed URLs: same scheme and host, and
 * a path below the prefix's path. Anything that is no plain absolute URL, or carries credentials, is refused.
 */
export function isAllowedReturnUrl(url: string, allowedPrefixes: readonly string[]): boolean {
  if (!plainUrl.test(url) || !URL.canParse(url)) return false;
  const candidate = new URL(url);
  if (candidate.username !== '' || candidate.password !== '') return false;
  return allowedPrefixes.some((prefix) => URL.canParse(prefix) && isBelow(candidate, new URL(prefix)));
}

function isBelow(candidate: URL, prefix: URL): boolean {
  if (candidate.protocol !== prefix.protocol || candidate.host !== prefix.host) return false;
  const folder = prefix.pathname.endsWith('/') ? prefix.pathname : `${prefix.pathname}/`;
  return candidate.pathname === prefix.pathname || candidate.pathname.startsWith(folder);
}

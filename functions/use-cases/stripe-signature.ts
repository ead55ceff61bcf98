// Stripe's webhook signature scheme: HMAC-SHA256 over `t.body`, hex, in `v1`.
// https://docs.stripe.com/webhooks#verify-manually

import { createHmac, timingSafeEqual } from 'node:crypto';

/** How old, or how far in the future, a signature may be. */
const toleranceSeconds = 300;

/** Whether one of the secrets signed exactly these bytes, lately. With no secret nothing is valid. */
export function isSignedByStripe(
  body: Uint8Array,
  header: string | undefined,
  secrets: readonly string[],
  nowMs: number,
): boolean {
  const signature = parseHeader(header ?? '');
  if (signature === null) return false;
  if (Math.abs(nowMs / 1000 - signature.timestamp) > toleranceSeconds) return false;
  const expected = secrets.map((secret) =>
    createHmac('sha256', secret).update(`${signature.timestampText}.`).update(body).digest(),
  );
  return expected.some((digest) => signature.digests.some((candidate) => timingSafeEqual(digest, candidate)));
}

/** Each digest is as long as one of SHA-256: 32 bytes, written as 64 hex digits. */
type SignatureHeader = { timestamp: number; timestampText: string; digests: readonly Uint8Array[] };

/** `t=1492774577,v1=5257a8…,v1=…`; other schemes, such as `v0`, are ignored. */
function parseHeader(header: string): SignatureHeader | null {
  const parts = header.split(',').map((part) => {
    const [name = '', ...value] = part.trim().split('=');
    return { name, value: value.join('=') };
  });
  const timestamps = parts.filter(({ name }) => name === 't');
  const timestampText = timestamps[0]?.value ?? '';
  if (timestamps.length !== 1 || !/^\d{1,12}$/.test(timestampText)) return null;
  const digests = parts
    .filter(({ name, value }) => name === 'v1' && /^[0-9a-f]{64}$/i.test(value))
    .map(({ value }) => Buffer.from(value, 'hex'));
  return { timestamp: Number(timestampText), timestampText, digests };
}

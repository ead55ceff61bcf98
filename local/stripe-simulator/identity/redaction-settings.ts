/** How long redactions take, where steering has said so. At Stripe it may be four days. */
import * as z from 'zod';

export const redactionSettings = z.object({ delay_ms: z.number() });

export const REDACTION_ID = 'redaction';

/** What is stored of work that takes its time. */
import * as z from 'zod';
import { OUTCOMES } from './outcomes.ts';
import { personInput } from './person.ts';

/** Work that Stripe does in its own time: checking a submission, or redacting. */
export const checkRecord = z.object({
  id: z.string(),
  due_ms: z.number(),
  order: z.number(),
  session: z.string(),
  /** null: this is a redaction. */
  submission: z.object({ outcome: z.enum(OUTCOMES), person: personInput }).nullable(),
});

export type CheckRecord = z.output<typeof checkRecord>;

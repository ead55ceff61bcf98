import * as z from 'zod';

/** RFC 9457 problem details, as every error of the API is answered. */
export const problem = z
  .object({
    /** A name for the kind of problem, `urn:ridegate:problem:<code>`. */
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    /** What clients branch on. */
    code: z.string(),
    request_id: z.string(),
    errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .meta({ id: 'Problem' });
export type Problem = z.infer<typeof problem>;

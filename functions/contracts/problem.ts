import * as z from 'zod';

/** RFC 9457 problem details, as every error of the API is answered. */
export const problem = z
  .object({
    type: z.string().describe('A name for the kind of problem, `urn:ridegate:problem:<code>`.'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string().describe('What clients branch on.'),
    request_id: z.string(),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .describe('Every fault of the request, where it has some.'),
  })
  .meta({
    id: 'Problem',
    examples: [
      {
        type: 'urn:ridegate:problem:invalid_request',
        title: 'Invalid request',
        status: 400,
        detail: 'The request has faults; see errors.',
        code: 'invalid_request',
        request_id: 'JKJaXmPLvHcESHA=',
        errors: [{ path: 'notes', message: 'is too short' }],
      },
    ],
  });
export type Problem = z.infer<typeof problem>;

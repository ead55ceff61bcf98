// What API Gateway hands a function: an HTTP API event of payload format 2.0, the parts that we read.
// https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html

import * as z from 'zod';

const texts = z.record(z.string(), z.string().optional());

/** Handed on as it came: zod's record leaves out a `__proto__`, which then nobody would refuse. */
const parameters = z.custom<z.infer<typeof texts>>((value) => texts.safeParse(value).success);

export const httpEvent = z.object({
  routeKey: z.string(),
  headers: texts.default({}),
  pathParameters: parameters.optional(),
  queryStringParameters: parameters.optional(),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    authorizer: z.object({ jwt: z.object({ claims: z.record(z.string(), z.unknown()) }) }).optional(),
  }),
});
export type HttpEvent = z.infer<typeof httpEvent>;

/** What a Function URL hands a function; there is no authorizer. */
export const functionUrlEvent = z.object({
  headers: texts.default({}),
  body: z.string().optional(),
  isBase64Encoded: z.boolean().default(false),
  requestContext: z.object({
    requestId: z.string(),
    http: z.object({ method: z.string() }),
  }),
});

export type HttpAnswer = { statusCode: number; headers: Record<string, string>; body: string };

// The HTTP API as an OpenAPI 3.1 document, generated from what its functions validate with.

import { endpoints } from '../api.ts';
import type { Endpoint } from '../endpoint.ts';
import type { Components, Json } from './json-schema.ts';
import { operationOf } from './operation.ts';
import { commonResponses } from './problem-answers.ts';

const description = `Decides whether a rider may start a ride, and sends riders through Stripe Identity.

Times are ISO 8601 in UTC. Errors are problem details (RFC 9457); clients branch on \`code\`. Unknown fields
and query parameters are refused. What belongs to another subaccount answers 404. Answers may get new fields.
What API Gateway answers itself (401, 429, rarely 404, 500, 503) is JSON with a \`message\`.`;

const tokenDescription = `Riders carry \`custom:customer_id\` and \`custom:subaccount_id\`, operators the group \`operators\` and
\`custom:subaccount_id\`, admins the group \`admins\`, services the scope \`ridegate/service\`.`;

export function openApiDocument(): Json {
  const components: Components = new Map();
  const paths: { [path: string]: Json } = {};
  for (const [id, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const { path, method } = endpoint;
    paths[path] = { ...paths[path], [method.toLowerCase()]: operationOf(id, endpoint, components) };
  }
  const responses = commonResponses(components);
  return {
    openapi: '3.1.0',
    info: { title: 'RideGate', version: '1', description },
    servers: [{ url: '/', description: 'Where this document was read' }],
    paths,
    components: {
      schemas: Object.fromEntries([...components].toSorted(([a], [b]) => (a < b ? -1 : 1))),
      responses,
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT', description: tokenDescription },
      },
    },
  };
}

// Writes the client's types from the API's description: `npm run generate:client`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString, type OpenAPI3 } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../functions/contracts/openapi/document.ts';

export const typesFile = join(import.meta.dirname, 'api-types.ts');

const header = `// Generated from functions/contracts by "npm run generate:client"; a test tells when it is out of date.
/* eslint-disable */

`;

/** The text of client/api-types.ts as the contracts are now. */
export async function generateTypes(): Promise<string> {
  // Its own type of a document is narrower than OpenAPI's; a test validates the document.
  const document: OpenAPI3 = JSON.parse(JSON.stringify(openApiDocument()));
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  return format(header + types, { ...(await resolveConfig(typesFile)), filepath: typesFile });
}

if (import.meta.main) writeFileSync(typesFile, await generateTypes());

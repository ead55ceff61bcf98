// Writes the client's types from the API's description: `npm run generate:client`.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import openapiTS, { astToString } from 'openapi-typescript';
import { format, resolveConfig } from 'prettier';
import { openApiDocument } from '../functions/contracts/openapi/document.ts';

export const typesFile = join(import.meta.dirname, 'api-types.ts');

const header = `// Generated from functions/contracts by "npm run generate:client"; a test tells when it is out of date.

`;

/** Parts of OpenAPI that this API has none of. */
const emptyParts = /^export type (webhooks|\$defs) = Record<string, never>;\n/gm;

/** The text of client/api-types.ts as the contracts are now. */
export async function generateTypes(): Promise<string> {
  const document = JSON.stringify(openApiDocument());
  // A default is for who leaves a field out, so callers may.
  const types = astToString(await openapiTS(document, { defaultNonNullable: false }));
  return format(header + types.replace(emptyParts, ''), {
    ...(await resolveConfig(typesFile)),
    filepath: typesFile,
  });
}

if (import.meta.main) writeFileSync(typesFile, await generateTypes());

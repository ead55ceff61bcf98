// Lambda functions of the templates, and which of them the Function URL invokes.
import path from 'node:path';
import * as z from 'zod';
import type { LambdaFunction } from './deployment.ts';
import type { Assembly } from './read.ts';
import { number, resourcesOf, unusable } from './resource-reader.ts';
import type { LocalResource } from './scope.ts';

const functionSchema = z.object({
  Code: z.object({ S3Key: z.string('only functions from assets are supported') }),
  Handler: z.string().regex(/^[^.]+\.\w+$/, 'must be <file>.<export>'),
  Runtime: z.string().startsWith('nodejs', 'only Node.js runtimes are supported'),
  PackageType: z.literal('Zip').optional(),
  Layers: z.never('layers are not supported').optional(),
  Timeout: number.default(3),
  MemorySize: number.default(128),
  Environment: z
    .object({ Variables: z.record(z.string(), z.string()).default({}) })
    .default({ Variables: {} }),
});

export function readFunctions(
  resources: readonly LocalResource[],
  assembly: Assembly,
): readonly LambdaFunction[] {
  return resourcesOf(resources, ['AWS::Lambda::Function'], functionSchema).map((resource) => {
    const { identity, is } = resource;
    const folder = assembly.assetPath(is.Code.S3Key);
    if (folder === undefined)
      throw unusable(resource, `its code ${is.Code.S3Key} is not among the synthesized assets.`);
    const [file = '', exportName = ''] = is.Handler.split('.');
    return {
      name: identity.name,
      arn: identity.attribute('Arn') ?? '',
      module: path.join(folder, file),
      exportName,
      timeoutMs: is.Timeout * 1000,
      memoryMb: is.MemorySize,
      environment: is.Environment.Variables,
    };
  });
}

const urlSchema = z.object({
  TargetFunctionArn: z.string(),
  AuthType: z.literal('NONE', 'only a public Function URL is supported'),
  InvokeMode: z.literal('BUFFERED').optional(),
});

export function readUrlFunction(resources: readonly LocalResource[]): string | undefined {
  const [first, second] = resourcesOf(resources, ['AWS::Lambda::Url'], urlSchema);
  if (second !== undefined)
    throw unusable(second, 'there is one local address for a Function URL, and it is in use.');
  return first === undefined ? undefined : functionNameOf(first.is.TargetFunctionArn);
}

/** The name in a function's ARN, or in the URI by which API Gateway invokes it; a plain name stays as it is. */
export function functionNameOf(reference: string): string {
  return /:function:([^:/]+)/.exec(reference)?.[1] ?? reference;
}

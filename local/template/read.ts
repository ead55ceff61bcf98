// Reads what `cdk synth` wrote: the stacks, their CloudFormation templates, and where their assets lie.
import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { reasonOf, StartFailure } from '../failure.ts';

const resource = z.object({
  Type: z.string(),
  Properties: z.record(z.string(), z.unknown()).default({}),
  Condition: z.string().optional(),
});

const template = z.object({
  Parameters: z.record(z.string(), z.object({ Default: z.unknown().optional() })).default({}),
  Conditions: z.record(z.string(), z.unknown()).default({}),
  Mappings: z.record(z.string(), z.record(z.string(), z.record(z.string(), z.unknown()))).default({}),
  Resources: z.record(z.string(), resource),
  Outputs: z
    .record(
      z.string(),
      z.object({
        Value: z.unknown(),
        Export: z.object({ Name: z.unknown() }).optional(),
        Condition: z.string().optional(),
      }),
    )
    .default({}),
});

const manifest = z.object({
  artifacts: z.record(
    z.string(),
    z.object({ type: z.string(), properties: z.record(z.string(), z.unknown()).default({}) }),
  ),
});

const assetManifest = z.object({
  files: z.record(z.string(), z.object({ source: z.object({ path: z.string().optional() }) })).default({}),
});

type Template = z.infer<typeof template>;

export interface Stack {
  readonly name: string;
  readonly template: Template;
}

export interface Assembly {
  readonly stacks: readonly Stack[];
  /** The absolute path of an asset, by the key under which a deployment would put it into the assets bucket. */
  assetPath(objectKey: string): string | undefined;
}

/** @throws StartFailure naming the file that is missing or has an unexpected form */
export function readAssembly(directory: string): Assembly {
  const { artifacts } = read(path.join(directory, 'manifest.json'), manifest);
  const stacks: Stack[] = [];
  const assets = new Map<string, string>();
  for (const [id, artifact] of Object.entries(artifacts)) {
    if (artifact.type === 'aws:cloudformation:stack') {
      const { templateFile, stackName } = z
        .object({ templateFile: z.string(), stackName: z.string().default(id) })
        .parse(artifact.properties);
      stacks.push({ name: stackName, template: read(path.join(directory, templateFile), template) });
    }
    if (artifact.type === 'cdk:asset-manifest') {
      const { file } = z.object({ file: z.string() }).parse(artifact.properties);
      for (const [hash, asset] of Object.entries(read(path.join(directory, file), assetManifest).files)) {
        if (asset.source.path !== undefined) assets.set(hash, path.resolve(directory, asset.source.path));
      }
    }
  }
  return { stacks, assetPath: (objectKey) => assets.get(path.parse(path.basename(objectKey)).name) };
}

function read<Schema extends z.ZodType>(file: string, schema: Schema): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new StartFailure(`The synthesized app can't be read: ${file}: ${reasonOf(error)}`);
  }
}

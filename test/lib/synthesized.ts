// The app's templates for tests: real stacks and settings, with a stub where the bundled code goes.
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { App } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Code } from 'aws-cdk-lib/aws-lambda';
import * as z from 'zod';
import { addStacks } from '../../bin/ridegate.ts';
import { readSettings } from '../../lib/settings.ts';

/** A console of three files, where a build would take seconds. */
export const consoleFolder = join(import.meta.dirname, '..', 'support', 'built-console');

const repository = join(import.meta.dirname, '..', '..');

/** What cdk.json hands to the app, and a test's settings over it. */
export const contextWith = (settings: Record<string, string>): Record<string, unknown> => {
  const { context } = z
    .object({ context: z.record(z.string(), z.unknown()) })
    .parse(JSON.parse(readFileSync(join(repository, 'cdk.json'), 'utf8')));
  return { ...context, ...settings };
};

/** All stacks' templates, by the last word of the stack's name. */
export const synthesize = (settings: Record<string, string> = {}): ReadonlyMap<string, Template> => {
  const outdir = mkdtempSync(join(tmpdir(), 'ridegate-templates-'));
  try {
    const app = new App({ context: contextWith(settings), outdir, builtinCloudFormationValidation: false });
    addStacks(app, readSettings(app.node.getAllContext()), () => Code.fromInline('export {}'), consoleFolder);
    return new Map(
      app.synth().stacks.map((stack) => [
        stack.stackName.split('-').at(-1) ?? '',
        Template.fromJSON(stack.template as Record<string, unknown>, {
          skipCyclicalDependenciesCheck: true,
        }),
      ]),
    );
  } finally {
    rmSync(outdir, { recursive: true, force: true });
  }
};

/** One stack's template. */
export const templateOf = (templates: ReadonlyMap<string, Template>, part: string): Template => {
  const template = templates.get(part);
  if (template === undefined) throw new Error(`There is no ${part} stack.`);
  return template;
};

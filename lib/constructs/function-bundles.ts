// Bundles every file of functions/ into the ESM module that Lambda runs.
import { copyFileSync, linkSync, readdirSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Code } from 'aws-cdk-lib/aws-lambda';
import { buildSync } from 'esbuild';

/** Gives the deployable code of functions/<name>.ts. */
export type FunctionCode = (name: string) => Code;

type FilesBeside = Readonly<Record<string, readonly string[]>>;

const repository = join(import.meta.dirname, '..', '..');

// CommonJS packages inside an ESM bundle call `require` for Node's own modules.
const requireBanner =
  "import{createRequire as __createRequire}from'node:module';const require=__createRequire(import.meta.url);";

const functionNames = (): string[] =>
  readdirSync(join(repository, 'functions'), { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => entry.name.slice(0, -'.ts'.length));

/**
 * Bundles all functions in one esbuild pass, which parses what they share once: a second for all of them,
 * where CDK's NodejsFunction starts a process for each.
 *
 * Each bundle holds everything it needs, the AWS SDK too, so that what was tested is what runs. Its content
 * depends on the sources alone, so an unchanged function keeps its asset hash and is not deployed again.
 * @param outputFolder emptied and then filled with <name>/index.mjs
 * @param files that lie beside a function's code, such as databases, by the function's name
 */
export const bundleFunctions = (outputFolder: string, files: FilesBeside = {}): FunctionCode => {
  rmSync(outputFolder, { recursive: true, force: true });
  buildSync({
    absWorkingDir: repository,
    entryPoints: functionNames().map((name) => ({ in: `functions/${name}.ts`, out: `${name}/index` })),
    outdir: outputFolder,
    outExtension: { '.js': '.mjs' },
    bundle: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    mainFields: ['module', 'main'],
    minify: true,
    // Stack traces and error names stay readable without a source map that each cold start would load.
    keepNames: true,
    legalComments: 'none',
    banner: { js: requireBanner },
    logLevel: 'warning',
  });
  return bundledFunctions(outputFolder, files);
};

/** The same for bundles that lie in the folder already. */
export const bundledFunctions = (folder: string, files: FilesBeside): FunctionCode => {
  for (const [name, paths] of Object.entries(files)) {
    for (const path of paths) linkOrCopy(path, join(folder, name, basename(path)));
  }
  const names = functionNames();
  return (name) => {
    if (!names.includes(name)) throw new Error(`There is no functions/${name}.ts to deploy.`);
    return Code.fromAsset(join(folder, name));
  };
};

/** A database is large: a second name for it costs nothing, where both are on one disk. */
const linkOrCopy = (from: string, to: string): void => {
  try {
    linkSync(from, to);
  } catch {
    copyFileSync(from, to);
  }
};

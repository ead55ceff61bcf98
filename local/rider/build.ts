// Bundles the rider demo into a folder of static files: no request leaves the address that serves them.
import { copyFile, mkdir } from 'node:fs/promises';
import path from 'node:path';
import { build } from 'esbuild';

const source = import.meta.dirname;
/** All that the demo can be built of, relative to the repository. */
export const riderSources = ['local/rider', 'local/seed', 'functions/contracts', 'functions/domain'];

const copied = ['index.html', 'icon.svg'] as const;

/** Writes index.html, app.js, app.css and the icon into `outputFolder`, which is made where it is missing. */
export async function buildRiderDemo(outputFolder: string): Promise<void> {
  await mkdir(outputFolder, { recursive: true });
  await Promise.all([
    build({
      entryPoints: [
        { in: path.join(source, 'main.tsx'), out: 'app' },
        { in: path.join(source, 'styles/app.css'), out: 'app' },
      ],
      outdir: outputFolder,
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2022',
      jsx: 'automatic',
      define: { 'process.env.NODE_ENV': '"production"' },
      legalComments: 'none',
      logLevel: 'silent',
    }),
    ...copied.map((name) => copyFile(path.join(source, name), path.join(outputFolder, name))),
  ]);
}

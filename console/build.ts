// Builds the console into static files, the same for every stage: what differs comes from /config.json.
import { join } from 'node:path';
import { build } from 'vite';

/** Writes index.html and assets/… with content hashes in their names into `outDir`, which is emptied before. */
export async function buildConsole(outDir: string): Promise<void> {
  await build({
    configFile: false,
    root: import.meta.dirname,
    publicDir: join(import.meta.dirname, 'public'),
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      // Fonts and icons stay files, which the content security policy knows as our own.
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 1500,
      reportCompressedSize: false,
      // Packages mark their modules for server rendering, of which there is none here.
      rolldownOptions: { checks: { moduleLevelDirective: false } },
    },
  });
}

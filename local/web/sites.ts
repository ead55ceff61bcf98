// The static sites of the run: who builds each, and where it is served.
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { buildRiderDemo } from '../rider/build.ts';
import type { StaticSite } from './gateway-site.ts';

interface SiteBuilder {
  readonly name: string;
  readonly prefix: string;
  /** Writes the site's files, with an index.html, into an existing folder. */
  readonly build: (outDir: string) => Promise<void>;
}

// `/` leads to the first of them.
const builders: readonly SiteBuilder[] = [{ name: 'rider', prefix: '/rider/', build: buildRiderDemo }];

export async function buildSites(stateRoot: string): Promise<readonly StaticSite[]> {
  return Promise.all(
    builders.map(async ({ name, prefix, build }) => {
      const folder = path.join(stateRoot, 'sites', name);
      mkdirSync(folder, { recursive: true });
      await build(folder);
      return { prefix, folder };
    }),
  );
}

// The static sites of the run: who builds each, and where it is served.
import path from 'node:path';
import { buildOrTake, type BuildSpec } from '../kept-build.ts';
import { buildRiderDemo, riderSources } from '../rider/build.ts';
import type { StaticSite } from './gateway-site.ts';

interface SiteBuilder extends BuildSpec {
  readonly prefix: string;
  /** Writes the site's files, with an index.html, into an existing folder. */
  readonly build: (outDir: string) => Promise<void>;
}

// Loaded only where the console is built: its builder is large.
const buildConsole = async (outDir: string) => (await import('../../console/build.ts')).buildConsole(outDir);

/** The first of its sources is where its pages are. */
export const builders: readonly SiteBuilder[] = [
  { name: 'rider', prefix: '/rider/', sources: riderSources, build: buildRiderDemo },
  {
    name: 'console',
    prefix: '/',
    sources: ['console', 'client', 'functions/contracts', 'functions/domain'],
    build: buildConsole,
  },
];

export async function buildSites(stateRoot: string): Promise<readonly StaticSite[]> {
  return Promise.all(
    builders.map(async ({ prefix, build, ...spec }) => {
      const folder = path.join(stateRoot, 'sites', spec.name);
      await buildOrTake(spec, folder, build);
      return { prefix, folder };
    }),
  );
}

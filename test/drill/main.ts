// `npm run drill`: the drill at full size. `-- --seed 7 --webhooks 1000 --customers 50 --kills 2` makes it another.

import { parseArgs } from 'node:util';
import * as z from 'zod';
import { runDrill } from './drill.ts';
import { describe } from './report.ts';

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 100_000) },
    webhooks: { type: 'string', default: '10000' },
    customers: { type: 'string', default: '500' },
    kills: { type: 'string', default: '5' },
  },
});
const count = z.coerce.number().int().min(0);
const size = z.object({ seed: count, webhooks: count, customers: count.min(1), kills: count }).parse(values);

const startedMs = performance.now();
const print = (line: string): void => {
  process.stdout.write(`${line}\n`);
};
print(`${size.webhooks} webhooks, ${size.customers} customers, ${size.kills} kills, seed ${size.seed}`);
const report = await runDrill(size, (line) => {
  print(`${((performance.now() - startedMs) / 1000).toFixed(1).padStart(6)} s  ${line}`);
});
print(describe(report));
process.exit([...report.lost, ...report.doubled, ...report.wrong].length === 0 ? 0 : 1);

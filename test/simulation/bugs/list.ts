// npm run simulate:bugs: in how many histories each seeded bug is found, as the table of docs/simulation.md.

import { bugsByTopic } from './all.ts';
import { hunt } from './hunt.ts';

const rows = [['bug', 'what it does wrong', 'broken promise', 'found in history']];
for (const bug of Object.values(bugsByTopic).flat()) {
  const { histories, broken } = await hunt(bug);
  rows.push([
    bug.name,
    bug.wrong,
    broken?.invariant ?? 'none',
    broken === null ? 'not found' : String(histories),
  ]);
  if (broken === null) process.exitCode = 1;
  process.stderr.write(`${bug.name}: ${histories}\n`);
}
const [head = [], ...body] = rows;
for (const row of [head, head.map(() => '---'), ...body]) process.stdout.write(`| ${row.join(' | ')} |\n`);

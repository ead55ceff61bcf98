// What each access pattern costs in DynamoDB's capacity units, as a Markdown table: npm run bench:access-patterns

import { startMeteredTable, type MeteredRequest } from './metered-table.ts';
import { accessPatterns } from './patterns.ts';
import { createPorts } from './ports.ts';

const rows: string[][] = [['who', 'does', 'requests', 'read units', 'write units', 'of which in indexes']];

const { table, meter, close } = await startMeteredTable();
try {
  for (const { who, does, run } of accessPatterns(createPorts(table))) {
    const requests = await meter(run);
    if (who === '') continue;
    rows.push([
      who,
      does,
      namesOf(requests),
      ...[unitsOf(requests, 'readUnits'), unitsOf(requests, 'writeUnits'), indexUnitsOf(requests)].map(
        (units) => (units === 0 ? '' : String(units)),
      ),
    ]);
  }
} finally {
  await close();
}
console.log(markdown(rows));
// The engine's guard holds a pipe open that would keep this process waiting.
process.exit();

function unitsOf(requests: readonly MeteredRequest[], kind: 'readUnits' | 'writeUnits'): number {
  return requests.reduce((sum, request) => sum + request[kind], 0);
}

function indexUnitsOf(requests: readonly MeteredRequest[]): number {
  return requests
    .flatMap(({ indexUnits }) => Object.values(indexUnits))
    .reduce((sum, units) => sum + units, 0);
}

/** `GetItem, 2 × Query` */
function namesOf(requests: readonly MeteredRequest[]): string {
  const counts = new Map<string, number>();
  for (const { operation } of requests) counts.set(operation, (counts.get(operation) ?? 0) + 1);
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`)).join(', ');
}

function markdown([head = [], ...body]: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...body.map(line)].join('\n');
}

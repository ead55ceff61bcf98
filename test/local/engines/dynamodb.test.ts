import path from 'node:path';
import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { startDynamoDb } from '../../../local/engines/dynamodb.ts';
import { provideTables } from '../../../local/engines/tables.ts';
import type { Table } from '../../../local/template/deployment.ts';
import { freeBasePort } from '../support/ports.ts';
import { tempFolder } from '../support/temp-folder.ts';

const table: Table = {
  name: 'rides',
  keySchema: [{ AttributeName: 'pk', KeyType: 'HASH' }],
  attributes: [{ AttributeName: 'pk', AttributeType: 'S' }],
  indexes: [],
  streamView: undefined,
  ttlAttribute: 'expires_at',
};

describe('the DynamoDB engine', () => {
  test('that is missing is told with the variables that help', async () => {
    await expect(
      startDynamoDb({ port: 4604, databaseFile: 'db', binary: '/nowhere/dynoxide', onLost: () => undefined }),
    ).rejects.toThrow('DYNOXIDE_PATH names /nowhere/dynoxide, which does not exist.');
  });

  test('that ends at once is told with its last words', async () => {
    const databaseFile = path.join(tempFolder(), 'no', 'such', 'folder', 'db');
    await expect(
      startDynamoDb({ port: await freeBasePort(), databaseFile, onLost: () => undefined }),
    ).rejects.toThrow(/DynamoDB \(dynoxide\) did not start: .*unable to open/s);
  });

  test('refuses a table whose keys have changed since an earlier start', async () => {
    const engine = await startDynamoDb({
      port: await freeBasePort(),
      databaseFile: path.join(tempFolder(), 'db'),
      onLost: () => undefined,
    });
    onTestFinished(() => engine.close());
    await provideTables(engine.endpoint, [table]);
    await provideTables(engine.endpoint, [table]);
    const changed: Table = {
      ...table,
      attributes: [...table.attributes, { AttributeName: 'a', AttributeType: 'S' }],
      indexes: [
        {
          IndexName: 'by_a',
          KeySchema: [{ AttributeName: 'a', KeyType: 'HASH' }],
          Projection: { ProjectionType: 'ALL' },
        },
      ],
    };
    await expect(provideTables(engine.endpoint, [changed])).rejects.toThrow(
      /table rides have changed .* "npm run reset"/s,
    );
  });

  test('ends on its own when the run that started it is killed', async () => {
    const folder = tempFolder();
    const port = await freeBasePort();
    const module = path.resolve('local/engines/dynamodb.ts');
    const script = `
      const { startDynamoDb } = await import(${JSON.stringify(module)});
      await startDynamoDb({ port: ${port}, databaseFile: ${JSON.stringify(path.join(folder, 'db'))}, onLost: () => {} });
      console.log('started');
      setInterval(() => {}, 1000);`;
    const run = spawn(process.execPath, ['--input-type=module', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await once(run.stdout, 'data');
    const isRunning = () =>
      execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' }).includes(`--port ${port} `);
    expect(isRunning()).toBe(true);
    run.kill('SIGKILL');
    await vi.waitFor(() => {
      expect(isRunning()).toBe(false);
    });
  });
});

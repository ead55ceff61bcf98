import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer, request } from 'node:http';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { guarded } from '../../../local/gateway/http-api.ts';
import { listen } from '../../../local/gateway/listen.ts';
import { createStaticFiles } from '../../../local/web/static-files.ts';
import { tempFolder } from '../support/temp-folder.ts';

async function givenSite() {
  const root = tempFolder();
  const site = path.join(root, 'site');
  mkdirSync(path.join(site, 'parts'), { recursive: true });
  writeFileSync(path.join(site, 'index.html'), '<h1>RideGate</h1>');
  writeFileSync(path.join(site, 'parts', 'app.js'), 'go();');
  writeFileSync(path.join(root, 'secret.txt'), 'secret');
  mkdirSync(path.join(root, 'site-other'));
  writeFileSync(path.join(root, 'site-other', 'secret.txt'), 'secret');
  symlinkSync(path.join(root, 'secret.txt'), path.join(site, 'link.txt'));
  const server = await listen(createServer(guarded(createStaticFiles('/rider/', site))), 0);
  onTestFinished(() => server.close());
  // Not fetch: it would tidy the path up before sending it.
  return (target: string, method = 'GET') =>
    new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve, reject) => {
      request({ port: server.port, host: '127.0.0.1', path: target, method }, (response) => {
        let body = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => (body += chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode, type: response.headers['content-type'], body });
        });
      })
        .on('error', reject)
        .end();
    });
}

describe('a static site', () => {
  test('serves its files with their types, and its start page for a folder', async () => {
    const get = await givenSite();
    expect(await get('/rider/')).toEqual({
      status: 200,
      type: 'text/html; charset=utf-8',
      body: '<h1>RideGate</h1>',
    });
    expect(await get('/rider/index.html?v=1')).toMatchObject({ status: 200 });
    expect(await get('/rider/parts/app.js')).toEqual({
      status: 200,
      type: 'text/javascript; charset=utf-8',
      body: 'go();',
    });
    expect(await get('/rider/', 'HEAD')).toMatchObject({ status: 200, body: '' });
  });

  test.each([
    '/rider/../secret.txt',
    '/rider/%2e%2e/secret.txt',
    '/rider/..%2fsecret.txt',
    '/rider/parts/../../secret.txt',
    '/rider/../site-other/secret.txt',
    '/rider/link.txt',
    '/rider/%00',
    '/rider/%',
    '/rider//etc/passwd',
    '/rider/parts',
    '/rider/missing.js',
  ])('has nothing at %s', async (target) => {
    const get = await givenSite();
    const { status, body } = await get(target);
    expect(status).toBe(404);
    expect(body).not.toContain('secret');
  });

  test('is only read', async () => {
    const get = await givenSite();
    expect(await get('/rider/', 'POST')).toMatchObject({ status: 405 });
  });
});

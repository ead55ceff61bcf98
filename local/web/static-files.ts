// Serves the files of one folder, and nothing outside it.
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import path from 'node:path';
import { sendMessage } from '../gateway/answer.ts';
import { splitUrl } from '../gateway/request.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.map': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.txt': 'text/plain; charset=utf-8',
  '.webmanifest': 'application/manifest+json',
};

/** By the extension of a file's name. */
export function contentTypeOf(file: string): string {
  return types[path.extname(file).toLowerCase()] ?? 'application/octet-stream';
}

export type ServeFile = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** Serves `folder` below `prefix`, which begins and ends with a slash; a folder's own page is its index.html. */
export function createStaticFiles(prefix: string, folder: string): ServeFile {
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendMessage(response, 405, 'Method Not Allowed', { allow: 'GET, HEAD' });
      return;
    }
    const file = await findFile(folder, splitUrl(request.url ?? '/').path.slice(prefix.length));
    if (file === undefined) {
      sendMessage(response, 404, 'Not Found');
      return;
    }
    response.writeHead(200, {
      'content-type': contentTypeOf(file.path),
      'content-length': file.size,
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
    });
    if (request.method === 'HEAD') response.end();
    else
      createReadStream(file.path)
        .on('error', () => response.destroy())
        .pipe(response);
  };
}

/**
 * The file of a folder that a path names, undefined where there is none.
 * @param encoded below the folder, without a slash in front, as sent
 */
export async function findFile(
  folder: string,
  encoded: string,
): Promise<{ readonly path: string; readonly size: number } | undefined> {
  try {
    const name = decodeURIComponent(encoded);
    if (name.includes('\0')) return undefined;
    const root = await realpath(folder);
    // Links are resolved before the check, so that none leads out either.
    const wanted = await realpath(
      path.join(root, name === '' || name.endsWith('/') ? `${name}index.html` : name),
    );
    if (!wanted.startsWith(root + path.sep)) return undefined;
    const found = await stat(wanted);
    return found.isFile() ? { path: wanted, size: found.size } : undefined;
  } catch {
    return undefined;
  }
}

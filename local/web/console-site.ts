// The console at `/`, with the headers, the pages and the compression that CloudFront gives it when deployed.
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import Negotiator from 'negotiator';
import type { ConsoleConfig } from '../../functions/contracts/console-config.ts';
import {
  consoleCaching,
  consoleFilePath,
  consoleIsolationHeaders,
  consoleReferrerPolicy,
  consoleSecurityPolicy,
} from '../../functions/contracts/console-headers.ts';
import { sendMessage } from '../gateway/answer.ts';
import { splitUrl } from '../gateway/request.ts';
import { contentTypeOf, findFile, type ServeFile } from './static-files.ts';

interface Content {
  readonly type: string;
  readonly bytes: Buffer;
}

type Encoding = 'br' | 'gzip' | 'identity';

// CloudFront leaves smaller files as they are.
const smallestCompressed = 1000;
const compressible = /^(text\/|application\/(json|javascript|manifest\+json)|image\/svg\+xml)/;

const compress: Readonly<Record<Encoding, (bytes: Buffer) => Promise<Buffer>>> = {
  br: (bytes) => promisify(brotliCompress)(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }),
  gzip: (bytes) => promisify(gzip)(bytes),
  identity: (bytes) => Promise.resolve(bytes),
};

/** Serves the built console of `folder`, and `config` as its /config.json. */
export function createConsoleSite(folder: string, config: ConsoleConfig): ServeFile {
  const headers = consoleHeaders(config);
  const packed = new Map<string, Promise<Buffer>>();
  const pack = (name: string, encoding: Encoding, bytes: Buffer) => {
    const key = `${encoding} ${name}`;
    const kept = packed.get(key) ?? compress[encoding](bytes);
    packed.set(key, kept);
    return kept;
  };
  return async (request, response) => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      sendMessage(response, 405, 'Method Not Allowed', { allow: 'GET, HEAD' });
      return;
    }
    const { path } = splitUrl(request.url ?? '/');
    const name = consoleFilePath.test(path) ? path.slice(1) : 'index.html';
    const content = name === 'config.json' ? configContent(config) : await readContent(folder, name);
    for (const [header, value] of Object.entries(headers)) response.setHeader(header, value);
    if (content === undefined) {
      sendMessage(response, 404, 'Not Found');
      return;
    }
    const encoding = encodingFor(request, content);
    const bytes = await pack(name, encoding, content.bytes);
    send(request, response, name, { ...content, bytes }, encoding);
  };
}

function send(
  request: IncomingMessage,
  response: ServerResponse,
  name: string,
  { type, bytes }: Content,
  encoding: Encoding,
): void {
  response.writeHead(200, {
    'content-type': type,
    'content-length': bytes.length,
    'cache-control': name.startsWith('assets/') ? consoleCaching.assets : consoleCaching.others,
    vary: 'accept-encoding',
    ...(encoding === 'identity' ? {} : { 'content-encoding': encoding }),
  });
  response.end(request.method === 'HEAD' ? undefined : bytes);
}

function consoleHeaders({ image_origins, token_endpoint, revocation_endpoint }: ConsoleConfig) {
  const endpoints = revocation_endpoint === null ? [token_endpoint] : [token_endpoint, revocation_endpoint];
  const tokens = [...new Set(endpoints.map((endpoint) => new URL(endpoint).origin))];
  return {
    'content-security-policy': consoleSecurityPolicy({ images: image_origins, tokens }),
    'x-content-type-options': 'nosniff',
    'referrer-policy': consoleReferrerPolicy,
    ...consoleIsolationHeaders,
  };
}

function configContent(config: ConsoleConfig): Content {
  return { type: contentTypeOf('config.json'), bytes: Buffer.from(JSON.stringify(config)) };
}

async function readContent(folder: string, name: string): Promise<Content | undefined> {
  const file = await findFile(folder, name);
  return file === undefined
    ? undefined
    : { type: contentTypeOf(file.path), bytes: await readFile(file.path) };
}

function encodingFor(request: IncomingMessage, { type, bytes }: Content): Encoding {
  if (bytes.length < smallestCompressed || !compressible.test(type)) return 'identity';
  const accepted = new Negotiator(request).encodings(['br', 'gzip']);
  if (accepted.includes('br')) return 'br';
  return accepted.includes('gzip') ? 'gzip' : 'identity';
}

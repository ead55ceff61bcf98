// A stand-in for KMS over HTTP, in KMS's own words: symmetric keys with their rotation, the encryption context as
// additional authenticated data, what a role may do, and the ways in which KMS fails.

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { createServer, type ServerResponse } from 'node:http';
import { KMSClient, type KMSClientConfig } from '@aws-sdk/client-kms';
import * as z from 'zod';
import { localClientConfig } from '../../../local/engines/client-config.ts';
import { listenOnFreePort } from './listen.ts';

const context = z.record(z.string(), z.string()).default({});
const generateRequest = z.object({
  KeyId: z.string(),
  NumberOfBytes: z.number(),
  EncryptionContext: context,
});
const decryptRequest = z.object({
  KeyId: z.string(),
  CiphertextBlob: z.base64().transform((text) => Buffer.from(text, 'base64')),
  EncryptionContext: context,
});

export type KmsCall = { action: string; context: Readonly<Record<string, string>> };
/** What the next calls meet: an error that KMS gives by name, no answer at all, or a connection that breaks off. */
export type KmsTrouble = { status: number; name: string } | 'silence' | 'broken';

export type KmsStandIn = {
  client: (config?: KMSClientConfig) => KMSClient;
  /** Makes a key and answers its ARN. */
  addKey: () => string;
  rotate: (keyArn: string) => void;
  calls: KmsCall[];
  /** Until it is taken back with null. */
  meet: (trouble: KmsTrouble | null) => void;
  /** What the caller's role allows; everything by default. */
  allow: (rule: (call: KmsCall) => boolean) => void;
  close: () => Promise<void>;
};

class KmsError extends Error {
  readonly code: string;
  constructor(code: string) {
    super(`${code}: the words of KMS`);
    this.code = code;
  }
}

export async function startKms(): Promise<KmsStandIn> {
  const keys = new Map<string, Buffer[]>();
  const calls: KmsCall[] = [];
  let trouble: KmsTrouble | null = null;
  let allowed: (call: KmsCall) => boolean = () => true;

  const versionsOf = (keyArn: string): Buffer[] => {
    const versions = keys.get(keyArn);
    if (versions === undefined) throw new KmsError('NotFoundException');
    return versions;
  };
  const note = (call: KmsCall) => {
    calls.push(call);
    if (!allowed(call)) throw new KmsError('AccessDeniedException');
  };
  const operations: Record<string, (body: unknown) => object> = {
    GenerateDataKey: (body) => {
      const { KeyId, NumberOfBytes, EncryptionContext } = generateRequest.parse(body);
      note({ action: 'GenerateDataKey', context: EncryptionContext });
      const plaintext = randomBytes(NumberOfBytes);
      const wrapped = wrap(versionsOf(KeyId), plaintext, aadOf(EncryptionContext));
      return {
        KeyId,
        Plaintext: plaintext.toString('base64'),
        CiphertextBlob: wrapped.toString('base64'),
      };
    },
    Decrypt: (body) => {
      const { KeyId, CiphertextBlob, EncryptionContext } = decryptRequest.parse(body);
      note({ action: 'Decrypt', context: EncryptionContext });
      const plaintext = unwrap(versionsOf(KeyId), CiphertextBlob, aadOf(EncryptionContext));
      return { KeyId, Plaintext: plaintext.toString('base64') };
    },
  };
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      if (trouble === 'silence') return;
      if (trouble === 'broken') {
        request.socket.destroy();
        return;
      }
      if (trouble !== null) {
        answer(response, trouble.status, { __type: trouble.name });
        return;
      }
      const operation = operations[String(request.headers['x-amz-target']).replace('TrentService.', '')];
      try {
        if (operation === undefined) throw new KmsError('UnknownOperationException');
        answer(response, 200, operation(JSON.parse(Buffer.concat(chunks).toString())));
      } catch (error) {
        answer(response, 400, { __type: error instanceof KmsError ? error.code : 'ValidationException' });
      }
    });
  });
  const { url, close } = await listenOnFreePort(server);
  const clients: KMSClient[] = [];
  return {
    client: (config = {}) => {
      const client = new KMSClient({ ...localClientConfig(url), maxAttempts: 1, ...config });
      clients.push(client);
      return client;
    },
    addKey: () => {
      const keyArn = `arn:aws:kms:us-east-1:000000000000:key/${randomBytes(8).toString('hex')}`;
      keys.set(keyArn, [randomBytes(32)]);
      return keyArn;
    },
    rotate: (keyArn) => void versionsOf(keyArn).push(randomBytes(32)),
    calls,
    meet: (met) => {
      trouble = met;
    },
    allow: (rule) => {
      allowed = rule;
    },
    close: async () => {
      for (const client of clients) client.destroy();
      await close();
    },
  };
}

function answer(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/x-amz-json-1.1' }).end(JSON.stringify(body));
}

/** Order means nothing in a context. */
function aadOf(values: Readonly<Record<string, string>>): Buffer {
  return Buffer.from(JSON.stringify(Object.entries(values).toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function wrap(versions: readonly Buffer[], plaintext: Buffer, aad: Buffer): Buffer {
  const version = versions.length - 1;
  const iv = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', versions[version] ?? '', iv).setAAD(aad);
  const body = Buffer.concat([cipher.update(plaintext), cipher.final()]);
  return Buffer.concat([Buffer.from([version]), iv, cipher.getAuthTag(), body]);
}

function unwrap(versions: readonly Buffer[], blob: Buffer, aad: Buffer): Buffer {
  const version = versions[blob[0] ?? -1];
  if (version === undefined || blob.length < 29) throw new KmsError('InvalidCiphertextException');
  try {
    const decipher = createDecipheriv('aes-256-gcm', version, blob.subarray(1, 13))
      .setAAD(aad)
      .setAuthTag(blob.subarray(13, 29));
    return Buffer.concat([decipher.update(blob.subarray(29)), decipher.final()]);
  } catch {
    throw new KmsError('InvalidCiphertextException');
  }
}

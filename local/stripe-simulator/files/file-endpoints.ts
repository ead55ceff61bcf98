/** `/v1/files` and `/v1/file_links`: identity images, which only keys for sensitive results may reach. */
import type { Stripe } from 'stripe';
import * as z from 'zod';
import type { ApiKey } from '../api/authentication.ts';
import { defineEndpoint, type Endpoint } from '../api/endpoint.ts';
import { invalidRequest, permissionDenied, resourceMissing } from '../api/errors.ts';
import { changeMetadata, integer, metadata, text } from '../api/parameters.ts';
import { isTooOld } from '../identity/sensitive-results.ts';
import { newId } from '../ids.ts';
import type { Simulator } from '../simulator.ts';
import { placeholderImage } from './placeholder-image.ts';
import type { FileLinkRecord, FileRecord } from './records.ts';

/** A link's id is as hard to guess as its address must be, so the one is made from the other. */
const ID_PREFIX = 'link_';
const ADDRESS_PREFIX = 'fl_test_';

export const fileEndpoints: readonly Endpoint[] = [
  defineEndpoint({
    method: 'GET',
    path: '/v1/files/:id',
    parameters: z.strictObject({}),
    run: (_parameters, { simulator, id, key }) => renderFile(simulator, readFile(simulator, id, key)),
  }),
  defineEndpoint({
    method: 'GET',
    path: '/v1/files/:id/contents',
    parameters: z.strictObject({}),
    run: (_parameters, { simulator, id, key }) => placeholderImage(readFile(simulator, id, key).purpose),
  }),
  defineEndpoint({
    method: 'POST',
    path: '/v1/file_links',
    parameters: z.strictObject({ file: text, expires_at: integer.optional(), metadata: metadata.optional() }),
    run({ file, expires_at, metadata: pairs }, { simulator, key }) {
      readFile(simulator, file, key, 'file');
      const created = Math.floor(simulator.nowMs() / 1000);
      if (expires_at !== undefined && expires_at <= created) {
        throw invalidRequest('`expires_at` must be a timestamp in the future.', { param: 'expires_at' });
      }
      const link = {
        id: newId('link'),
        created,
        expires_at: expires_at ?? null,
        file,
        metadata: changeMetadata({}, pairs),
      };
      simulator.collections.fileLinks.put(link.id, link);
      return renderLink(simulator, link);
    },
  }),
  defineEndpoint({
    method: 'GET',
    path: '/v1/file_links/:id',
    parameters: z.strictObject({}),
    run(_parameters, { simulator, id }) {
      const link = simulator.collections.fileLinks.get(id);
      if (!link) throw resourceMissing('file link', id);
      return renderLink(simulator, link);
    },
  }),
];

/** What the address of a file link shows now. */
export function openLink(simulator: Simulator, address: string): Buffer | 'unknown' | 'expired' {
  const link = simulator.collections.fileLinks.get(address.replace(ADDRESS_PREFIX, ID_PREFIX));
  if (!link || !address.startsWith(ADDRESS_PREFIX)) return 'unknown';
  if (isExpired(simulator, link)) return 'expired';
  const file = simulator.collections.files.get(link.file);
  return file ? placeholderImage(file.purpose) : 'unknown';
}

function readFile(simulator: Simulator, id: string, key: ApiKey, param?: string): FileRecord {
  const file = simulator.collections.files.get(id);
  if (!file) throw resourceMissing('file upload', id, param);
  if (!key.sensitive) {
    throw permissionDenied(
      `The provided key '${key.masked}' does not have the required permissions to access identity images. Use a restricted key that may access sensitive verification results.`,
    );
  }
  if (isTooOld(simulator, file.created)) {
    throw permissionDenied(
      `Sensitive verification results can be accessed for 48 hours; the image ${id} is older.`,
    );
  }
  return file;
}

function renderFile(simulator: Simulator, file: FileRecord): Stripe.File {
  return {
    ...file,
    object: 'file',
    expires_at: null,
    links: { object: 'list', data: [], has_more: false, url: `/v1/file_links?file=${file.id}` },
    size: placeholderImage(file.purpose).length,
    title: null,
    type: 'png',
    url: `${simulator.publicUrl()}/v1/files/${file.id}/contents`,
  };
}

function renderLink(simulator: Simulator, link: FileLinkRecord): Stripe.FileLink {
  return {
    ...link,
    object: 'file_link',
    expired: isExpired(simulator, link),
    livemode: false,
    url: `${simulator.publicUrl()}/links/${link.id.replace(ID_PREFIX, ADDRESS_PREFIX)}`,
  };
}

function isExpired(simulator: Simulator, link: Pick<FileLinkRecord, 'expires_at'>): boolean {
  return link.expires_at !== null && link.expires_at * 1000 <= simulator.nowMs();
}

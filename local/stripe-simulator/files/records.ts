/** What is stored of images and the links to them. */
import * as z from 'zod';

export const fileRecord = z.object({
  id: z.string(),
  created: z.number(),
  filename: z.string(),
  purpose: z.enum(['identity_document_downloadable', 'selfie']),
});

export const fileLinkRecord = z.object({
  id: z.string(),
  created: z.number(),
  expires_at: z.number().nullable(),
  file: z.string(),
  metadata: z.record(z.string(), z.string()),
});

export type FileRecord = z.output<typeof fileRecord>;
export type FileLinkRecord = z.output<typeof fileLinkRecord>;

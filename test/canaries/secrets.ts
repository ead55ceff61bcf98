// Secrets that a run hands out while it is asked: who has one may do what it is for.

import * as z from 'zod';
import type { Asking } from './asking.ts';
import type { Marker } from './marker.ts';

const given = z.object({
  client_secret: z.string().nullish(),
  ephemeral_key_secret: z.string().nullish(),
  url: z.string().nullish(),
  images: z.array(z.object({ url: z.string() })).default([]),
});

/** The secrets in the answers, and the tokens that were sent with the questions. */
export function secretsIn({ answers, tokens }: Asking): Marker[] {
  const handedOut = answers
    .filter(({ place, status }) => status < 300 && /identity-(session|report)$/.test(place))
    .flatMap(({ text }) => {
      const { images, ...body } = given.parse(JSON.parse(text.slice(text.indexOf('\n'))));
      return [
        secretOf('client secret', body.client_secret),
        secretOf('ephemeral key', body.ephemeral_key_secret),
        secretOf('link to Stripe’s page', body.url),
        ...images.map(({ url }) => secretOf('link to an image', url)),
      ];
    });
  // The signature is what makes it one.
  const sent = tokens.map((jwt) => secretOf('bearer token', jwt.split('.').at(-1)));
  return [...handedOut, ...sent].filter((secret) => secret !== null);
}

function secretOf(what: string, text: string | null | undefined): Marker | null {
  return text == null ? null : { what, whose: 'whoever has it', text };
}

// What the address says: of how many hours the page tells.

export const spans = [24, 168] as const;
export type Span = (typeof spans)[number];

const usual: Span = 24;

export function readSpan(query: URLSearchParams): Span {
  return spans.find((span) => String(span) === query.get('hours')) ?? usual;
}

/** The query of an address, empty for the usual one. */
export function writeSpan(span: Span): string {
  return span === usual ? '' : `?hours=${span}`;
}

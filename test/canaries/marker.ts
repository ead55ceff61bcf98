// Values that stand for somebody's data or for a secret, each to be told from all others wherever it turns up.

/** In every marker that may be any text. Nothing else in the world has it. */
export const token = 'zq7canary';

export type Marker = {
  /** Which field or secret it stands for. */
  what: string;
  /** Whose it is: a customer, or the run. */
  whose: string;
  text: string;
};

/** Every form in which a text is looked for in bytes. */
export function formsOf(text: string): Buffer[] {
  const base64 = [0, 1, 2].map((offset) => base64At(text, offset));
  const forms = [
    text,
    JSON.stringify(text).slice(1, -1),
    text.replaceAll('/', '\\/'),
    encodeURIComponent(text),
    ...base64,
    ...base64.map((form) => form.replaceAll('+', '-').replaceAll('/', '_')),
    Buffer.from(text).toString('hex'),
    Buffer.from(text).toString('hex').toUpperCase(),
  ];
  return [
    ...[...new Set(forms)].map((form) => Buffer.from(form)),
    Buffer.from(text, 'utf16le'),
    Buffer.from(text, 'utf16le').swap16(),
    ...doublesOf(text),
  ];
}

/** What stays the same of a text's base64 wherever it stands in the bytes that are encoded. */
function base64At(text: string, offset: number): string {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(text)]);
  const [firstBit, lastBit] = [offset * 8, bytes.length * 8];
  return bytes.toString('base64').slice(Math.ceil(firstBit / 6), Math.floor(lastBit / 6));
}

/** Databases keep a number with decimals as eight bytes. */
function doublesOf(text: string): Buffer[] {
  if (!/^-?\d+\.\d+$/.test(text)) return [];
  const [big, little] = [Buffer.alloc(8), Buffer.alloc(8)];
  big.writeDoubleBE(Number(text));
  little.writeDoubleLE(Number(text));
  return [big, little];
}

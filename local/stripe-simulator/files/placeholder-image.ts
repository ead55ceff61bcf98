/** Draws the pictures that stand in for documents and selfies: plain shapes, nobody's face. */
import { crc32, deflateSync } from 'node:zlib';
import type { FileRecord } from './records.ts';

const WIDTH = 480;
const HEIGHT = 300;

/** Red, green, blue of each colour that the shapes use. */
const PALETTE = Buffer.from([0xe3, 0xe8, 0xee, 0xff, 0xff, 0xff, 0xa3, 0xac, 0xba, 0x63, 0x5b, 0xff]);
const [BACKGROUND, PAPER, GREY, ACCENT] = [0, 1, 2, 3];

type Picture = (x: number, y: number) => number;

/** A PNG for what the file is said to show. */
export function placeholderImage(purpose: FileRecord['purpose']): Buffer {
  const ready = drawn.get(purpose);
  if (ready) return ready;
  const image = encodePng(purpose === 'selfie' ? head(WIDTH / 2, HEIGHT / 2, 2) : identityCard);
  drawn.set(purpose, image);
  return image;
}

const drawn = new Map<FileRecord['purpose'], Buffer>();

/** A face's outline: a head above shoulders. */
function head(centerX: number, centerY: number, scale: number): Picture {
  return (x, y) => {
    const right = (x - centerX) / scale;
    const down = (y - centerY) / scale;
    const isHead = right ** 2 + ((down + 14) * 0.85) ** 2 < 26 ** 2;
    const isShoulders = down > 22 && down < 66 && right ** 2 + (down - 66) ** 2 < 46 ** 2;
    return isHead || isShoulders ? GREY : BACKGROUND;
  };
}

const portrait = head(120, 150, 1);

/** A card with a stripe, a portrait and lines of text. */
const identityCard: Picture = (x, y) => {
  if (x < 24 || x >= WIDTH - 24 || y < 24 || y >= HEIGHT - 24) return BACKGROUND;
  if (y < 64) return ACCENT;
  if (x >= 60 && x < 180 && y >= 90 && y < 212) return portrait(x, y);
  const isLine = x >= 210 && x < 420 - ((y >> 5) % 3) * 40 && y >= 96 && y < 240 && y % 32 < 10;
  return isLine ? GREY : PAPER;
};

/** An indexed-colour PNG. https://www.w3.org/TR/png-3/ */
function encodePng(picture: Picture): Buffer {
  const rows = Buffer.alloc((WIDTH + 1) * HEIGHT);
  for (let y = 0; y < HEIGHT; y += 1) {
    // The first byte of a row names its filter: 0, none.
    for (let x = 0; x < WIDTH; x += 1) rows[y * (WIDTH + 1) + 1 + x] = picture(x, y);
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(WIDTH, 0);
  header.writeUInt32BE(HEIGHT, 4);
  header.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    chunk('IHDR', header),
    chunk('PLTE', PALETTE),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

// Writes small MMDB files, so that databases that nobody may ship can be tested against the real reader.
// https://maxmind.github.io/MaxMind-DB/

import { Buffer } from 'node:buffer';
import { writeFile } from 'node:fs/promises';

type Value = string | number | boolean | readonly Value[] | { readonly [key: string]: Value };
type Node = [Slot, Slot];
type Slot = Node | number | null;

const type = { text: 2, double: 3, uint16: 5, uint32: 6, map: 7, uint64: 9, array: 11, boolean: 14 };

/** Makes a file that knows what is said of these IPv4 networks, e.g. `{ '81.2.69.0/24': {…} }`. */
export async function writeMmdb(path: string, networks: Readonly<Record<string, Value>>): Promise<void> {
  const root: Node = [null, null];
  const records: Buffer[] = [];
  let dataSize = 0;
  for (const [network, value] of Object.entries(networks)) {
    insert(root, bitsOf(network), dataSize);
    const bytes = encode(value);
    records.push(bytes);
    dataSize += bytes.length;
  }
  const nodes = flatten(root);
  const tree = Buffer.concat(nodes.flatMap((node) => node.map((slot) => pointer(slot, nodes))));
  const marker = Buffer.from('\xab\xcd\xefMaxMind.com', 'latin1');
  await writeFile(path, Buffer.concat([tree, Buffer.alloc(16), ...records, marker, metadata(nodes.length)]));
}

function bitsOf(network: string): number[] {
  const [address = '', length = '32'] = network.split('/');
  const bits = address
    .split('.')
    .flatMap((part) => [7, 6, 5, 4, 3, 2, 1, 0].map((place) => (Number(part) >> place) & 1));
  return bits.slice(0, Number(length));
}

function insert(root: Node, bits: readonly number[], offset: number): void {
  let node = root;
  for (const bit of bits.slice(0, -1)) {
    const side = bit === 0 ? 0 : 1;
    const next = Array.isArray(node[side]) ? node[side] : ([null, null] satisfies Node);
    node[side] = next;
    node = next;
  }
  node[bits.at(-1) === 0 ? 0 : 1] = offset;
}

function flatten(node: Node): Node[] {
  return [node, ...node.flatMap((slot) => (Array.isArray(slot) ? flatten(slot) : []))];
}

/** 24 bits: another node, nothing, or data behind the tree and its separator. */
function pointer(slot: Slot, nodes: readonly Node[]): Buffer {
  const bytes = Buffer.alloc(3);
  const empty = nodes.length;
  bytes.writeUIntBE(
    slot === null ? empty : Array.isArray(slot) ? nodes.indexOf(slot) : empty + 16 + slot,
    0,
    3,
  );
  return bytes;
}

function metadata(nodeCount: number): Buffer {
  return Buffer.concat([
    control(type.map, 9),
    encode('binary_format_major_version'),
    integer(type.uint16, 2),
    encode('binary_format_minor_version'),
    integer(type.uint16, 0),
    encode('build_epoch'),
    integer(type.uint64, 1_767_225_600),
    encode('database_type'),
    encode('Test'),
    encode('description'),
    encode({ en: 'For tests' }),
    encode('ip_version'),
    integer(type.uint16, 4),
    encode('languages'),
    encode(['en']),
    encode('node_count'),
    integer(type.uint32, nodeCount),
    encode('record_size'),
    integer(type.uint16, 24),
  ]);
}

function encode(value: Value): Buffer {
  if (typeof value === 'string') {
    const bytes = Buffer.from(value, 'utf8');
    return Buffer.concat([control(type.text, bytes.length), bytes]);
  }
  if (typeof value === 'number') {
    const bytes = Buffer.alloc(8);
    bytes.writeDoubleBE(value);
    return Buffer.concat([control(type.double, 8), bytes]);
  }
  if (typeof value === 'boolean') return control(type.boolean, value ? 1 : 0);
  if (isList(value)) return Buffer.concat([control(type.array, value.length), ...value.map(encode)]);
  const entries = Object.entries(value);
  return Buffer.concat([
    control(type.map, entries.length),
    ...entries.flatMap(([key, part]) => [encode(key), encode(part)]),
  ]);
}

function isList(value: Value): value is readonly Value[] {
  return Array.isArray(value);
}

function integer(kind: number, value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  const short = kind === type.uint16 ? bytes.subarray(2) : bytes;
  return Buffer.concat([control(kind, short.length), short]);
}

/** Sizes from 29 on take a byte of their own; types from 8 on as well. */
function control(kind: number, size: number): Buffer {
  const small = Math.min(size, 29);
  const head = kind <= 7 ? [(kind << 5) | small] : [small, kind - 7];
  return Buffer.from(size < 29 ? head : [...head, size - 29]);
}

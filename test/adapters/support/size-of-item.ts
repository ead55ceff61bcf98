import { Buffer } from 'node:buffer';

/**
 * An item's size in bytes as DynamoDB counts it, rounded up where its rule is vague.
 * https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/CapacityUnitCalculations.html
 */
export function sizeOfItem(item: Record<string, unknown>): number {
  return Object.entries(item).reduce((sum, [name, value]) => sum + bytes(name) + sizeOf(value), 0);
}

const maxNumberBytes = 21;
const containerBytes = 3;
const elementBytes = 1;

function sizeOf(value: unknown): number {
  if (typeof value === 'string') return bytes(value);
  if (typeof value === 'number') {
    return Math.min(maxNumberBytes, Math.ceil(String(value).replace(/\D/g, '').length / 2) + 2);
  }
  if (Array.isArray(value)) {
    return value.reduce((sum: number, one) => sum + elementBytes + sizeOf(one), containerBytes);
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    return containerBytes + entries.length * elementBytes + sizeOfItem(Object.fromEntries(entries));
  }
  return 1;
}

function bytes(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

import { createGeography } from '../../adapters/location/geography.ts';
import type { Geography } from '../../use-cases/ports.ts';

export function composeGeography(): { geography: Geography } {
  return { geography: createGeography() };
}

import { createGeography } from '../../adapters/location/geography.ts';
import type { Geography } from '../../use-cases/ports/signals.ts';

export function composeGeography(): { geography: Geography } {
  return { geography: createGeography() };
}

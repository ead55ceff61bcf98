import { describeSignals, positionOf, type Distances, type Signals } from '../domain/signals/signals.ts';
import { polygonsOf } from '../domain/zones.ts';
import type { CustomerFile } from './ports/customer-file.ts';
import type { Geography } from './ports/signals.ts';

/**
 * A customer's signals as of now: by the zones and thresholds of now, from facts that were collected once.
 * So a new zone shows at once for everybody, and nothing has to be computed again.
 */
export function showSignals(
  geography: Geography,
  { customer, signup, facts, zones }: Pick<CustomerFile, 'customer' | 'signup' | 'facts' | 'zones'>,
): Signals {
  const gps = signup === null ? null : positionOf(signup);
  const ip = facts === null ? null : positionOf(facts.ip);
  const distances: Distances = {
    gpsToIpKm: gps === null || ip === null ? null : geography.distanceKm(gps, ip),
    gpsToZonesKm: gps === null || zones === null ? null : geography.distanceToAreasKm(gps, polygonsOf(zones)),
  };
  return describeSignals(facts, signup?.locationAccuracyMeters ?? null, customer.createdAtMs, distances);
}

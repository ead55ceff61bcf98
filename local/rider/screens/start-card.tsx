// The vehicle in front of the rider, and the button that asks whether he may ride.
import type { RiderCustomer } from '../api/rider-api.ts';
import type { RideFlow } from '../flow/ride-flow.ts';
import { Button } from '../parts/button.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { VehicleArt } from '../parts/vehicle-art.tsx';
import type { Rider } from '../place.ts';
import { dollars, tariffs } from './tariff.ts';

interface StartCardProps {
  readonly rider: Rider;
  readonly customer: RiderCustomer | null;
  readonly flow: RideFlow;
  readonly onStart: () => void;
}

export function StartCard({ rider, customer, flow, onStart }: StartCardProps) {
  const { vehicleName, chargePercent, rangeKm, unlockCents, minuteCents } = tariffs[rider.vehicle];
  const asking = flow.at === 'ready' && flow.busy;
  return (
    <section className="card" aria-labelledby="card-title">
      <div className="card-head">
        <div>
          <StandingChip customer={customer} />
          <h2 id="card-title" className="card-title" tabIndex={-1}>
            {vehicleName}
          </h2>
          <p className="card-text">
            {dollars(unlockCents)} + {dollars(minuteCents)} a minute
          </p>
        </div>
        <VehicleArt vehicle={rider.vehicle} />
      </div>
      <ul className="facts">
        <li className="fact">
          <Icon name="battery" /> {chargePercent}%
        </li>
        <li className="fact">
          <Icon name="range" /> {rangeKm} km
        </li>
        <li className="fact">
          <Icon name="walk" /> 1 min
        </li>
      </ul>
      {flow.at === 'ready' && <FaultNote fault={flow.fault} />}
      <Button onPress={onStart} busy={asking ? 'Unlocking…' : undefined}>
        Start ride
      </Button>
    </section>
  );
}

/** How the rider stands with verification, before he asks. */
function StandingChip({ customer }: { readonly customer: RiderCustomer | null }) {
  if (customer?.identity_status === 'verified') {
    return (
      <p className="chip chip-good">
        <Icon name="verified" /> Identity verified
      </p>
    );
  }
  if (customer !== null && !customer.ride_gate.allowed) {
    return (
      <p className="chip chip-wait">
        <Icon name="shield" /> ID check needed
      </p>
    );
  }
  return null;
}

// The map with the card that fits: getting ready, ready to ride, riding, or why nothing can be shown.
import type { RideControls } from '../flow/use-ride-flow.ts';
import type { Fault } from '../api/fault.ts';
import { Button } from '../parts/button.tsx';
import { CityMap } from '../parts/city-map.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import type { Rider } from '../place.ts';
import { RidingCard } from './riding-card.tsx';
import { StartCard } from './start-card.tsx';

interface HomeProps {
  readonly rider: Rider;
  readonly controls: RideControls;
}

export function Home({ rider, controls }: HomeProps) {
  const { flow } = controls;
  return (
    <>
      <CityMap vehicle={rider.vehicle} riding={flow.at === 'riding'} />
      <Card rider={rider} controls={controls} />
    </>
  );
}

function Card({ rider, controls }: HomeProps) {
  const { flow, customer } = controls;
  switch (flow.at) {
    case 'opening':
      return (
        <section className="card" role="status">
          <p className="card-text card-waiting">
            <span className="spinner" aria-hidden="true" /> Getting your app ready…
          </p>
        </section>
      );
    case 'stuck':
      return <StuckCard fault={flow.fault} onRetry={() => void controls.open()} />;
    case 'riding':
      return <RidingCard rider={rider} startedAtMs={flow.startedAtMs} onEnd={controls.endRide} />;
    case 'ready':
    case 'blocked':
    case 'checking':
    case 'cleared':
    case 'arrived':
      return (
        <StartCard rider={rider} customer={customer} flow={flow} onStart={() => void controls.startRide()} />
      );
  }
}

interface StuckCardProps {
  readonly fault: Fault;
  readonly onRetry: () => void;
}

function StuckCard({ fault, onRetry }: StuckCardProps) {
  // Trying again makes nobody exist.
  const isUnknown = fault.code === 'customer_not_found';
  return (
    <section className="card" aria-labelledby="card-title">
      <h2 id="card-title" className="card-title" tabIndex={-1}>
        We can’t open the app
      </h2>
      <FaultNote fault={fault} />
      <div className="actions">
        {!isUnknown && <Button onPress={onRetry}>Try again</Button>}
        <a className={`button button-${isUnknown ? 'primary' : 'quiet'}`} href="./">
          Choose another rider
        </a>
      </div>
    </section>
  );
}

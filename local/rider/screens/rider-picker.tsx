// The first screen: whom to play. Choosing is a link, so that the browser's back and bookmarks work.
import { demoFleets, type DemoFleet } from '../demo-riders.ts';
import { Avatar } from '../parts/avatar.tsx';
import { VehicleArt } from '../parts/vehicle-art.tsx';
import { addressOf } from '../place.ts';

export function RiderPicker() {
  return (
    <div className="stage">
      <main className="phone phone-picker">
        <header className="picker-head">
          <img className="picker-mark" src="icon.svg" alt="" />
          <h1 className="picker-title">Who’s riding today?</h1>
          <p className="picker-text">
            Three fleets, three ways to decide who must show an ID. Choose a rider and try to start a ride.
          </p>
        </header>
        {demoFleets.map((fleet) => (
          <Fleet key={fleet.id} fleet={fleet} />
        ))}
      </main>
    </div>
  );
}

function Fleet({ fleet }: { readonly fleet: DemoFleet }) {
  return (
    <section className="fleet" data-fleet={fleet.id} aria-labelledby={`fleet-${fleet.id}`}>
      <div className="fleet-head">
        <div>
          <h2 id={`fleet-${fleet.id}`} className="fleet-name">
            {fleet.appName}
          </h2>
          <p className="fleet-rule">{fleet.rule}</p>
        </div>
        <VehicleArt vehicle={fleet.vehicle} />
      </div>
      <ul className="riders">
        {fleet.riders.map(({ id, name, hint }) => (
          <li key={id}>
            <a className="rider" href={addressOf(fleet.id, id)}>
              <Avatar name={name} />
              <span className="rider-name">{name}</span>
              {hint !== null && <span className="rider-hint">{hint}</span>}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

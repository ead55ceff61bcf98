// The ride as it goes on: time, price so far, and the way to end it.
import { useEffect, useState } from 'react';
import { Button } from '../parts/button.tsx';
import type { Rider } from '../place.ts';
import { clock, dollars, priceOf, tariffs } from './tariff.ts';

interface RidingCardProps {
  readonly rider: Rider;
  readonly startedAtMs: number;
  readonly onEnd: () => void;
}

export function RidingCard({ rider, startedAtMs, onEnd }: RidingCardProps) {
  const durationMs = useNow() - startedAtMs;
  const tariff = tariffs[rider.vehicle];
  return (
    <section className="card" aria-labelledby="card-title">
      <p className="chip chip-live">
        <span className="live-dot" aria-hidden="true" /> Riding
      </p>
      <h2 id="card-title" className="card-title" tabIndex={-1}>
        Enjoy your ride, {rider.firstName}
      </h2>
      <dl className="meters">
        <div className="meter">
          <dt>Time</dt>
          <dd role="timer">{clock(durationMs)}</dd>
        </div>
        <div className="meter">
          <dt>So far</dt>
          <dd>{dollars(priceOf(tariff, durationMs))}</dd>
        </div>
      </dl>
      <Button kind="stop" onPress={onEnd}>
        End ride
      </Button>
    </section>
  );
}

function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1_000);
    return () => clearInterval(timer);
  }, []);
  return now;
}

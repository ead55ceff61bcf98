// Whoever the address names rides; an address that names nobody asks who it shall be.
import { useEffect, useState } from 'react';
import { addressOf, readPlace } from './place.ts';
import { RiderPicker } from './screens/rider-picker.tsx';
import { RiderApp } from './screens/rider-app.tsx';

export function App() {
  const [place] = useState(() => readPlace(window.location));
  const { rider, returned } = place;

  // So that a reload doesn't wait for a result a second time.
  useEffect(() => {
    if (rider !== null && returned) {
      window.history.replaceState(null, '', addressOf(rider.subaccountId, rider.id));
    }
  }, [rider, returned]);

  if (rider === null) return <RiderPicker />;
  return <RiderApp rider={rider} returned={returned} tokenUrl={place.tokenUrl} />;
}

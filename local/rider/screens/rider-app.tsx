// The app of one rider: map, card, sheets, pushes, and beside the phone what happens behind them.
import { useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { createHttp } from '../api/http.ts';
import { createRiderApi } from '../api/rider-api.ts';
import { useRideFlow } from '../flow/use-ride-flow.ts';
import { CallLog, useCallLog } from '../parts/call-log.tsx';
import type { Rider } from '../place.ts';
import { opensVerification, PushSheet } from '../pushes/push-sheet.tsx';
import { PushToasts } from '../pushes/push-toasts.tsx';
import { unreadCount, type Push } from '../pushes/push-list.ts';
import { usePushes } from '../pushes/use-pushes.ts';
import { FlowSheet, hasSheet } from './flow-sheet.tsx';
import { Home } from './home.tsx';
import { TopBar } from './top-bar.tsx';

interface RiderAppProps {
  readonly rider: Rider;
  readonly returned: boolean;
  readonly tokenUrl: string;
}

export function RiderApp({ rider, returned, tokenUrl }: RiderAppProps) {
  const { calls, onAnswer } = useCallLog(rider);
  const api = useMemo(() => {
    const http = createHttp({ rider, tokenUrl, onAnswer });
    return createRiderApi(http, rider.id);
  }, [rider, tokenUrl, onAnswer]);
  const controls = useRideFlow(rider, api, returned);
  const { flow, customer } = controls;
  const pushes = usePushes(rider);
  const [listOpen, setListOpen] = useState(false);
  const sheetOpen = listOpen || hasSheet(controls);

  // A push says that something about the customer has changed.
  const newest = pushes.list.pushes[0]?.id;
  const refresh = useEffectEvent(() => void controls.refresh());
  useEffect(() => {
    if (newest !== undefined) refresh();
  }, [newest]);

  useEffect(() => {
    document.title = `${rider.appName} · ${rider.name}`;
  }, [rider]);

  // Where a screen took the focused button with it, the card that replaces it takes over.
  const started = useRef(false);
  useEffect(() => {
    if (flow.at === 'opening') return;
    const focusIsLost = document.activeElement === document.body;
    if (started.current && !sheetOpen && focusIsLost) document.getElementById('card-title')?.focus();
    started.current = true;
  }, [flow.at, sheetOpen]);

  const openList = () => {
    pushes.openList();
    setListOpen(true);
  };
  const offerVerification = () => {
    setListOpen(false);
    void controls.showStanding();
  };
  const openPush = (push: Push) => {
    pushes.closeToast(push.id);
    if (opensVerification(push) && flow.at === 'ready') void controls.showStanding();
    else if (!sheetOpen) openList();
  };
  const mayVerify = customer !== null && !customer.ride_gate.allowed && flow.at === 'ready';

  return (
    <div className="stage" data-fleet={rider.subaccountId}>
      <main className="phone">
        <div className="phone-screen" inert={sheetOpen}>
          <TopBar rider={rider} unread={unreadCount(pushes.list)} onOpenPushes={openList} />
          <Home rider={rider} controls={controls} />
        </div>
        {sheetOpen && <div className="scrim" />}
        {!listOpen && <FlowSheet rider={rider} controls={controls} />}
        {listOpen && (
          <PushSheet
            pushes={pushes.list.pushes}
            onVerify={mayVerify ? offerVerification : undefined}
            onClose={() => setListOpen(false)}
          />
        )}
        <PushToasts
          toasts={pushes.list.toasts}
          appName={rider.appName}
          onOpen={openPush}
          onClose={pushes.closeToast}
        />
      </main>
      <CallLog calls={calls} />
    </div>
  );
}

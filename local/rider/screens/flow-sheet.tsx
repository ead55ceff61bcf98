// The sheet that belongs to where the ride flow stands; none while the rider is at the map.
import type { RideControls } from '../flow/use-ride-flow.ts';
import type { Rider } from '../place.ts';
import { BlockedSheet } from './blocked-sheet.tsx';
import { ArrivedSheet, CheckingSheet, ClearedSheet } from './progress-sheets.tsx';

interface FlowSheetProps {
  readonly rider: Rider;
  readonly controls: RideControls;
}

export function hasSheet({ flow }: RideControls): boolean {
  return ['blocked', 'checking', 'cleared', 'arrived'].includes(flow.at);
}

export function FlowSheet({ rider, controls }: FlowSheetProps) {
  const { flow, dismiss } = controls;
  const verify = () => void controls.verify();
  switch (flow.at) {
    case 'blocked':
      return (
        <BlockedSheet
          // Another reason is another dialog: its title takes the focus and is read out.
          key={flow.block.code}
          rider={rider}
          flow={flow}
          onVerify={verify}
          onLookAgain={controls.awaitResult}
          onClose={dismiss}
        />
      );
    case 'checking':
      return (
        <CheckingSheet late={flow.late} onContinue={() => void controls.showStanding()} onClose={dismiss} />
      );
    case 'cleared':
      return (
        <ClearedSheet rider={rider} flow={flow} onStart={() => void controls.startRide()} onClose={dismiss} />
      );
    case 'arrived':
      return <ArrivedSheet rider={rider} durationMs={flow.durationMs} onClose={dismiss} />;
    case 'opening':
    case 'stuck':
    case 'ready':
    case 'riding':
      return null;
  }
}

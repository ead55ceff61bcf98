// The sheets around a check: while its result is awaited, when all is well, and after the ride.
import { Button } from '../parts/button.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Icon } from '../parts/icon.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { RideFlow } from '../flow/ride-flow.ts';
import type { Rider } from '../place.ts';
import { clock, dollars, priceOf, tariffs } from './tariff.ts';

interface CheckingSheetProps {
  /** It takes longer than it mostly does. */
  readonly late: boolean;
  readonly onContinue: () => void;
  readonly onClose: () => void;
}

export function CheckingSheet({ late, onContinue, onClose }: CheckingSheetProps) {
  return (
    <Sheet
      title="Checking your details…"
      onClose={onClose}
      badge={
        <span className="badge badge-busy" aria-hidden="true">
          <span className="ring" />
          <Icon name="document" />
        </span>
      }
    >
      <p className="sheet-text" role="status">
        {late
          ? 'This is taking longer than usual. You can wait here, or close this: we’ll send you a notification when it’s done.'
          : 'This mostly takes a few seconds. You can stay right here.'}
      </p>
      {late && (
        <div className="actions">
          <Button kind="quiet" onPress={onContinue}>
            I haven’t finished yet
          </Button>
        </div>
      )}
    </Sheet>
  );
}

interface ClearedSheetProps {
  readonly rider: Rider;
  readonly flow: Extract<RideFlow, { at: 'cleared' }>;
  readonly onStart: () => void;
  readonly onClose: () => void;
}

export function ClearedSheet({ rider, flow, onStart, onClose }: ClearedSheetProps) {
  return (
    <Sheet
      title={flow.verified ? `You’re verified, ${rider.firstName}` : `You’re good to go, ${rider.firstName}`}
      onClose={onClose}
      badge={
        <span className="badge badge-good" aria-hidden="true">
          <Icon name="check" />
        </span>
      }
    >
      <p className="sheet-text">
        {flow.verified
          ? 'Thank you, that’s all we needed. Your ride is waiting.'
          : 'No identity check is needed. Your ride is waiting.'}
      </p>
      <FaultNote fault={flow.fault} />
      <div className="actions">
        <Button onPress={onStart} busy={flow.busy ? 'Unlocking…' : undefined}>
          Start ride
        </Button>
        <Button kind="quiet" onPress={onClose}>
          Not now
        </Button>
      </div>
    </Sheet>
  );
}

interface ArrivedSheetProps {
  readonly rider: Rider;
  readonly durationMs: number;
  readonly onClose: () => void;
}

export function ArrivedSheet({ rider, durationMs, onClose }: ArrivedSheetProps) {
  return (
    <Sheet
      title="Thanks for riding"
      onClose={onClose}
      badge={
        <span className="badge badge-good" aria-hidden="true">
          <Icon name="flag" />
        </span>
      }
    >
      <dl className="meters">
        <div className="meter">
          <dt>Time</dt>
          <dd>{clock(durationMs)}</dd>
        </div>
        <div className="meter">
          <dt>Total</dt>
          <dd>{dollars(priceOf(tariffs[rider.vehicle], durationMs))}</dd>
        </div>
      </dl>
      <div className="actions">
        <Button onPress={onClose}>Done</Button>
      </div>
    </Sheet>
  );
}

// Why the rider may not ride, and the way on.
import { blockCopy, type BlockCopy } from '../flow/block-copy.ts';
import type { RideFlow } from '../flow/ride-flow.ts';
import { Button } from '../parts/button.tsx';
import { FaultNote } from '../parts/fault-note.tsx';
import { Icon, type IconName } from '../parts/icon.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { Rider } from '../place.ts';

interface BlockedSheetProps {
  readonly rider: Rider;
  readonly flow: Extract<RideFlow, { at: 'blocked' }>;
  readonly onVerify: () => void;
  /** Looks again whether the check is done. */
  readonly onLookAgain: () => void;
  readonly onClose: () => void;
}

const icons: Readonly<Record<BlockCopy['tone'], IconName>> = {
  ask: 'shield',
  wait: 'clock',
  retry: 'retry',
  stop: 'warning',
};

export function BlockedSheet({ rider, flow, onVerify, onLookAgain, onClose }: BlockedSheetProps) {
  const { tone, title, text, checklist, action, label } = blockCopy(flow.block, rider.appName);
  return (
    <Sheet
      title={title}
      onClose={onClose}
      badge={
        <span className={`badge badge-${tone}`} aria-hidden="true">
          <Icon name={icons[tone]} />
        </span>
      }
    >
      <p className="sheet-text">{text}</p>
      {checklist.length > 0 && (
        <ul className="checklist" aria-label="What you need">
          {checklist.map((item) => (
            <li key={item}>
              <Icon name="check" /> {item}
            </li>
          ))}
        </ul>
      )}
      <FaultNote fault={flow.fault} />
      <div className="actions">
        {action === 'verify' ? (
          <Button onPress={onVerify} busy={flow.busy ? 'Opening…' : undefined}>
            {label}
          </Button>
        ) : (
          <a className="button button-primary" href={supportLink(rider)}>
            {label}
          </a>
        )}
        {tone === 'wait' && (
          <Button kind="quiet" onPress={onLookAgain}>
            Look again
          </Button>
        )}
        <Button kind="quiet" onPress={onClose}>
          Not now
        </Button>
      </div>
      {action === 'verify' && (
        <p className="fine-print">
          <Icon name="lock" /> Checked by Stripe. We never keep your photos.
        </p>
      )}
    </Sheet>
  );
}

function supportLink({ subaccountId, id }: Rider): string {
  return `mailto:support@${subaccountId}.example?subject=${encodeURIComponent(`Identity verification of ${id}`)}`;
}

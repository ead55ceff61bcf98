// The list behind the bell: every push this rider ever got, newest first.
import { Icon } from '../parts/icon.tsx';
import { Sheet } from '../parts/sheet.tsx';
import type { Push } from './push-list.ts';

interface PushSheetProps {
  readonly pushes: readonly Push[];
  /** Undefined where there is nothing to verify any more. */
  readonly onVerify: (() => void) | undefined;
  readonly onClose: () => void;
}

export function PushSheet({ pushes, onVerify, onClose }: PushSheetProps) {
  return (
    <Sheet title="Notifications" onClose={onClose}>
      {pushes.length === 0 ? (
        <p className="sheet-text">Nothing yet. We’ll tell you here when something needs your attention.</p>
      ) : (
        <ul className="pushes">
          {pushes.map((push, index) => (
            <li key={push.id} className="push">
              <span className="push-mark" aria-hidden="true">
                <Icon name="verified" />
              </span>
              <div className="push-text">
                <span className="push-title">{push.title}</span>
                <span className="push-body">{push.body}</span>
                <time className="push-time" dateTime={push.delivered_at}>
                  {timeOf(push.delivered_at)}
                </time>
                {index === 0 && onVerify !== undefined && opensVerification(push) && (
                  <button type="button" className="link-button" onClick={onVerify}>
                    Verify my identity
                  </button>
                )}
              </div>
            </li>
          ))}
        </ul>
      )}
    </Sheet>
  );
}

export function opensVerification({ data }: Push): boolean {
  return data?.action === 'open_identity_verification';
}

function timeOf(iso: string): string {
  const at = new Date(iso);
  const isToday = at.toDateString() === new Date().toDateString();
  return at.toLocaleString('en', {
    hour: 'numeric',
    minute: '2-digit',
    ...(!isToday && { month: 'short', day: 'numeric' }),
  });
}

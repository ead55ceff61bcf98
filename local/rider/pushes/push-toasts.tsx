// Pushes as the phone pops them up: over everything, read out, gone after a while unless somebody is at them.
import { useEffect, useEffectEvent, useState } from 'react';
import { Icon } from '../parts/icon.tsx';
import type { Push } from './push-list.ts';

interface PushToastsProps {
  readonly toasts: readonly Push[];
  readonly appName: string;
  readonly onOpen: (push: Push) => void;
  readonly onClose: (id: string) => void;
}

export function PushToasts({ toasts, appName, onOpen, onClose }: PushToastsProps) {
  return (
    <div className="toasts" role="status" aria-label="New notifications">
      {toasts.map((push) => (
        <PushToast
          key={push.id}
          push={push}
          appName={appName}
          onOpen={() => onOpen(push)}
          onClose={() => onClose(push.id)}
        />
      ))}
    </div>
  );
}

interface PushToastProps {
  readonly push: Push;
  readonly appName: string;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

const shownMs = 8_000;

function PushToast({ push, appName, onOpen, onClose }: PushToastProps) {
  const [held, setHeld] = useState(false);
  const close = useEffectEvent(onClose);

  useEffect(() => {
    if (held) return;
    const timer = setTimeout(() => close(), shownMs);
    return () => clearTimeout(timer);
  }, [held]);

  return (
    <div
      className="toast"
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
    >
      <button type="button" className="toast-open" onClick={onOpen}>
        <span className="push-mark" aria-hidden="true">
          <Icon name="verified" />
        </span>
        <span className="push-text">
          <span className="push-app">
            {appName} <span aria-hidden="true">· now</span>
          </span>
          <span className="push-title">{push.title}</span>
          <span className="push-body">{push.body}</span>
        </span>
      </button>
      <button type="button" className="round-button toast-close" aria-label="Dismiss" onClick={onClose}>
        <Icon name="close" />
      </button>
    </div>
  );
}

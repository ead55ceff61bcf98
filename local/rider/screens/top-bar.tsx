// Over the map: who is riding, which app this is, and the bell.
import { Avatar } from '../parts/avatar.tsx';
import { Icon } from '../parts/icon.tsx';
import type { Rider } from '../place.ts';

interface TopBarProps {
  readonly rider: Rider;
  readonly unread: number;
  readonly onOpenPushes: () => void;
}

export function TopBar({ rider, unread, onOpenPushes }: TopBarProps) {
  return (
    <header className="top-bar">
      <a className="round-button" href="./" aria-label={`${rider.name}: choose another rider`}>
        <Avatar name={rider.name} />
      </a>
      <h1 className="app-name">{rider.appName}</h1>
      <button
        type="button"
        className="round-button bell"
        aria-label={unread === 0 ? 'Notifications' : `Notifications, ${unread} unread`}
        onClick={onOpenPushes}
      >
        <Icon name="bell" />
        {unread > 0 && (
          <span className="unread" aria-hidden="true">
            {unread}
          </span>
        )}
      </button>
    </header>
  );
}

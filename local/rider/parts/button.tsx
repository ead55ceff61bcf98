// The app's buttons. A busy one keeps its width and focus, says what it is doing, and ignores further presses.
import type { ReactNode } from 'react';

interface ButtonProps {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly kind?: 'primary' | 'quiet' | 'stop';
  /** What is being done; undefined while nothing is. */
  readonly busy?: string | undefined;
}

export function Button({ children, onPress, kind = 'primary', busy }: ButtonProps) {
  const working = busy !== undefined;
  return (
    <button
      type="button"
      className={`button button-${kind}`}
      aria-disabled={working}
      onClick={working ? undefined : onPress}
    >
      {working && <span className="spinner" aria-hidden="true" />}
      {working ? busy : children}
    </button>
  );
}

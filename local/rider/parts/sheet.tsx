// A sheet over the app: a dialog that takes the focus, closes with Escape and gives the focus back.
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Icon } from './icon.tsx';

interface SheetProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
  /** Stands above the title. */
  readonly badge?: ReactNode;
}

export function Sheet({ title, onClose, children, badge }: SheetProps) {
  const titleId = useId();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    const opener = document.activeElement;
    heading.current?.focus();
    return () => {
      if (opener instanceof HTMLElement && opener.isConnected) opener.focus();
    };
  }, []);

  return (
    <section
      className="sheet"
      role="dialog"
      aria-modal="true"
      aria-labelledby={titleId}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <button type="button" className="round-button sheet-close" aria-label="Close" onClick={onClose}>
        <Icon name="close" />
      </button>
      {badge}
      <h2 id={titleId} className="sheet-title" ref={heading} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}

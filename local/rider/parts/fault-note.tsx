// What went wrong, where the rider is looking; read out at once.
import type { Fault } from '../api/fault.ts';
import { Icon } from './icon.tsx';

export function FaultNote({ fault }: { readonly fault: Fault | null }) {
  if (fault === null) return null;
  return (
    <p className="fault" role="alert">
      <Icon name="warning" />
      <span>{fault.sentence}</span>
    </p>
  );
}

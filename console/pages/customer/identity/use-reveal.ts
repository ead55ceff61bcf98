// What was revealed, in this component's memory alone, and only for minutes.

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { useApi, useSession } from '../../../api/api-provider.tsx';
import { answerOf } from '../../../api/api.ts';
import type { CustomerRef, IdentityReport } from '../customer-types.ts';
import { type Call, useCall } from '../use-call.ts';
import { readAnew } from '../queries.ts';
import { linksDieAtMs, shownForMs } from './reveal-request.ts';

export type Revealed = {
  report: IdentityReport;
  hiddenAtMs: number;
  linksDieAtMs: number;
};

export type Reveal = {
  /** Null where nothing is revealed, or no longer. */
  revealed: Revealed | null;
  call: Call;
  /** @param fields as the API takes them; `undefined` is everything */
  ask: (reason: string, fields: string | undefined, onAnswer: (report: IdentityReport) => void) => void;
  hide: () => void;
};

export function useReveal(ref: CustomerRef): Reveal {
  const api = useApi();
  const queries = useQueryClient();
  const session = useSession();
  const hasEnded = useSyncExternalStore(session.subscribe, session.hasEnded);
  const call = useCall();
  const [revealed, setRevealed] = useState<Revealed | null>(null);

  useEffect(() => {
    if (revealed === null) return undefined;
    const timer = setTimeout(() => setRevealed(null), revealed.hiddenAtMs - Date.now());
    return () => clearTimeout(timer);
  }, [revealed]);

  return {
    // Nobody may be sitting there any more.
    revealed: hasEnded ? null : revealed,
    call,
    ask: (reason, fields, onAnswer) => {
      const query = {
        subaccount_id: ref.subaccountId,
        reason,
        ...(fields !== undefined && { fields }),
      };
      call.run(
        () =>
          answerOf(
            api.GET('/api/customers/{id}/identity-report', {
              params: { path: { id: ref.customerId }, query },
            }),
          ),
        (report) => {
          const nowMs = Date.now();
          setRevealed({ report, hiddenAtMs: nowMs + shownForMs, linksDieAtMs: linksDieAtMs(report, nowMs) });
          onAnswer(report);
          void readAnew(queries, ref);
        },
      );
    },
    hide: () => setRevealed(null),
  };
}

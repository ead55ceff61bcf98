// What the app asked RideGate and what it was told: shown beside the phone where there is room.
import { useCallback, useEffect, useState } from 'react';
import * as z from 'zod';
import type { AnsweredCall } from '../api/http.ts';
import type { Rider } from '../place.ts';
import { recall, remember } from '../tab-memory.ts';

const loggedCall = z.object({
  id: z.int(),
  method: z.string(),
  path: z.string(),
  status: z.int(),
  code: z.string().nullable(),
  /** How often in a row. */
  times: z.int(),
});
type LoggedCall = z.infer<typeof loggedCall>;

const shownAtMost = 9;

/** The calls of this tab; those from before the rider left for the verification page too. */
export function useCallLog({ subaccountId, id }: Rider) {
  const memoryKey = `ridegate.calls.${subaccountId}.${id}`;
  const [calls, setCalls] = useState<readonly LoggedCall[]>(
    () => recall(memoryKey, z.array(loggedCall)) ?? [],
  );
  useEffect(() => {
    remember(memoryKey, calls);
  }, [memoryKey, calls]);
  const onAnswer = useCallback((call: AnsweredCall) => {
    setCalls((log) => logCall(log, call));
  }, []);
  return { calls, onAnswer };
}

/** Newest first; the same call with the same answer again counts up instead of filling the list. */
function logCall(log: readonly LoggedCall[], call: AnsweredCall): readonly LoggedCall[] {
  const [last, ...earlier] = log;
  const isRepeat =
    last !== undefined &&
    last.method === call.method &&
    last.path === call.path &&
    last.status === call.status &&
    last.code === call.code;
  if (isRepeat) return [{ ...last, times: last.times + 1 }, ...earlier];
  return [{ ...call, id: (last?.id ?? 0) + 1, times: 1 }, ...log].slice(0, shownAtMost);
}

export function CallLog({ calls }: { readonly calls: readonly LoggedCall[] }) {
  return (
    <aside className="behind" aria-label="Behind the screen">
      <h2 className="behind-title">Behind the screen</h2>
      <p className="behind-text">
        This phone uses RideGate’s public API alone, as a rider. Every answer decides what you see.
      </p>
      <ol className="calls">
        {calls.map(({ id, method, path, status, code, times }) => (
          <li key={id} className="call">
            <span className={`call-status ${status < 400 ? 'call-good' : 'call-bad'}`}>{status}</span>
            <span className="call-what">
              <span className="call-method">{method}</span> <span className="call-path">{path}</span>
              {code !== null && <span className="call-code">{code}</span>}
            </span>
            {times > 1 && <span className="call-times">×{times}</span>}
          </li>
        ))}
      </ol>
    </aside>
  );
}

// Who acted, from the name that the audit trail gives them (`operator:u_1`, `stripe:evt_1`).

/** Who did it. `id` is the part after the colon. */
export type Actor = {
  kind: 'rider' | 'you' | 'operator' | 'service' | 'stripe' | 'system' | 'other';
  id: string;
};

/** @param viewer the id of whoever looks at it */
export function actorOf(name: string, viewer: string): Actor {
  const colon = name.indexOf(':');
  const id = name.slice(colon + 1);
  const kind = (['rider', 'operator', 'service', 'stripe', 'system'] as const).find(
    (candidate) => candidate === name.slice(0, Math.max(colon, 0)),
  );
  if (kind === undefined) return { kind: 'other', id: name };
  return { kind: kind === 'operator' && id === viewer ? 'you' : kind, id };
}

/** RideGate's own workers that act on customers; the others are jobs that apply a policy. */
export const systemWorkers = ['reconciler', 'document-expiry', 'redaction', 'retention'] as const;
export type SystemWorker = (typeof systemWorkers)[number];

export function systemWorker(id: string): SystemWorker | 'policy' {
  return systemWorkers.find((worker) => worker === id) ?? 'policy';
}

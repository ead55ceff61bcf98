/** Who did something, as the audit trail names it: `operator:u_1`, `stripe:evt_1`. */
export type Actor = { kind: 'rider' | 'operator' | 'service' | 'stripe' | 'system'; id: string };

/** The actor as the audit trail writes it. */
export function actorName(actor: Actor): string {
  return `${actor.kind}:${actor.id}`;
}

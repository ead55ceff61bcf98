// How a list takes in what is new without anybody losing his place: rows change where they stand, and those that
// came, went or moved wait until somebody asks for them.

export type Identified = { id: string };

export type Steady<Row> = {
  /** As they stand on the screen; who has gone stays with what was last known. */
  rows: readonly Row[];
  /** Who of them is in the list no more. */
  gone: ReadonlySet<string>;
  /** How many came. */
  added: number;
  /** Whether those who stayed stand in another order by now. */
  hasMoved: boolean;
};

export function steadyOf<Row>(rows: readonly Row[]): Steady<Row> {
  return { rows, gone: new Set(), added: 0, hasMoved: false };
}

/** Takes the latest rows into those on the screen, each in its place. */
export function keepPlaces<Row extends Identified>(
  shown: readonly Row[],
  latest: readonly Row[],
): Steady<Row> {
  const byId = new Map(latest.map((row) => [row.id, row]));
  const shownIds = new Set(shown.map(({ id }) => id));
  const stayed = shown.filter(({ id }) => byId.has(id));
  const latestOrder = latest.filter(({ id }) => shownIds.has(id));
  return {
    rows: shown.map((row) => byId.get(row.id) ?? row),
    gone: new Set(shown.filter(({ id }) => !byId.has(id)).map(({ id }) => id)),
    added: latest.length - latestOrder.length,
    hasMoved: stayed.some(({ id }, index) => latestOrder[index]?.id !== id),
  };
}

/** Whether there is something that waits to be shown. */
export function hasNews({ gone, added, hasMoved }: Steady<unknown>): boolean {
  return gone.size > 0 || added > 0 || hasMoved;
}

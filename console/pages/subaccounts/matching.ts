type Named = { id: string; name: string };

/** Those that have a text in their name or id, with upper and lower case alike. */
export function matching<Item extends Named>(items: readonly Item[], text: string): readonly Item[] {
  const wanted = text.trim().toLowerCase();
  return items.filter(
    ({ id, name }) => id.toLowerCase().includes(wanted) || name.toLowerCase().includes(wanted),
  );
}

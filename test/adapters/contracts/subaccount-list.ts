import { Buffer } from 'node:buffer';
import { describe, expect, it } from 'vitest';
import { InvalidInput } from '../../../functions/domain/faults.ts';
import type { Subaccount } from '../../../functions/domain/subaccount.ts';
import type {
  SubaccountPage,
  SubaccountRepository,
} from '../../../functions/use-cases/ports/subaccount-repository.ts';
import { addSubaccount, newId, noonMs, operator } from './samples.ts';

/** Walks the list to its end, page by page. */
async function walk(subaccounts: SubaccountRepository, limit: number): Promise<Subaccount[][]> {
  const pages: Subaccount[][] = [];
  let cursor: string | null = null;
  do {
    const page: SubaccountPage = await subaccounts.list({ cursor, limit });
    pages.push([...page.subaccounts]);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return pages;
}

/** The list of all subaccounts. Those of other cases may be in it. */
export function describeSubaccountList(make: () => SubaccountRepository): void {
  describe('the list of subaccounts', () => {
    it('has each once from when it is made, by their ids, in pages of the size that is wanted', async () => {
      const subaccounts = make();
      const made = [newId('sub'), newId('sub'), newId('sub')].toSorted();
      for (const id of made.toReversed()) await addSubaccount(subaccounts, id);

      const pages = await walk(subaccounts, 2);

      const ids = pages.flat().map(({ id }) => id);
      expect(ids).toEqual(ids.toSorted());
      expect(ids.filter((id) => made.includes(id))).toEqual(made);
      expect(pages.slice(0, -1).every((page) => page.length === 2)).toBe(true);
    });

    it('has them as they were saved last', async () => {
      const subaccounts = make();
      const id = await addSubaccount(subaccounts);
      const renamed = { id, name: 'New name', appName: 'New app', version: 2 };

      await subaccounts.save(renamed, operator, noonMs);

      const listed = (await walk(subaccounts, 100)).flat();
      expect(listed.filter((subaccount) => subaccount.id === id)).toEqual([renamed]);
    });

    it.each(['', 'a#b', 'SUB#metro', '§'])('refuses a cursor that it didn’t give out: %j', async (text) => {
      const cursor = Buffer.from(text).toString('base64url');

      await expect(make().list({ cursor, limit: 2 })).rejects.toThrow(InvalidInput);
    });
  });
}

// docs/security-asvs.md answers each requirement of ASVS 5.0 level 2 once, says what shows it, and counts right.

import { describe, expect, it } from 'vitest';
import { asvsIds } from './asvs-5.0-l2.ts';
import { namedFiles, page, rows } from './markdown.ts';

const asvs = page('security-asvs.md');

describe('the ASVS table', () => {
  const requirements = rows(asvs)
    .filter(([id = '']) => /^\d/.test(id))
    .map(([id = '', , level, how, shownBy = '']) => ({ id, level, how, shownBy }));
  const met = requirements.filter(({ how }) => how === 'met');

  it.each([1, 2] as const)('has each requirement of level %s once', (level) => {
    const found = requirements.filter((one) => one.level === String(level)).map(({ id }) => id);
    expect(found.toSorted()).toEqual(asvsIds[level].toSorted());
  });

  it('has no other requirement, and an answer to each', () => {
    expect(requirements).toHaveLength(asvsIds[1].length + asvsIds[2].length);
    for (const { id, how, shownBy } of requirements) {
      expect(['met', 'does not apply', 'not met yet'], id).toContain(how);
      expect(shownBy, id).not.toBe('');
    }
  });

  it('says of everything that is met what shows it', () => {
    const unshown = met.filter(
      ({ shownBy }) => namedFiles(shownBy).length === 0 && !/\b(?:AWS|Cognito|Stripe): /.test(shownBy),
    );
    expect(unshown).toEqual([]);
  });

  it('counts right', () => {
    const number = (how: string): number => requirements.filter((one) => one.how === how).length;
    const tested = met.filter(({ shownBy }) => namedFiles(shownBy).some((file) => file.startsWith('test/')));
    expect(asvs.replaceAll(/\s+/g, ' ')).toContain(
      `Of **${requirements.length}** requirements **${met.length}** are met, **${tested.length}** of them shown by ` +
        `a test; **${number('does not apply')}** don't apply; **${number('not met yet')}** are not met yet.`,
    );
  });
});

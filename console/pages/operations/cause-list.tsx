// The causes of what is in the list, each with what to do about it and a redrive of all that have it.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { useCauseText } from './cause-text.ts';
import { groupByCause } from './causes.ts';
import type { DeadLetter } from './operations-types.ts';

export function CauseList({
  letters,
  onRedrive,
}: {
  letters: readonly DeadLetter[];
  onRedrive: (cause: string) => void;
}) {
  const t = useTranslations('operations.letters');
  const { what, advice } = useCauseText();
  return (
    <SpaceBetween size="xs">
      <Box variant="h3" padding="n">
        {t('causes')}
      </Box>
      <ul className="operations-causes">
        {groupByCause(letters).map(({ cause, count, redrivable }) => (
          <li key={cause} className="operations-cause">
            <div>
              <Box>
                <strong>{what(cause)}</strong>{' '}
                <Box variant="span" color="text-body-secondary">
                  ({t('count', { count })}, <code className="operations-code">{cause}</code>)
                </Box>
              </Box>
              <Box>{advice(cause)}</Box>
            </div>
            {redrivable > 0 && (
              <Button
                ariaLabel={t('redriveAlikeOf', { cause: what(cause) })}
                onClick={() => onRedrive(cause)}
              >
                {t('redriveAlike')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </SpaceBetween>
  );
}

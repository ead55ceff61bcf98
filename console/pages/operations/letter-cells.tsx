// What is told of one dead letter.

import Box from '@cloudscape-design/components/box';
import { useFormatter, useTranslations } from 'use-intl';
import { Moment, TimeAgo } from '../../parts/moment.tsx';
import { PageLink } from '../../parts/page-link.tsx';
import { customerPath } from '../../parts/paths.ts';
import { useCauseText } from './cause-text.ts';
import { isRedrivable } from './causes.ts';
import type { DeadLetter } from './operations-types.ts';

/** From then on a dead letter is kept for so long. */
const keptForMs = 14 * 24 * 60 * 60_000;

/** When it is time to say that one will be gone. */
const warnBeforeMs = 3 * 24 * 60 * 60_000;

type OfLetter = { letter: DeadLetter };

export function EventName({ letter: { event_id, event_type, message_id } }: OfLetter) {
  const t = useTranslations('operations.letters');
  return (
    <span className="operations-code">
      {event_id ?? t('noEvent')}
      <Box color="text-body-secondary" fontSize="body-s">
        {event_type ?? t('message', { id: message_id })}
      </Box>
    </span>
  );
}

/** Whom and what the event is about. */
export function About({ letter: { customer, object_id } }: OfLetter) {
  const t = useTranslations('operations.letters');
  return (
    <span className="operations-code">
      {customer === null ? (
        t('unknownCustomer')
      ) : (
        <PageLink href={customerPath(customer.subaccount_id, customer.customer_id)}>
          {customer.subaccount_id}/{customer.customer_id}
        </PageLink>
      )}
      {object_id !== null && (
        <Box color="text-body-secondary" fontSize="body-s">
          {object_id}
        </Box>
      )}
    </span>
  );
}

export function Cause({ letter }: OfLetter) {
  const t = useTranslations('operations.letters');
  const { what } = useCauseText();
  return (
    <>
      {what(letter.cause)}
      <Box color="text-body-secondary" fontSize="body-s">
        {isRedrivable(letter) ? <code className="operations-code">{letter.cause}</code> : t('notRedrivable')}
      </Box>
    </>
  );
}

export function Tries({ letter: { tries } }: OfLetter) {
  const t = useTranslations('operations.letters');
  const format = useFormatter();
  return <span className="numeric">{tries === null ? t('noTries') : format.number(tries)}</span>;
}

export function Failed({ letter: { first_failed_at: first, last_failed_at: last } }: OfLetter) {
  const common = useTranslations('common');
  if (first === null && last === null) return common('none');
  return (
    <>
      {first !== null && <Moment at={first} />}
      {last !== null && last !== first && (
        <div>
          <Moment at={last} />
        </div>
      )}
    </>
  );
}

export function Waiting({ letter: { queued_at }, nowMs }: OfLetter & { nowMs: number }) {
  const t = useTranslations('operations.letters');
  const format = useFormatter();
  const expiresMs = Date.parse(queued_at) + keptForMs;
  return (
    <>
      <TimeAgo at={queued_at} now={nowMs} />
      {expiresMs - nowMs < warnBeforeMs && (
        <Box color="text-status-warning" fontSize="body-s">
          {t('expires', { when: format.relativeTime(expiresMs, nowMs) })}
        </Box>
      )}
    </>
  );
}

/** All of a row, one below the other. */
export function LetterBlock({ letter, nowMs }: OfLetter & { nowMs: number }) {
  const t = useTranslations('operations.letters.columns');
  return (
    <div className="operations-letter">
      <EventName letter={letter} />
      <About letter={letter} />
      <div>
        <Cause letter={letter} />
      </div>
      <Box color="text-body-secondary" fontSize="body-s">
        {t('tries')}: <Tries letter={letter} /> · {t('age')}: <Waiting letter={letter} nowMs={nowMs} />
      </Box>
      <Box color="text-body-secondary" fontSize="body-s">
        {t('failed')}: <Failed letter={letter} />
      </Box>
    </div>
  );
}

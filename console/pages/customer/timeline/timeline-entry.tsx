// One entry of the timeline: what happened, who did it, when, why, and what it changed.

import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Icon, { type IconProps } from '@cloudscape-design/components/icon';
import { useTranslations } from 'use-intl';
import { useSession } from '../../../api/api-provider.tsx';
import { useCheckErrorText } from '../../../parts/check-error.ts';
import { Moment } from '../../../parts/moment.tsx';
import { useRiskLevelText } from '../../../parts/risk-level.ts';
import { Words } from '../../../parts/words.tsx';
import type { AuditEntry } from '../customer-types.ts';
import { revealableFields } from '../identity/reveal-request.ts';
import { useReasonCodeText } from '../use-words.ts';
import { actorOf, systemWorker } from './actors.ts';
import { EntryChanges } from './entry-changes.tsx';
import { type EntryLook, lookOf, sentenceOf } from './sentences.ts';

const icons: Record<EntryLook, IconProps.Name> = {
  verified: 'status-positive',
  failed: 'status-negative',
  attempt: 'user-profile',
  charge: 'ticket',
  required: 'status-warning',
  operator: 'edit',
  reveal: 'search',
  rider: 'contact',
  removed: 'remove',
  other: 'status-info',
};

export function TimelineEntry({
  entry,
  isBlocking,
  isOpen,
  onToggle,
}: {
  entry: AuditEntry;
  isBlocking: boolean;
  isOpen: boolean;
  onToggle: (isOpen: boolean) => void;
}) {
  const t = useTranslations('customer.timeline');
  const { notification, notes } = entry;
  return (
    <li className="timeline-entry">
      <Icon name={icons[lookOf(entry)]} />
      <div className="timeline-words">
        {isBlocking && (
          <Badge color="severity-medium">
            <Icon name="status-warning" size="small" /> {t('blocking')}
          </Badge>
        )}
        <div>
          <SentenceText entry={entry} />
        </div>
        <Box color="text-body-secondary" fontSize="body-s">
          <Moment at={entry.at} /> · <ActorName name={entry.actor} />
        </Box>
        {entry.revealed !== null && <ShownFields fields={entry.revealed} />}
        {notes !== null && <Words>{notes}</Words>}
        {notification !== null && (
          <Box fontSize="body-s">
            <Icon name="notification" size="small" /> {t('push', { title: t(`pushes.${notification.kind}`) })}
          </Box>
        )}
        <EntryChanges entry={entry} isOpen={isOpen} onToggle={onToggle} />
      </div>
    </li>
  );
}

function SentenceText({ entry }: { entry: AuditEntry }) {
  const t = useTranslations('customer.timeline.sentences');
  const reasonText = useReasonCodeText();
  const levelText = useRiskLevelText();
  const errorText = useCheckErrorText();
  const { key, reason, riskLevel, values } = sentenceOf(entry);
  return t(key, {
    ...values,
    reason: reason === null ? '–' : reasonText(reason),
    level: levelText(riskLevel),
    error: errorText(values.error),
  });
}

function ActorName({ name }: { name: string }) {
  const t = useTranslations('customer.timeline.actors');
  const { person } = useSession();
  const { kind, id } = actorOf(name, person.id);
  return kind === 'system' ? t(`system.${systemWorker(id)}`) : t(kind, { id });
}

function ShownFields({ fields }: { fields: readonly string[] }) {
  const t = useTranslations('customer.timeline');
  const fieldName = useRevealedName();
  return (
    <Box fontSize="body-s">{t('shown', { fields: fields.map((field) => fieldName(field)).join(', ') })}</Box>
  );
}

/** What was shown in an export is named by its parts, as they stand in the file. */
function useRevealedName(): (field: string) => string {
  const t = useTranslations('customer.identity.fields');
  return (field) => {
    const known = revealableFields.find((candidate) => candidate === field);
    return known === undefined ? field : t(known);
  };
}

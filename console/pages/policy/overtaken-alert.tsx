// Says that somebody else changed the policy below the viewer's edits: first that it happened, then what changed.

import Alert from '@cloudscape-design/components/alert';
import Button from '@cloudscape-design/components/button';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import type { Policy } from '../../api/policy.ts';
import { useActorText } from './actor-text.ts';
import { ChangeList } from './change-list.tsx';
import { usePolicyForm } from './form-context.tsx';

/** While the edits still rest on an older version than `newest`. */
export function NewerVersionAlert({ newest, actor }: { newest: Policy; actor: string | null }) {
  const t = useTranslations('policy.conflict');
  const { change } = usePolicyForm();
  const actorText = useActorText();
  const { version } = newest;
  return (
    <Alert
      type="warning"
      header={actor === null ? t('newer', { version }) : t('newerBy', { version, actor: actorText(actor) })}
      action={<Button onClick={() => change({ type: 'rebase', base: newest })}>{t('show')}</Button>}
    >
      {t('newerText')}
    </Alert>
  );
}

/** Once the edits stand on top of it. */
export function OvertakenAlert() {
  const t = useTranslations('policy.conflict');
  const { form } = usePolicyForm();
  if (form.overtaken === null) return null;
  const { from, changes } = form.overtaken;
  return (
    <Alert type="warning" header={t('merged', { version: form.base.version })}>
      <SpaceBetween size="s">
        <span>{changes.length === 0 ? t('nothing') : t('mergedText', { from })}</span>
        {changes.length > 0 && <ChangeList changes={changes} />}
        {form.conflicts.length > 0 && <b>{t('settle', { count: form.conflicts.length })}</b>}
      </SpaceBetween>
    </Alert>
  );
}

// What the history tells of a version: what it changed, and a way to have its values again.

import Button from '@cloudscape-design/components/button';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import type { Policy } from '../../api/policy.ts';
import { ConfirmDialog } from '../../parts/confirm-dialog.tsx';
import { useNotice } from '../../shell/notices.tsx';
import { usePolicyForm } from './form-context.tsx';
import { isDirty } from './policy-form.ts';
import { useRuleText } from './rule-text.ts';
import { changesOfVersion, type PolicyVersion, rulesAtVersion } from './version-rules.ts';

export function WhatChanged({ entry, policy }: { entry: PolicyVersion; policy: Policy }) {
  const t = useTranslations('policy');
  const textOf = useRuleText();
  const changes = changesOfVersion(entry, policy);
  if (entry.before === null) return t('history.first');
  if (changes.length === 0) return t('history.nothing');
  return changes.map(({ field, from, to }) => (
    <div key={field}>
      {t('history.change', {
        field: t(`fields.${field}.label`),
        from: textOf(field, from),
        to: textOf(field, to),
      })}
    </div>
  ));
}

/** Puts a version's values into the form, asking first where that undoes edits; nothing where they are in force. */
export function UseButton({
  version,
  policy,
  entries,
}: {
  version: number;
  policy: Policy;
  entries: readonly PolicyVersion[];
}) {
  const t = useTranslations('policy.history');
  const notice = useNotice();
  const { form, change } = usePolicyForm();
  const [isAsking, setAsking] = useState(false);
  if (version === policy.version) return null;
  const rules = rulesAtVersion(policy, entries, version);
  const use = (): void => {
    setAsking(false);
    if (rules === null) return;
    change({ type: 'use', rules });
    notice({ type: 'info', text: t('used', { version }) });
  };
  return (
    <>
      <Button
        ariaLabel={t('useOf', { version })}
        {...(rules === null && { disabled: true, disabledReason: t('gap') })}
        onClick={() => (isDirty(form) ? setAsking(true) : use())}
      >
        {t('use')}
      </Button>
      {isAsking && (
        <ConfirmDialog
          title={t('askTitle', { version })}
          text={t('askText')}
          confirm={t('use')}
          notes="none"
          isBusy={false}
          failure={null}
          onConfirm={use}
          onCancel={() => setAsking(false)}
        />
      )}
    </>
  );
}

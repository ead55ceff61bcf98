// What the history tells of a version: what it changed, and a way to have its values again.

import Button from '@cloudscape-design/components/button';
import { useTranslations } from 'use-intl';
import type { Policy } from '../../api/policy.ts';
import { useNotice } from '../../shell/notices.tsx';
import { usePolicyForm } from './form-context.tsx';
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

/** Puts a version's values into the form; nothing where they are in force. */
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
  const { change } = usePolicyForm();
  if (version === policy.version) return null;
  const rules = rulesAtVersion(policy, entries, version);
  return (
    <Button
      ariaLabel={t('useOf', { version })}
      {...(rules === null && { disabled: true, disabledReason: t('gap') })}
      onClick={() => {
        if (rules === null) return;
        change({ type: 'use', rules });
        notice({ type: 'info', text: t('used', { version }) });
      }}
    >
      {t('use')}
    </Button>
  );
}

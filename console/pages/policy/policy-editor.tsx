// The form with all that belongs to it. Its edits rest on the version that it was opened with; what others save
// meanwhile is said, and comes below the edits when the viewer wants so, or has to save again.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useMemo, useReducer, useState } from 'react';
import { useTranslations } from 'use-intl';
import { type Policy, policyKey } from '../../api/policy.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { listPrice, type Price } from '../../parts/price/price.ts';
import { rememberedPrice } from '../../parts/price/price-memory.ts';
import { useNotice } from '../../shell/notices.tsx';
import { ApplySection } from './apply-section.tsx';
import { FieldGroups } from './field-groups.tsx';
import { FormContext } from './form-context.tsx';
import { HistorySection } from './history-section.tsx';
import { LeaveGuard } from './leave-guard.tsx';
import { NewerVersionAlert, OvertakenAlert } from './overtaken-alert.tsx';
import { changeForm, isDirty, rulesIn, startForm } from './policy-form.ts';
import { useSimulation, useVersions } from './queries.ts';
import { SaveBar } from './save-bar.tsx';
import { SaveDialog } from './save-dialog.tsx';
import { type SaveOutcome, useSave } from './use-save.ts';
import { useShortConsequence } from './what-if-sentence.tsx';
import { WhatIfPanel } from './what-if-panel.tsx';

export function PolicyEditor({ newest, lookFailure }: { newest: Policy; lookFailure: unknown }) {
  const t = useTranslations('policy');
  const subaccountId = newest.subaccount_id;
  const notice = useNotice();
  const queries = useQueryClient();
  const [form, change] = useReducer(changeForm, newest, startForm);
  const [price, setPrice] = useState<Price>(() => rememberedPrice() ?? listPrice);
  const [isSaving, setSaving] = useState(false);
  const inHand = useMemo(() => ({ form, change }), [form]);
  const rules = useMemo(() => rulesIn(form), [form]);
  const save = useSave(subaccountId);
  const versions = useVersions(subaccountId);
  const simulation = useSimulation(subaccountId, rules, price, newest.version);
  const shortConsequence = useShortConsequence(rules, price);
  const hasNewer = newest.version > form.base.version;
  // Nothing is lost by showing what is in force now.
  if (hasNewer && !isDirty(form)) change({ type: 'follow', base: newest });

  const finish = (outcome: SaveOutcome): void => {
    setSaving(false);
    if (outcome.kind === 'refused') {
      change({ type: 'refused', faults: outcome.faults });
    } else if (outcome.kind === 'overtaken') {
      change({ type: 'rebase', base: outcome.policy });
    } else {
      change({ type: 'adopt', base: outcome.policy });
      queries.setQueryData(policyKey(subaccountId), outcome.policy);
      notice({ type: 'success', text: t('save.done', { version: outcome.policy.version }) });
    }
  };
  const entries = versions.data?.pages.flatMap(({ data }) => data) ?? [];
  const refused = Object.keys(form.refused).length;
  return (
    <FormContext value={inHand}>
      <SpaceBetween size="l">
        <Box>{t('version', { version: newest.version })}</Box>
        {lookFailure !== null && <FailureAlert failure={lookFailure} />}
        {hasNewer && !isSaving && isDirty(form) && (
          <NewerVersionAlert
            newest={newest}
            actor={entries.find(({ version }) => version === newest.version)?.actor ?? null}
          />
        )}
        <OvertakenAlert />
        {form.isFollowing && (
          <Alert type="info">{t('conflict.adopted', { version: form.base.version })}</Alert>
        )}
        {refused > 0 && <Alert type="error">{t('faults.several', { count: refused })}</Alert>}
        <div>
          <div className="policy-layout">
            <div>
              <FieldGroups />
            </div>
            <div className="policy-consequences">
              <WhatIfPanel simulation={simulation} price={price} onPrice={setPrice} />
            </div>
          </div>
          <SaveBar
            consequence={shortConsequence(simulation.data, simulation.isCurrent)}
            onSave={() => {
              save.reset();
              setSaving(true);
            }}
          />
        </div>
        <ApplySection
          policy={newest}
          price={price}
          isDirty={isDirty(form)}
          total={simulation.data?.complete === true ? simulation.data.customers_seen : null}
        />
        <HistorySection policy={newest} versions={versions} entries={entries} />
      </SpaceBetween>
      {isSaving && (
        <SaveDialog
          simulation={simulation.isCurrent ? (simulation.data ?? null) : null}
          isBusy={save.isPending}
          failure={save.error}
          onSave={() => save.mutate(form, { onSuccess: finish })}
          onCancel={() => setSaving(false)}
        />
      )}
      <LeaveGuard isDirty={isDirty(form)} />
    </FormContext>
  );
}

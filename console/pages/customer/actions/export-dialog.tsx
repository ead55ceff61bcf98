// Takes out everything that is kept of a customer, as a file, for a reason.

import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';
import { useApi } from '../../../api/api-provider.tsx';
import { answerOf } from '../../../api/api.ts';
import { ConfirmDialog } from '../../../parts/confirm-dialog.tsx';
import { downloadFile } from '../../../parts/download-file.ts';
import { useNotice } from '../../../shell/notices.tsx';
import type { CustomerRef } from '../customer-types.ts';
import { useCall } from '../use-call.ts';
import { readAnew } from '../queries.ts';

export function ExportDialog({
  customer,
  firstNotes,
  onDone,
  onCancel,
}: {
  customer: CustomerRef;
  /** What was typed when it was given up before. */
  firstNotes: string;
  onDone: () => void;
  onCancel: (typed: string) => void;
}) {
  const t = useTranslations('customer');
  const api = useApi();
  const queries = useQueryClient();
  const notice = useNotice();
  const call = useCall();
  const { customerId, subaccountId } = customer;
  const take = (reason: string): void => {
    const query = { subaccount_id: subaccountId, reason };
    call.run(
      () => answerOf(api.GET('/api/customers/{id}/export', { params: { path: { id: customerId }, query } })),
      (taken) => {
        downloadFile(`${customerId}.json`, 'application/json', JSON.stringify(taken, null, 2));
        notice({ type: 'success', text: t('done.export', { customer: customerId }) });
        onDone();
        void readAnew(queries, customer);
      },
    );
  };
  return (
    <ConfirmDialog
      title={t('dialogs.exportTitle')}
      text={t('dialogs.exportText')}
      confirm={t('dialogs.exportConfirm')}
      notes="required"
      notesLabel={t('dialogs.exportReason')}
      maxNotes={500}
      firstNotes={firstNotes}
      isBusy={call.isBusy}
      failure={call.failure}
      onConfirm={take}
      onCancel={onCancel}
    />
  );
}

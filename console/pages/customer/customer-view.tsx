// The page once the customer is known: header, banners, and the sections, with the dialog that is open.

import ContentLayout from '@cloudscape-design/components/content-layout';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useApi, useSession } from '../../api/api-provider.tsx';
import { NotesDialog, RedactDialog, RequireDialog } from './actions/action-dialogs.tsx';
import { checkRide, type RideAnswer } from './actions/check-ride.ts';
import { ExportDialog } from './actions/export-dialog.tsx';
import { RideAnswerView } from './actions/ride-answer.tsx';
import { useCustomerAction } from './actions/use-customer-action.ts';
import { BackLink } from './back-link.tsx';
import { CustomerBanners } from './customer-banners.tsx';
import { CustomerHeader, type HeaderAction } from './customer-header.tsx';
import type { CustomerFile, CustomerRef } from './customer-types.ts';
import { IdentitySection } from './identity/identity-section.tsx';
import { SignalsSection } from './signals/signals-section.tsx';
import { SignupSection } from './signals/signup-section.tsx';
import { canClear } from './standing.ts';
import { TimelineSection } from './timeline/timeline-section.tsx';
import { useCall } from './use-call.ts';
import { readAnew } from './queries.ts';

type OpenDialog = Exclude<HeaderAction, 'ride' | 'refresh'>;

export function CustomerView({
  customer,
  customerRef: ref,
  outdated,
}: {
  customer: CustomerFile;
  customerRef: CustomerRef;
  /** Says that what is shown isn't of now; null where it is. */
  outdated: ReactNode;
}) {
  const isOperator = useSession().person.role === 'operator';
  const [dialog, setDialog] = useState<OpenDialog | null>(null);
  const drafts = useDrafts();
  const finish = (done: string): void => {
    setDialog(null);
    drafts.drop(done);
  };
  const action = useCustomerAction(ref, finish);
  const ride = useRideCheck(ref);
  const act = (chosen: HeaderAction): void => {
    if (chosen === 'ride') ride.check();
    else if (chosen === 'refresh') action.run({ action: 'refresh' });
    else setDialog(chosen);
  };
  const giveUp = (typed: string): void => {
    setDialog(null);
    if (dialog !== null) drafts.keep(dialog, typed);
    action.reset();
  };
  const inDialog = {
    customer,
    action,
    firstNotes: dialog === null ? '' : drafts.of(dialog),
    onCancel: giveUp,
  };
  return (
    <ContentLayout
      header={
        <SpaceBetween size="xs">
          <BackLink subaccountId={ref.subaccountId} />
          <CustomerHeader
            customer={customer}
            doing={action.doing}
            isCheckingRide={ride.isBusy}
            onAction={isOperator ? act : null}
          />
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {outdated}
        {ride.isShown && <RideAnswerView {...ride} gateCode={customer.ride_gate.code} />}
        <CustomerBanners
          customer={customer}
          clear={isOperator && canClear(customer) ? () => setDialog('clear') : null}
        />
        <div className="customer-columns">
          <IdentitySection customer={customer} customerRef={ref} mayReveal={isOperator} />
          <TimelineSection customer={customer} customerRef={ref} />
          <div>
            <SpaceBetween size="l">
              <SignalsSection signals={customer.signals} />
              <SignupSection customer={customer} />
            </SpaceBetween>
          </div>
        </div>
      </SpaceBetween>
      {(dialog === 'verify' || dialog === 'clear') && <NotesDialog kind={dialog} {...inDialog} />}
      {dialog === 'require' && <RequireDialog {...inDialog} />}
      {dialog === 'redact' && <RedactDialog {...inDialog} />}
      {dialog === 'export' && <ExportDialog {...inDialog} customer={ref} onDone={() => finish('export')} />}
    </ContentLayout>
  );
}

/** Notes of dialogs that were given up, for as long as this customer's page lives. */
function useDrafts() {
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  return {
    of: (dialog: OpenDialog) => notes[dialog] ?? '',
    keep: (dialog: OpenDialog, typed: string) => setNotes((kept) => ({ ...kept, [dialog]: typed })),
    /** Once it is done; what was removed must not stay in notes about it either. */
    drop: (done: string) => setNotes((kept) => (done === 'redact' ? {} : { ...kept, [done]: '' })),
  };
}

/** Asks the gate, and keeps its answer until somebody has seen enough of it. */
function useRideCheck(ref: CustomerRef) {
  const api = useApi();
  const queries = useQueryClient();
  const { isBusy, failure, run, reset } = useCall();
  const [answer, setAnswer] = useState<RideAnswer | null>(null);
  return {
    isBusy,
    failure,
    answer,
    isShown: isBusy || failure !== null || answer !== null,
    check: () => {
      setAnswer(null);
      run(async () => {
        const given = await checkRide(api, ref);
        // So that the page doesn't say something else beside it.
        await readAnew(queries, ref);
        return given;
      }, setAnswer);
    },
    onDismiss: () => {
      reset();
      setAnswer(null);
    },
  };
}

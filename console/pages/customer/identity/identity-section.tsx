// Whether, how and as whom the customer was verified. What identifies him is covered until somebody says why he looks.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { usePolicy } from '../../../api/policy.ts';
import type { CustomerFile, CustomerRef } from '../customer-types.ts';
import { DocumentData, documentOf, isEmpty } from './document-data.tsx';
import { ImageViewer } from './image-viewer.tsx';
import { RevealDialog } from './reveal-dialog.tsx';
import { isRedactedSince, type RevealChoice } from './reveal-request.ts';
import { RevealedNotice } from './revealed-notice.tsx';
import { useReveal } from './use-reveal.ts';
import { LastError, VerificationFacts } from './verification-facts.tsx';
import { whyNothing } from './why-nothing.ts';

export function IdentitySection({
  customer,
  customerRef: ref,
  mayReveal,
}: {
  customer: CustomerFile;
  customerRef: CustomerRef;
  mayReveal: boolean;
}) {
  const t = useTranslations('customer.identity');
  const reveal = useReveal(ref);
  const [asking, setAsking] = useState<RevealChoice | null>(null);
  const [draft, setDraft] = useState('');
  const [isViewing, setViewing] = useState(false);
  const isGone = reveal.revealed !== null && isRedactedSince(customer, reveal.revealed.report);
  const revealed = isGone ? null : reveal.revealed;
  const document = documentOf(customer, revealed?.report ?? null);
  const images = revealed?.report.images ?? [];
  const mayHaveData = customer.identity_session_id !== null || !isEmpty(document);
  const ask = (choice: RevealChoice): void => {
    reveal.call.reset();
    setViewing(false);
    setAsking(choice);
  };
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            mayReveal &&
            mayHaveData && (
              <SpaceBetween direction="horizontal" size="xs">
                <Button onClick={() => ask('images')}>{t('showImages')}</Button>
                {revealed === null ? (
                  <Button iconName="lock-private" onClick={() => ask('all')}>
                    {t('reveal')}
                  </Button>
                ) : (
                  <Button onClick={reveal.hide}>{t('hide')}</Button>
                )}
              </SpaceBetween>
            )
          }
        >
          {t('title')}
        </Header>
      }
    >
      <SpaceBetween size="m">
        <VerificationFacts customer={customer} customerRef={ref} />
        {customer.identity_last_error !== null && <LastError error={customer.identity_last_error} />}
        <Box variant="h3">{t('document')}</Box>
        {revealed !== null && <RevealedNotice revealed={revealed} />}
        {isEmpty(document) ? (
          <NothingKept customer={customer} customerRef={ref} />
        ) : (
          <DocumentData document={document} />
        )}
      </SpaceBetween>
      {asking !== null && (
        <RevealDialog
          reveal={reveal}
          first={asking}
          firstReason={draft}
          onReveal={(reason, fields) =>
            reveal.ask(reason, fields, (report) => {
              setAsking(null);
              setDraft('');
              setViewing((report.images ?? []).length > 0);
            })
          }
          onCancel={(typed) => {
            setAsking(null);
            setDraft(typed);
          }}
        />
      )}
      {isViewing && revealed !== null && (
        <ImageViewer
          images={images}
          dieAtMs={revealed.linksDieAtMs}
          onAgain={() => ask('images')}
          onClose={() => setViewing(false)}
        />
      )}
    </Container>
  );
}

function NothingKept({ customer, customerRef: ref }: { customer: CustomerFile; customerRef: CustomerRef }) {
  const t = useTranslations('customer.identity');
  const why = whyNothing(customer, usePolicy(ref.subaccountId).data?.identity_data_retention);
  if (why === 'nothingKept') return <Alert type="info">{t(why)}</Alert>;
  return <Box color="text-body-secondary">{t(why)}</Box>;
}

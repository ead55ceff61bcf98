// The policy in force, applied to the customers who were there before it: asked for here, and followed to its end.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';
import { answerOf } from '../../api/api.ts';
import { useApi } from '../../api/api-provider.tsx';
import type { Policy } from '../../api/policy.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { ApplicationProgress } from './application-progress.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { applicationKey, isUnderWay, simulationsKey, useApplication } from './queries.ts';
import type { Price } from '../../parts/price/price.ts';

export function ApplySection({
  policy,
  price,
  isDirty,
  total,
}: {
  policy: Policy;
  price: Price;
  isDirty: boolean;
  /** How many customers there are; null where nobody knows. */
  total: number | null;
}) {
  const t = useTranslations('policy.apply');
  const [isAsking, setAsking] = useState(false);
  const { data, error, refetch } = useApplication(policy.subaccount_id);
  const start = useStart(policy.subaccount_id);
  const isRunning = isUnderWay(data ?? null);
  useCountAnewAfter(isRunning, policy.subaccount_id);
  return (
    <section aria-label={t('title')}>
      <Container
        header={
          <Header
            variant="h2"
            description={t('text')}
            actions={
              <Button
                disabled={isRunning}
                onClick={() => {
                  start.reset();
                  setAsking(true);
                }}
              >
                {t('button')}
              </Button>
            }
          >
            {t('title')}
          </Header>
        }
      >
        <SpaceBetween size="s">
          {error !== null && <FailureAlert failure={error} retry={() => void refetch()} />}
          {data === undefined && error === null && (
            <StatusIndicator type="loading">{t('loading')}</StatusIndicator>
          )}
          {data === null && <Box color="text-status-inactive">{t('never')}</Box>}
          {data !== undefined && data !== null && <ApplicationProgress application={data} total={total} />}
        </SpaceBetween>
      </Container>
      {isAsking && (
        <ApplyDialog
          policy={policy}
          price={price}
          isDirty={isDirty}
          isBusy={start.isPending}
          failure={start.error}
          onConfirm={() => start.mutate(undefined, { onSuccess: () => setAsking(false) })}
          onCancel={() => setAsking(false)}
        />
      )}
    </section>
  );
}

function useStart(subaccountId: string) {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: () =>
      answerOf(
        api.POST('/api/subaccounts/{id}/identity-policy/apply', { params: { path: { id: subaccountId } } }),
      ),
    onSuccess: (application) => queries.setQueryData(applicationKey(subaccountId), application),
  });
}

/** Who was just asked to verify is no longer to be counted as somebody to ask. */
function useCountAnewAfter(isRunning: boolean, subaccountId: string): void {
  const queries = useQueryClient();
  useEffect(() => {
    if (!isRunning) return;
    return () => void queries.invalidateQueries({ queryKey: simulationsKey(subaccountId) });
  }, [isRunning, queries, subaccountId]);
}

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
import { isOvertaken } from '../../api/failure.ts';
import { type Policy, usePolicyQuery } from '../../api/policy.ts';
import { FailureAlert } from '../../parts/failure-alert.tsx';
import { ApplicationProgress } from './application-progress.tsx';
import { ApplyDialog } from './apply-dialog.tsx';
import { applicationKey, isUnderWay, simulationsKey, useApplication } from './queries.ts';
import type { Price } from '../../parts/price/price.ts';

/** What is asked about: the policy of when the question was opened, or the newer one that it was told about since. */
type Asked = { policy: Policy; isNews: boolean };

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
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, error, refetch } = useApplication(policy.subaccount_id);
  const start = useStart(policy.subaccount_id, (newer) => setAsked({ policy: newer, isNews: true }));
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
                  setAsked({ policy, isNews: false });
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
      {asked !== null && (
        <ApplyDialog
          policy={asked.policy}
          isNews={asked.isNews}
          price={price}
          isDirty={isDirty}
          isBusy={start.isPending}
          failure={asked.isNews && isOvertaken(start.error) ? null : start.error}
          onConfirm={() => start.mutate(asked.policy.version, { onSuccess: () => setAsked(null) })}
          onCancel={() => setAsked(null)}
        />
      )}
    </section>
  );
}

/** Starts the version that was confirmed; where another one is in force by now, that is read and told. */
function useStart(subaccountId: string, onOvertaken: (newer: Policy) => void) {
  const api = useApi();
  const queries = useQueryClient();
  const policyQuery = usePolicyQuery(subaccountId);
  return useMutation({
    mutationFn: (version: number) =>
      answerOf(
        api.POST('/api/subaccounts/{id}/identity-policy/apply', {
          params: { path: { id: subaccountId } },
          body: { version },
        }),
      ),
    onSuccess: (application) => queries.setQueryData(applicationKey(subaccountId), application),
    onError: async (failure) => {
      if (!isOvertaken(failure)) return;
      const newer = await queries.query({ ...policyQuery, staleTime: 0 }).catch(() => null);
      if (newer !== null) onOvertaken(newer);
    },
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

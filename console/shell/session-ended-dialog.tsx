// Over a page whose session is over: signing in again beside it, so that nothing typed is lost.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useHasEnded, useSession } from '../api/api-provider.tsx';
import { PopUpBlocked } from '../sign-in/pop-up.ts';
import { AnotherPerson } from '../sign-in/session.ts';

type Failure = 'blocked' | 'another' | 'failed';

export function SessionEndedDialog() {
  const t = useTranslations('shell.sessionEnded');
  const session = useSession();
  const hasEnded = useHasEnded();
  const [isWaiting, setWaiting] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const signIn = async (): Promise<void> => {
    setFailure(null);
    setWaiting(true);
    await session.signInAgain().catch((error: unknown) => setFailure(failureOf(error)));
    setWaiting(false);
  };
  return (
    <Modal
      visible={hasEnded}
      // There is nothing behind it that works without a session.
      onDismiss={() => undefined}
      header={t('title')}
      footer={
        <Box float="right">
          {/* It stays enabled while it waits: the window may have been closed. */}
          <Button variant="primary" onClick={() => void signIn()}>
            {t('signIn')}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Box>{t('text')}</Box>
        {isWaiting && <Box color="text-status-inactive">{t('waiting')}</Box>}
        {failure !== null && <Alert type="warning">{t(failure)}</Alert>}
      </SpaceBetween>
    </Modal>
  );
}

function failureOf(error: unknown): Failure {
  if (error instanceof PopUpBlocked) return 'blocked';
  return error instanceof AnotherPerson ? 'another' : 'failed';
}

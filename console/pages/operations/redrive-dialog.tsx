// Asks before a redrive, with what it would do, and tells what came of it. It stays open until that is read.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { RedriveReport } from './redrive-report.tsx';
import type { Selection } from './redrive.ts';
import { useCauseText } from './cause-text.ts';
import { type RedriveStep, useRedrive } from './use-redrive.ts';

/** Mount it to open it. */
export function RedriveDialog({
  selection,
  onClose,
}: {
  selection: Selection;
  /** Told whether anything may have been moved. */
  onClose: (hasRedriven: boolean) => void;
}) {
  const t = useTranslations('operations.redrive');
  const { what } = useCauseText();
  const { step, hasStarted, lookAgain, start } = useRedrive(selection);
  const close = (): void => {
    if (step.is !== 'running') onClose(hasStarted);
  };
  return (
    <Modal
      visible
      header={t(`title.${selection.kind}`, {
        count: selection.kind === 'events' ? selection.eventIds.length : 0,
      })}
      onDismiss={close}
      footer={
        <Box float="right">
          <Buttons step={step} close={close} lookAgain={lookAgain} start={start} />
        </Box>
      }
    >
      <SpaceBetween size="s">
        {selection.kind === 'cause' && <Box>{t('alike', { cause: what(selection.cause) })}</Box>}
        <RedriveReport step={step} />
      </SpaceBetween>
    </Modal>
  );
}

function Buttons({
  step,
  close,
  lookAgain,
  start,
}: {
  step: RedriveStep;
  close: () => void;
  lookAgain: () => void;
  start: () => void;
}) {
  const t = useTranslations('operations.redrive');
  const isRunning = step.is === 'running';
  const hasRest = step.is === 'done' && step.result.left + step.result.notReached > 0;
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button variant="link" disabled={isRunning} onClick={close}>
        {t(step.is === 'done' ? 'close' : 'cancel')}
      </Button>
      {(step.is === 'ready' || step.is === 'look_failed') && (
        <Button onClick={lookAgain}>{t('lookAgain')}</Button>
      )}
      {step.is === 'ready' && step.preview.matched + step.preview.notReached > 0 && (
        <Button variant="primary" onClick={start}>
          {t('confirm', { count: step.preview.matched })}
        </Button>
      )}
      {hasRest && (
        <Button variant="primary" onClick={start}>
          {t('again')}
        </Button>
      )}
    </SpaceBetween>
  );
}

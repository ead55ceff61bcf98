// A question before something is done, with notes where they are asked for. It stays open, with all that was typed,
// until the thing is done or given up.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';
import { FailureAlert } from './failure-alert.tsx';

export type ConfirmDialogProps = {
  title: string;
  /** What will happen, in a sentence or two. */
  text: ReactNode;
  /** What the button that does it says. */
  confirm: string;
  /** Whether notes are asked for; `none` shows no field. */
  notes: 'required' | 'optional' | 'none';
  notesLabel?: string;
  notesHint?: string;
  /** In characters as the API counts them, without blanks around. */
  maxNotes?: number;
  /** What was typed when it was given up before. */
  firstNotes?: string;
  /** More fields, above the notes. */
  children?: ReactNode;
  /** Why it can't be confirmed yet, as the fields above have it. */
  fault?: string | null;
  isBusy: boolean;
  failure: unknown;
  onConfirm: (notes: string) => void;
  /** Gets the notes typed so far. */
  onCancel: (typed: string) => void;
};

/** Mount it to open it: what was typed lives as long as it is mounted. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirm, notes, children, fault = null, isBusy, failure, onConfirm } = props;
  const t = useTranslations('common.confirm');
  const [typed, setTyped] = useState(props.firstNotes ?? '');
  const [wasTried, setTried] = useState(false);
  const written = typed.trim();
  const isMissing = notes === 'required' && written === '';
  const most = props.maxNotes ?? 2000;
  const tooMany = Math.max(0, written.length - most);
  const lock = useSubmitLock(isBusy, failure, typed, fault);
  const submit = (): void => {
    setTried(true);
    if (!isMissing && tooMany === 0 && fault === null && !isBusy && lock()) onConfirm(written);
  };
  const cancel = (): void => props.onCancel(typed);
  const notesFault = wasTried && isMissing ? t('notesMissing') : undefined;
  return (
    <Modal
      visible
      header={title}
      onDismiss={() => {
        if (!isBusy) cancel();
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" disabled={isBusy} onClick={cancel}>
              {t('cancel')}
            </Button>
            <Button variant="primary" loading={isBusy} loadingText={t('busy')} onClick={submit}>
              {confirm}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Form>
          <SpaceBetween size="m">
            <div>{text}</div>
            {children}
            {notes !== 'none' && (
              <FormField
                label={props.notesLabel ?? t(notes === 'required' ? 'notes' : 'optionalNotes')}
                description={props.notesHint ?? t('notesHint')}
                errorText={tooMany > 0 ? t('notesTooLong', { count: tooMany }) : notesFault}
                constraintText={t('notesLength', { length: written.length, most })}
              >
                <Textarea
                  value={typed}
                  rows={4}
                  disabled={isBusy}
                  onChange={({ detail }) => setTyped(detail.value)}
                />
              </FormField>
            )}
            {wasTried && fault !== null && <Box color="text-status-error">{fault}</Box>}
            {failure !== null && <FailureAlert failure={failure} />}
          </SpaceBetween>
        </Form>
      </form>
    </Modal>
  );
}

/**
 * Says yes once, until the call has ended or something else was typed: a second click comes before the page could show
 * that the first one is being answered.
 */
function useSubmitLock(
  isBusy: boolean,
  failure: unknown,
  typed: string,
  fault: string | null,
): () => boolean {
  const isLocked = useRef(false);
  useEffect(() => {
    if (!isBusy) isLocked.current = false;
  }, [isBusy, failure, typed, fault]);
  return () => {
    if (isLocked.current) return false;
    isLocked.current = true;
    return true;
  };
}

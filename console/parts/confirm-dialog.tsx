// A question before something is done, with notes where they are asked for. It stays open, with all that was typed,
// until the thing is done or given up.

import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Form from '@cloudscape-design/components/form';
import FormField from '@cloudscape-design/components/form-field';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Textarea from '@cloudscape-design/components/textarea';
import { type ReactNode, useState } from 'react';
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
  maxNotes?: number;
  /** More fields, above the notes. */
  children?: ReactNode;
  /** Why it can't be confirmed yet, as the fields above have it. */
  fault?: string | null;
  isBusy: boolean;
  failure: unknown;
  onConfirm: (notes: string) => void;
  onCancel: () => void;
};

/** Mount it to open it: what was typed lives as long as it is mounted. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  const { title, text, confirm, notes, children, fault, isBusy, failure, onConfirm, onCancel } = props;
  const t = useTranslations('common.confirm');
  const [typed, setTyped] = useState('');
  const [wasTried, setTried] = useState(false);
  const isMissing = notes === 'required' && typed.trim() === '';
  const submit = (): void => {
    setTried(true);
    if (!isMissing && (fault ?? null) === null && !isBusy) onConfirm(typed.trim());
  };
  return (
    <Modal
      visible
      header={title}
      onDismiss={() => {
        if (!isBusy) onCancel();
      }}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" disabled={isBusy} onClick={onCancel}>
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
                errorText={wasTried && isMissing ? t('notesMissing') : undefined}
                constraintText={t('notesLength', { length: typed.length, most: props.maxNotes ?? 2000 })}
              >
                <Textarea
                  value={typed}
                  rows={4}
                  disabled={isBusy}
                  onChange={({ detail }) => setTyped(detail.value.slice(0, props.maxNotes ?? 2000))}
                />
              </FormField>
            )}
            {wasTried && (fault ?? null) !== null && <Box color="text-status-error">{fault}</Box>}
            {failure !== null && <FailureAlert failure={failure} />}
          </SpaceBetween>
        </Form>
      </form>
    </Modal>
  );
}

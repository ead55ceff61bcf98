import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useTranslations } from 'use-intl';
import { usePolicyForm } from './form-context.tsx';
import { changesIn, isDirty } from './policy-form.ts';

/** How much is not saved, and what to do about it; always in sight. */
export function SaveBar({
  consequence,
  onSave,
}: {
  /** Who would be asked to verify, in short; empty where nobody knows yet. */
  consequence: string;
  onSave: () => void;
}) {
  const t = useTranslations('policy.bar');
  const { form, change } = usePolicyForm();
  const hasChanges = isDirty(form);
  const isUnfinished = Object.keys(form.unfinished).length > 0;
  const isOpen = form.conflicts.length > 0;
  return (
    <section className={hasChanges ? 'policy-bar is-needed' : 'policy-bar'} aria-label={t('label')}>
      <Container>
        <div className="policy-bar-content">
          <Box variant="span">
            {hasChanges ? `${t('changes', { count: changesIn(form).length })} ${consequence}` : t('none')}
          </Box>
          <SpaceBetween direction="horizontal" size="xs">
            <Button disabled={!hasChanges} onClick={() => change({ type: 'reset' })}>
              {t('reset')}
            </Button>
            <Button
              variant="primary"
              disabled={!hasChanges || isUnfinished || isOpen}
              {...((isUnfinished || isOpen) && { disabledReason: t(isUnfinished ? 'finish' : 'settle') })}
              onClick={onSave}
            >
              {t('save')}
            </Button>
          </SpaceBetween>
        </div>
      </Container>
    </section>
  );
}

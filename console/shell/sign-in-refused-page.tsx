import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useTranslations } from 'use-intl';

/** Shown instead of everything where signing in didn't work: the person said no, or nobody could be reached. */
export function SignInRefusedPage({
  cause,
  retry,
}: {
  cause: 'refused' | 'unreachable';
  retry: () => Promise<void>;
}) {
  const t = useTranslations('shell.signIn');
  return (
    <main>
      <Box padding="xxl">
        <Alert
          type="error"
          header={<h1>{t('title')}</h1>}
          action={<Button onClick={() => void retry().catch(() => location.reload())}>{t('again')}</Button>}
        >
          {t(cause)}
        </Alert>
      </Box>
    </main>
  );
}

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useTranslations } from 'use-intl';
import { useSession } from '../api/api-provider.tsx';

/** For an account that nobody has given a group or a subaccount. */
export function NoAccess() {
  const t = useTranslations('shell.noAccess');
  const session = useSession();
  return (
    <main>
      <Box padding="xxl">
        <Alert
          type="warning"
          header={<h1>{t('title')}</h1>}
          action={<Button onClick={() => void session.signOut()}>{t('signOut')}</Button>}
        >
          {t('text', { person: session.person.id })}
        </Alert>
      </Box>
    </main>
  );
}

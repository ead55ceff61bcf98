// Pages for addresses that lead nowhere, and for faults of our own.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import { useNavigate } from 'react-router';
import { useTranslations } from 'use-intl';

export function PageNotFound() {
  const t = useTranslations('shell.notFound');
  const navigate = useNavigate();
  return (
    <Box padding="l">
      <Alert
        type="info"
        header={<h1>{t('title')}</h1>}
        action={<Button onClick={() => void navigate('/')}>{t('home')}</Button>}
      >
        {t('text')}
      </Alert>
    </Box>
  );
}

/** A part of the console didn't load, or has a fault. Loading it anew is what helps with both. */
export function PageCrash() {
  const t = useTranslations('shell.crash');
  return (
    <main>
      <Box padding="l">
        <Alert
          type="error"
          header={<h1>{t('title')}</h1>}
          action={<Button onClick={() => location.reload()}>{t('reload')}</Button>}
        >
          {t('text')}
        </Alert>
      </Box>
    </main>
  );
}

// Images of a document, for as long as their links live. Nothing of them is kept: when the links die, they go.

import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import LiveRegion from '@cloudscape-design/components/live-region';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useState } from 'react';
import { useTranslations } from 'use-intl';
import { useNow } from '../../../parts/now.ts';
import type { IdentityReport } from '../customer-types.ts';

type Image = NonNullable<IdentityReport['images']>[number];

export function ImageViewer({
  images,
  dieAtMs,
  onAgain,
  onClose,
}: {
  images: readonly Image[];
  dieAtMs: number;
  onAgain: () => void;
  onClose: () => void;
}) {
  const t = useTranslations('customer.identity.viewer');
  const secondsLeft = Math.ceil((dieAtMs - useNow(250)) / 1000);
  const areDead = secondsLeft <= 0;
  return (
    <Modal
      visible
      size="large"
      position="top"
      header={t('title')}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              {t('close')}
            </Button>
            {areDead && (
              <Button variant="primary" onClick={onAgain}>
                {t('again')}
              </Button>
            )}
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="m">
        {areDead ? (
          <LiveRegion>
            <StatusIndicator type="stopped">{t('dead')}</StatusIndicator> {t('againText')}
          </LiveRegion>
        ) : (
          <>
            {/* Not a live region: it would be read out each second. */}
            <StatusIndicator type="pending">
              <span className="numeric">{t('dies', { seconds: secondsLeft, count: images.length })}</span>
            </StatusIndicator>
            {images.map((image) => (
              <DocumentImage key={image.url} image={image} />
            ))}
          </>
        )}
      </SpaceBetween>
    </Modal>
  );
}

function DocumentImage({ image }: { image: Image }) {
  const t = useTranslations('customer.identity.viewer');
  const [hasFailed, setFailed] = useState(false);
  const name = t(`kinds.${image.kind}`);
  return (
    <figure className="document-image">
      <figcaption>
        <Box variant="awsui-key-label">{name}</Box>
      </figcaption>
      {hasFailed ? (
        <Alert type="warning">{t('notLoaded')}</Alert>
      ) : (
        <img src={image.url} alt={name} referrerPolicy="no-referrer" onError={() => setFailed(true)} />
      )}
    </figure>
  );
}

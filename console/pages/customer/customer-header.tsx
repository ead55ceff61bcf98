// Who this is, whether he may ride, and what can be done.

import Button from '@cloudscape-design/components/button';
import ButtonDropdown, { type ButtonDropdownProps } from '@cloudscape-design/components/button-dropdown';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Header from '@cloudscape-design/components/header';
import LiveRegion from '@cloudscape-design/components/live-region';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useTranslations } from 'use-intl';
import { StatusBadges } from '../../parts/status-badge.tsx';
import type { CustomerRequest } from './actions/send-request.ts';
import type { CustomerFile } from './customer-types.ts';
import { canClear, canVerifyManually } from './standing.ts';

export type HeaderAction = 'ride' | 'verify' | 'clear' | 'require' | 'refresh' | 'redact' | 'export';

export type HeaderProps = {
  customer: CustomerFile;
  doing: CustomerRequest['action'] | null;
  isCheckingRide: boolean;
  /** Null for those who may only look. */
  onAction: ((action: HeaderAction) => void) | null;
};

export function CustomerHeader({ customer, doing, isCheckingRide, onAction }: HeaderProps) {
  const t = useTranslations('customer');
  return (
    <Header
      variant="h1"
      description={onAction === null ? t('readOnly') : undefined}
      info={<Standing customer={customer} doing={doing} />}
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <CopyLink />
          {onAction !== null && (
            <Actions
              customer={customer}
              isBusy={doing !== null}
              isCheckingRide={isCheckingRide}
              onAction={onAction}
            />
          )}
        </SpaceBetween>
      }
    >
      <span className="customer-id">{customer.id}</span>
    </Header>
  );
}

/** While something is being done, what that is stands in the place of what may no longer be true. */
function Standing({ customer, doing }: Pick<HeaderProps, 'customer' | 'doing'>) {
  const t = useTranslations('customer');
  const { allowed, code } = customer.ride_gate;
  return (
    <LiveRegion tagName="span">
      <span className="standing">
        {doing === null ? (
          <>
            <StatusBadges customer={customer} />
            <StatusIndicator type={allowed ? 'success' : 'error'} wrapText>
              <strong>{t(`gate.${code}`)}</strong>
            </StatusIndicator>
          </>
        ) : (
          <StatusIndicator type="in-progress">{t(`doing.${doing}`)}</StatusIndicator>
        )}
      </span>
    </LiveRegion>
  );
}

/** The address of the page alone: what is shown or hidden on it is everybody's own. */
function CopyLink() {
  const t = useTranslations('customer');
  return (
    <CopyToClipboard
      copyButtonText={t('copyLink')}
      copyButtonAriaLabel={t('copyLink')}
      copySuccessText={t('linkCopied')}
      copyErrorText={t('linkNotCopied')}
      textToCopy={location.origin + location.pathname}
    />
  );
}

function Actions({
  customer,
  isBusy,
  isCheckingRide,
  onAction,
}: {
  customer: CustomerFile;
  isBusy: boolean;
  isCheckingRide: boolean;
  onAction: (action: HeaderAction) => void;
}) {
  const t = useTranslations('customer.actions');
  const hasSession = customer.identity_session_id !== null;
  const items: ButtonDropdownProps.Item[] = [
    { id: 'require', text: t('require') },
    {
      id: 'refresh',
      text: t('refresh'),
      disabled: !hasSession,
      ...(!hasSession && { disabledReason: t('noSession') }),
    },
    { id: 'export', text: t('export') },
    { id: 'redact', text: t('redact') },
  ];
  return (
    <SpaceBetween direction="horizontal" size="xs">
      <Button loading={isCheckingRide} onClick={() => onAction('ride')}>
        {t('startTrip')}
      </Button>
      {canVerifyManually(customer) && (
        <Button disabled={isBusy} onClick={() => onAction('verify')}>
          {t('verify')}
        </Button>
      )}
      {canClear(customer) && (
        <Button disabled={isBusy} onClick={() => onAction('clear')}>
          {t('clear')}
        </Button>
      )}
      <ButtonDropdown
        items={items}
        disabled={isBusy}
        onItemClick={({ detail }) => {
          const { id } = detail;
          if (id === 'require' || id === 'refresh' || id === 'export' || id === 'redact') onAction(id);
        }}
      >
        {t('menu')}
      </ButtonDropdown>
    </SpaceBetween>
  );
}

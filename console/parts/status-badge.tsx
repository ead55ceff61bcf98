// Where a customer stands, in the words and colours that operators know, and with a sign: never by colour alone.

import Badge, { type BadgeProps } from '@cloudscape-design/components/badge';
import Icon, { type IconProps } from '@cloudscape-design/components/icon';
import { useTranslations } from 'use-intl';
import type { components } from '../../client/api-types.ts';

type Customer = components['schemas']['Customer'];
type Standing = Pick<Customer, 'identity_status' | 'identity_verification_required'>;

const looks = {
  verified: { color: 'green', icon: 'status-positive' },
  failed: { color: 'red', icon: 'status-negative' },
  required: { color: 'severity-medium', icon: 'status-warning' },
  pending: { color: 'blue', icon: 'status-in-progress' },
  requires_input: { color: 'severity-medium', icon: 'status-warning' },
  canceled: { color: 'grey', icon: 'status-stopped' },
  none: { color: 'grey', icon: 'status-pending' },
} as const satisfies Record<string, { color: BadgeProps['color']; icon: IconProps.Name }>;

type Look = keyof typeof looks;

/** What to show first: what stands above what is asked for. */
export function badgesOf({ identity_status, identity_verification_required }: Standing): readonly Look[] {
  const status: Look = identity_status ?? 'none';
  if (!identity_verification_required) return [status];
  return status === 'none'
    ? ['required']
    : [status === 'verified' ? 'required' : status, 'required'].filter(
        (look, index, all): look is Look => all.indexOf(look) === index,
      );
}

export function StatusBadges({ customer }: { customer: Standing }) {
  const t = useTranslations('common.badges');
  return (
    <>
      {badgesOf(customer).map((look) => (
        <span key={look} className="status-badge">
          <Badge color={looks[look].color}>
            <Icon name={looks[look].icon} size="small" /> {t(look)}
          </Badge>
        </span>
      ))}
    </>
  );
}

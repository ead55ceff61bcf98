import { useTranslations } from 'use-intl';

/** Who did something, from the audit trail's `operator:maya` or `system:…`. */
export function useActorText(): (actor: string) => string {
  const t = useTranslations('policy.history.actors');
  return (actor) => {
    const [kind = '', ...rest] = actor.split(':');
    const id = rest.join(':');
    if (kind === 'system') return t('system');
    return kind === 'service' ? t('service', { id }) : t('operator', { id: id === '' ? actor : id });
  };
}

import type { Messages } from '../en/index.ts';
import { customerActions } from './customer-actions.ts';
import { customerIdentity } from './customer-identity.ts';
import { customerSignals } from './customer-signals.ts';
import { customerTimeline } from './customer-timeline.ts';

export const customer: Messages['customer'] = {
  back: 'Clients',
  copyLink: 'Copier le lien',
  linkCopied: 'Le lien vers cette page a été copié',
  linkNotCopied: 'Le lien n’a pas pu être copié. Veuillez le copier depuis la barre d’adresse.',
  notFound: 'Ce client n’existe pas',
  notFoundText:
    'Personne dans ce sous-compte n’a l’identifiant « {id} ». Veuillez vérifier l’identifiant ; il appartient peut-être à un autre sous-compte.',
  toCustomers: 'Vers les clients',
  outdated: 'La page n’a pas pu être mise à jour. Elle montre l’état du <time></time>.',
  readOnly:
    'Vous voyez ce client en tant qu’administrateur. Seuls les opérateurs de ce sous-compte peuvent agir ici.',
  since: 'Client depuis le <date></date>',
  gate: {
    verified: 'Peut rouler : vérifié',
    requirement_cleared: 'Peut rouler : un opérateur a levé l’exigence',
    policy_disabled: 'Peut rouler : la politique ne demande de vérification à personne',
    exempt_existing_customer: 'Peut rouler : était là avant la politique et en est exempté',
    not_required: 'Peut rouler : aucune vérification n’est requise',
    verification_required: 'Ne peut pas rouler : vérification requise',
    verification_pending: 'Ne peut pas rouler : vérification en cours',
    verification_requires_input:
      'Ne peut pas rouler : le dernier contrôle a échoué, un nouvel essai est nécessaire',
    verification_failed: 'Ne peut pas rouler : échec de la vérification',
    verification_canceled: 'Ne peut pas rouler : vérification annulée',
  },
  banner: {
    title: 'Vérification d’identité requise',
    lastCheck: 'Le dernier contrôle n’a pas abouti',
    reason: 'Motif',
    flagged: 'Exigée le',
    notFlagged: 'Pas encore : la politique le demande au départ',
    risk: 'Risque',
    riskScore: 'Score de risque : {score}/100 ({level})',
    notScored: 'Non évalué',
    status: 'Statut',
    notAsked: 'La politique ne demande actuellement de vérification à personne, le client peut donc rouler.',
    alternativeTitle: 'Le client demande une autre voie de vérification',
    alternativeSince: 'Attend depuis le <time></time>.',
    alternativeNoMessage: 'Le client n’a pas laissé de message.',
    alternativeNext:
      'Vérifiez le client autrement et choisissez « Vérifier manuellement », ou levez l’exigence.',
    redactingTitle: 'Les données personnelles sont en cours de suppression',
    redacting:
      'Nos copies ont été supprimées le <time></time>. Stripe supprime encore les siennes, ce qui peut prendre quatre jours.',
    redactedTitle: 'Les données personnelles ont été supprimées',
    redacted:
      'La suppression a été demandée le <time></time>. Plus rien n’est conservé, ni ici ni chez Stripe.',
  },
  statuses: {
    none: 'jamais essayé',
    pending: 'en cours',
    verified: 'vérifié',
    requires_input: 'nouvel essai nécessaire',
    failed: 'échec',
    canceled: 'annulé',
  },
  ...customerActions,
  identity: customerIdentity,
  signals: customerSignals,
  timeline: customerTimeline,
};

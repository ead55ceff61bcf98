import type { Messages } from '../en/index.ts';

export const policyFields: Pick<
  Messages['policy'],
  | 'fields'
  | 'options'
  | 'documents'
  | 'switch'
  | 'optional'
  | 'values'
  | 'constraint'
  | 'faults'
  | 'idle'
  | 'threshold'
  | 'exemption'
> = {
  fields: {
    identity_verification_mode: {
      label: 'Mode de vérification',
      help: 'Décide quels clients doivent faire vérifier leur identité avant de rouler.',
    },
    identity_verification_risk_threshold: {
      label: 'Seuil de risque',
      help: 'Les clients dont le paiement atteint ce score de risque doivent faire vérifier leur identité. Les niveaux de Stripe comptent ainsi : normal 10, élevé 50, maximal 75.',
    },
    identity_unscored_payment: {
      label: 'Paiements sans score de risque',
      help: 'Ce qui arrive aux clients dont Stripe n’a pas pu évaluer le paiement.',
    },
    identity_risk_evaluation: {
      label: 'Paiements pris en compte',
      help: 'Quels paiements réussis d’un client sont évalués.',
    },
    identity_blocked_charge_triggers: {
      label: 'Compter aussi les paiements bloqués',
      help: 'Un paiement bloqué par Stripe compte pour le client comme un paiement réussi.',
    },
    identity_exempt_customers_created_before: {
      label: 'Exempter les clients existants',
      help: 'Les clients inscrits avant ce moment peuvent rouler sans vérification.',
    },
    identity_document_expiry_reminders: {
      label: 'Rappeler avant l’expiration d’un document',
      help: 'Les clients vérifiés reçoivent une notification 30, 7 et 1 jour avant l’expiration de leur document. S’applique aux documents vérifiés à partir de maintenant.',
    },
    identity_document_expiry_reverification: {
      label: 'Revérifier après l’expiration d’un document',
      help: 'Les clients dont le document a expiré ne peuvent plus rouler avant d’être vérifiés avec un nouveau. S’applique aux documents vérifiés à partir de maintenant.',
    },
    identity_verification_flow: {
      label: 'Parcours de vérification Stripe',
      help: 'Les clients suivent un parcours créé chez Stripe, à la place des réglages ci-dessous.',
    },
    identity_allowed_document_types: {
      label: 'Documents acceptés',
      help: 'Seuls ces documents permettent aux clients de se faire vérifier.',
    },
    identity_require_live_capture: {
      label: 'Exiger des photos en direct',
      help: 'Les clients doivent photographier le document avec l’appareil photo ; les images de la galerie sont refusées.',
    },
    identity_require_selfie: {
      label: 'Exiger un selfie',
      help: 'Les clients prennent aussi un selfie, que Stripe compare au document. Ceux qui refusent vous demandent une autre voie.',
    },
    identity_minimum_age: {
      label: 'Âge minimal',
      help: 'Les clients plus jeunes échouent. Échouent aussi ceux dont la date de naissance ne peut être lue : il faut une clé Stripe restreinte.',
    },
    identity_max_attempts: {
      label: 'Essais',
      help: 'Après autant de contrôles échoués, le client a échoué, et vous seul pouvez accorder de nouveaux essais.',
    },
    identity_data_retention: {
      label: 'Données vérifiées',
      help: 'Si le nom, la date de naissance et le document des clients sont conservés ici. Les photos ne le sont jamais.',
    },
    identity_retention_days: {
      label: 'Supprimer après',
      help: 'Passé ce délai après la vérification, les données du client sont supprimées ici et chez Stripe. Il reste vérifié.',
    },
  },
  options: {
    identity_verification_mode: {
      risk_based: {
        label: 'Selon le risque',
        help: 'La vérification est demandée aux clients dont le paiement est risqué.',
      },
      all_users: { label: 'Tous les clients', help: 'Personne ne roule sans vérification, sauf exemption.' },
      disabled: {
        label: 'Personne',
        help: 'Seuls les clients à qui un opérateur le demande doivent se faire vérifier.',
      },
    },
    identity_unscored_payment: {
      allow: { label: 'Les laisser rouler', help: 'Sans score, rien n’est demandé.' },
      require: { label: 'Demander une vérification', help: 'Un score absent compte comme trop risqué.' },
    },
    identity_risk_evaluation: {
      first_charge: { label: 'Le premier', help: 'Les paiements suivants ne changent rien.' },
      every_charge: { label: 'Chacun', help: 'La vérification peut être demandée après chaque paiement.' },
    },
    identity_data_retention: {
      verified_fields: {
        label: 'Conserver, chiffrées',
        help: 'Les opérateurs les révèlent ici ; chaque consultation est consignée.',
      },
      references_only: {
        label: 'Ne rien conserver',
        help: 'Elles sont demandées à Stripe quand un opérateur les ouvre ; chaque consultation est consignée.',
      },
    },
  },
  documents: { driving_license: 'Permis de conduire', id_card: 'Carte d’identité', passport: 'Passeport' },
  switch: { on: 'Oui', off: 'Non' },
  optional: {
    identity_minimum_age: { none: 'Aucun âge minimal', some: 'Au moins', unit: 'ans' },
    identity_retention_days: {
      none: 'Ne jamais supprimer automatiquement',
      some: 'Supprimer après',
      unit: 'jours',
    },
    identity_verification_flow: {
      none: 'Aucun parcours : les réglages ci-dessous s’appliquent',
      some: 'Utiliser ce parcours',
    },
    identity_exempt_customers_created_before: {
      none: 'Personne n’est exempté',
      some: 'Inscrits avant',
    },
  },
  values: {
    years: '{count, plural, one {# an} other {# ans}}',
    days: '{count, plural, one {# jour} other {# jours}}',
    attempts: '{count, plural, one {# essai} other {# essais}}',
    moment: '{local} ({utc})',
  },
  constraint: {
    range: 'Un nombre entier de {least} à {most}. Par défaut : {value}.',
    flow: 'Un identifiant de Stripe qui commence par vf_. Par défaut : {value}.',
    moment: 'Date et heure de votre fuseau, {zone}. Par défaut : {value}.',
    utc: 'En UTC : {utc}',
    documents: 'Au moins un. Par défaut : {value}.',
    other: 'Par défaut : {value}.',
  },
  faults: {
    number: 'Veuillez saisir un nombre entier de {least} à {most}.',
    flow: 'Veuillez saisir l’identifiant d’un parcours Stripe : vf_ puis des lettres, chiffres ou tirets bas.',
    moment: 'Veuillez choisir une date, et une heure qui existe ce jour-là.',
    documents: 'Veuillez choisir au moins un document.',
    refused: 'RideGate n’a pas accepté ceci : {message}',
    several:
      '{count, plural, one {Un champ demande votre attention avant d’enregistrer.} other {# champs demandent votre attention avant d’enregistrer.}}',
  },
  idle: {
    risk_only: 'Sans effet pour l’instant : ne compte que dans le mode « Selon le risque ».',
    score_only:
      'Ne demande de vérification à personne pour l’instant : décide seulement quel score est conservé et affiché.',
    all_users_only: 'Sans effet pour l’instant : ne compte que dans le mode « Tous les clients ».',
    flow_decides: 'Sans effet pour l’instant : le parcours Stripe en décide.',
    flow_declined:
      'Le parcours Stripe en décide ; ici cela ne compte que pour les clients qui refusent le selfie.',
  },
  threshold: { slider: 'Seuil de risque, curseur', number: 'Seuil de risque, nombre' },
  exemption: { date: 'Date', time: 'Heure', openCalendar: 'Choisir une date' },
};

// La page où un opérateur règle la politique.
export const policy = {
  title: 'Politique',
  description:
    'Qui doit se vérifier, comment, et ce qui est conservé. Les changements valent dès qu’ils sont enregistrés.',
  version: 'La version {version} est en vigueur.',
  loading: 'Chargement de la politique…',
  groups: {
    when: { title: 'Quand vérifier', text: 'Qui doit prouver son identité.' },
    how: { title: 'Comment vérifier', text: 'Ce que Stripe demande aux usagers qui se vérifient.' },
    data: { title: 'Données conservées', text: 'Ce qui reste ici après une vérification.' },
  },
  fields: {
    identity_verification_mode: {
      label: 'Mode de vérification',
      help: 'Décide quels usagers doivent se vérifier avant de rouler.',
    },
    identity_verification_risk_threshold: {
      label: 'Seuil de risque',
      help: 'Les usagers dont le paiement atteint ce score de risque doivent se vérifier. Les niveaux de Stripe comptent ainsi : normal 10, élevé 50, maximal 75.',
    },
    identity_unscored_payment: {
      label: 'Paiements sans score de risque',
      help: 'Ce qui arrive aux usagers dont Stripe n’a pas pu évaluer le paiement.',
    },
    identity_risk_evaluation: {
      label: 'Paiements pris en compte',
      help: 'Quels paiements réussis d’un usager sont évalués.',
    },
    identity_blocked_charge_triggers: {
      label: 'Compter aussi les paiements bloqués',
      help: 'Un paiement bloqué par Stripe compte pour l’usager comme un paiement réussi.',
    },
    identity_exempt_customers_created_before: {
      label: 'Exempter les clients existants',
      help: 'Les usagers inscrits avant ce moment peuvent rouler sans se vérifier.',
    },
    identity_document_expiry_reminders: {
      label: 'Rappeler avant l’expiration d’un document',
      help: 'Les usagers vérifiés reçoivent une notification 30, 7 et 1 jours avant l’expiration de leur document. Vaut pour les documents vérifiés à partir de maintenant.',
    },
    identity_document_expiry_reverification: {
      label: 'Revérifier après l’expiration d’un document',
      help: 'Les usagers dont le document a expiré ne roulent plus avant de s’être vérifiés avec un nouveau. Vaut pour les documents vérifiés à partir de maintenant.',
    },
    identity_verification_flow: {
      label: 'Parcours de vérification Stripe',
      help: 'Les usagers suivent un parcours créé chez Stripe, à la place des réglages ci-dessous.',
    },
    identity_allowed_document_types: {
      label: 'Documents acceptés',
      help: 'Les usagers ne peuvent se vérifier qu’avec ces documents.',
    },
    identity_require_live_capture: {
      label: 'Exiger des photos en direct',
      help: 'Les usagers doivent photographier le document avec la caméra ; les images de la galerie sont refusées.',
    },
    identity_require_selfie: {
      label: 'Exiger un selfie',
      help: 'Les usagers prennent aussi un selfie, que Stripe compare au document. Qui refuse vous demande une autre voie.',
    },
    identity_minimum_age: {
      label: 'Âge minimal',
      help: 'Les usagers plus jeunes échouent. Échouent aussi ceux dont la date de naissance ne peut être lue : il faut une clé Stripe restreinte.',
    },
    identity_max_attempts: {
      label: 'Tentatives',
      help: 'Après autant de contrôles manqués, l’usager a échoué, et vous seul pouvez donner de nouvelles tentatives.',
    },
    identity_data_retention: {
      label: 'Données vérifiées',
      help: 'Si le nom, la date de naissance et le document des usagers sont conservés ici. Les photos ne le sont jamais.',
    },
    identity_retention_days: {
      label: 'Supprimer après',
      help: 'Passé ce délai après la vérification, les données de l’usager sont supprimées ici et chez Stripe. Il reste vérifié.',
    },
  },
  options: {
    identity_verification_mode: {
      risk_based: { label: 'Selon le risque', help: 'Les usagers dont le paiement est risqué sont invités.' },
      all_users: { label: 'Tous les usagers', help: 'Nul ne roule sans vérification, sauf exemption.' },
      disabled: {
        label: 'Personne',
        help: 'Seuls les usagers désignés par un opérateur doivent se vérifier.',
      },
    },
    identity_unscored_payment: {
      allow: { label: 'Les laisser rouler', help: 'Un score absent ne demande rien.' },
      require: { label: 'Leur demander de se vérifier', help: 'Un score absent compte comme trop risqué.' },
    },
    identity_risk_evaluation: {
      first_charge: { label: 'Le premier', help: 'Les paiements suivants ne changent rien.' },
      every_charge: { label: 'Chacun', help: 'Un usager peut être invité après tout paiement.' },
    },
    identity_data_retention: {
      verified_fields: {
        label: 'Conserver, chiffrées',
        help: 'Les opérateurs les dévoilent ici ; chaque regard est consigné.',
      },
      references_only: {
        label: 'Ne rien conserver',
        help: 'Elles sont demandées à Stripe quand un opérateur les ouvre ; chaque regard est consigné.',
      },
    },
  },
  documents: { driving_license: 'Permis de conduire', id_card: 'Carte d’identité', passport: 'Passeport' },
  switch: { on: 'Oui', off: 'Non' },
  optional: {
    identity_minimum_age: { none: 'Aucun âge minimal', some: 'Au moins', unit: 'ans' },
    identity_retention_days: {
      none: 'Ne jamais supprimer de soi-même',
      some: 'Supprimer après',
      unit: 'jours',
    },
    identity_verification_flow: {
      none: 'Aucun parcours : les réglages ci-dessous valent',
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
    attempts: '{count, plural, one {# tentative} other {# tentatives}}',
    moment: '{local} ({utc})',
  },
  constraint: {
    range: 'Un nombre entier de {least} à {most}. Par défaut : {value}.',
    flow: 'Un identifiant de Stripe qui commence par vf_. Par défaut : {value}.',
    moment: 'Date et heure de votre fuseau, {zone}. Par défaut : {value}.',
    utc: 'En UTC : {utc}',
    documents: 'Au moins un. Par défaut : {value}.',
    other: 'Par défaut : {value}.',
  },
  faults: {
    number: 'Veuillez saisir un nombre entier de {least} à {most}.',
    flow: 'Veuillez saisir l’identifiant d’un parcours Stripe : vf_ puis des lettres, chiffres ou tirets bas.',
    moment: 'Veuillez choisir une date et une heure qui existe ce jour-là.',
    documents: 'Veuillez choisir au moins un document.',
    refused: 'RideGate n’a pas accepté ceci : {message}',
    several:
      '{count, plural, one {Un champ demande votre attention avant d’enregistrer.} other {# champs demandent votre attention avant d’enregistrer.}}',
  },
  idle: {
    risk_only: 'Sans effet pour l’instant : compte seulement dans le mode « Selon le risque ».',
    score_only: 'N’invite personne pour l’instant : décide seulement quel score est conservé et affiché.',
    all_users_only: 'Sans effet pour l’instant : compte seulement dans le mode « Tous les usagers ».',
    flow_decides: 'Sans effet pour l’instant : le parcours Stripe en décide.',
    flow_declined:
      'Le parcours Stripe en décide ; ici cela ne compte que pour les usagers qui refusent le selfie.',
  },
  threshold: { slider: 'Seuil de risque, curseur', number: 'Seuil de risque, nombre' },
  exemption: { date: 'Date', time: 'Heure', openCalendar: 'Choisir une date' },
  changed: {
    was: 'Modifié. En vigueur : {value}',
    undo: 'Annuler',
    undoOf: 'Annuler : {field}',
  },
  bar: {
    label: 'Changements non enregistrés',
    none: 'Rien n’a changé.',
    changes:
      '{count, plural, =0 {Quelque chose est incomplet.} one {# changement non enregistré.} other {# changements non enregistrés.}}',
    consequence: 'Invités à se vérifier : {flagged} sur {seen}, {cost}.',
    reset: 'Réinitialiser',
    save: 'Revoir et enregistrer',
    settle: 'Veuillez d’abord choisir quelles valeurs valent là où d’autres ont changé la même chose.',
    finish: 'Veuillez d’abord compléter les champs marqués.',
  },
  change: { field: 'Réglage', from: 'Était', to: 'Devient', list: 'Changements' },
  save: {
    title: 'Enregistrer la politique ?',
    text: 'La version {version} devient la version {next}. Elle vaut aussitôt pour les usagers.',
    confirm: 'Enregistrer',
    done: 'La politique est enregistrée. La version {version} est en vigueur.',
    blocked:
      '{count, plural, =0 {À l’enregistrement, personne qui peut rouler n’est bloqué.} one {À l’enregistrement, # client qui peut rouler est bloqué.} other {À l’enregistrement, # clients qui peuvent rouler sont bloqués.}}',
    allowed:
      '{count, plural, =0 {Personne de bloqué ne peut rouler de nouveau.} one {# client bloqué peut rouler de nouveau.} other {# clients bloqués peuvent rouler de nouveau.}}',
    flagged:
      '{count, plural, =0 {Appliquée aux clients existants, elle n’inviterait personne de plus.} one {Appliquée aux clients existants, elle en invite # de plus à se vérifier.} other {Appliquée aux clients existants, elle en invite # de plus à se vérifier.}}',
    unknown: 'L’effet est encore en cours de calcul.',
  },
  conflict: {
    newer: 'Quelqu’un d’autre a enregistré la version {version} pendant que vous modifiiez.',
    newerBy: '{actor} a enregistré la version {version} pendant que vous modifiiez.',
    newerText: 'Vos changements sont toujours là et ne sont pas enregistrés.',
    show: 'Montrer ce qui a changé',
    merged: 'Vos changements reposent maintenant sur la version {version}.',
    mergedText:
      'Depuis la version {from}, d’autres ont changé ceci ; vos changements sont gardés. Veuillez les revoir, puis enregistrer de nouveau.',
    nothing: 'D’autres n’ont rien changé qui diffère d’avant.',
    settle:
      '{count, plural, =0 {} one {Un réglage a été changé par vous deux. Veuillez choisir près du champ quelle valeur vaut.} other {# réglages ont été changés par vous deux. Veuillez choisir près de chaque champ quelle valeur vaut.}}',
    same: 'Quelqu’un d’autre l’a changé aussi, en « {theirs} ». Vous avez « {mine} ».',
    keep: 'Garder la mienne',
    take: 'Prendre l’autre',
    keepOf: 'Garder la mienne : {field}',
    takeOf: 'Prendre l’autre : {field}',
    adopted: 'Quelqu’un d’autre a changé la politique. La version {version} est affichée.',
  },
  leave: {
    title: 'Quitter sans enregistrer ?',
    text: 'Vos changements de la politique ne sont pas enregistrés. Si vous quittez, ils sont perdus.',
    confirm: 'Quitter sans enregistrer',
  },
  whatIf: {
    title: 'Ce que cela ferait',
    asOf: 'D’après la version {version} de la politique.',
    loading: 'Comptage des clients…',
    counting: 'Nouveau comptage…',
    risk_based:
      'Les clients avec un score de risque de {threshold} ou plus devraient se vérifier : {flagged} sur {seen}, pour {cost}.',
    risk_based_unscored:
      'Les clients avec un score de risque de {threshold} ou plus, ou un paiement sans score, devraient se vérifier : {flagged} sur {seen}, pour {cost}.',
    all_users:
      'Tous ceux qui ne sont pas vérifiés devraient le faire : {flagged} sur {seen} clients, pour {cost}.',
    all_users_exempt:
      'Tous ceux qui ne sont pas vérifiés et inscrits depuis {moment} devraient le faire : {flagged} sur {seen} clients, pour {cost}.',
    disabled: 'Personne ne devrait se vérifier : {flagged} sur {seen} clients, pour {cost}.',
    notCounted: 'Qui est vérifié, dispensé par un opérateur ou déjà invité n’est pas compté.',
    partial: 'Le temps a manqué pour compter tout le monde : les nombres valent pour {seen} clients.',
    unfinished: 'Les champs incomplets comptent ici avec leur dernière valeur complète.',
    numbers: 'En chiffres',
    newlyFlagged: 'Nouvellement invités',
    newlyBlocked: 'Nouvellement bloqués',
    blockedOnceSaved: 'Dont bloqués à l’enregistrement',
    newlyAllowed: 'Nouvellement autorisés',
    seen: 'Clients comptés',
    cost: 'Coût des vérifications',
    of: '{count} sur {seen}',
  },
  chart: {
    title: 'Clients par score de risque',
    text: 'Tous les clients de ce sous-compte, avec le seuil.',
    label: 'Clients par score de risque. Seuil {threshold}. À vérifier : {flagged} sur {seen} clients.',
    threshold: 'Seuil {threshold}',
    plainLabel: 'Clients par score de risque : {seen} clients.',
    axis: 'Score de risque',
    unscored: 'Sans score',
    noCustomers: 'Il n’y a pas encore de clients, donc rien à dessiner.',
    legendFlagged: 'Devraient se vérifier',
    legendOthers: 'Autres',
    score: 'Score de risque',
    customers: 'Clients',
    flagged: 'Devraient se vérifier',
    allUsers: 'Dans ce mode, le score de risque ne décide de rien ; le graphique ne distingue donc pas.',
  },
  history: {
    title: 'Historique',
    text: 'Chaque version de la politique, la plus récente d’abord.',
    loading: 'Chargement de l’historique…',
    empty: 'Il n’y a pas encore de version. Chaque changement enregistré figurera ici.',
    version: 'Version',
    when: 'Quand',
    who: 'Qui',
    what: 'Ce qui a changé',
    change: '{field} : {from} → {to}',
    first: 'La première version',
    nothing: 'Rien',
    current: 'en vigueur',
    action: 'Reprendre',
    use: 'Utiliser ces valeurs',
    useOf: 'Utiliser ces valeurs : version {version}',
    used: 'Les valeurs de la version {version} sont dans le formulaire. Elles ne sont pas encore enregistrées.',
    more: 'Montrer les versions plus anciennes',
    gap: 'Des versions intermédiaires manquent ; ces valeurs ne peuvent être reconstituées.',
    actors: {
      operator: '{id}',
      system: 'RideGate',
      service: 'Service {id}',
    },
  },
  apply: {
    title: 'Clients existants',
    text: 'Une politique enregistrée vaut pour les nouveaux clients et paiements. L’appliquer invite aussi ceux qui sont déjà là et qu’elle concerne.',
    button: 'Appliquer aux clients existants',
    never: 'La politique n’a jamais été appliquée aux clients existants.',
    loading: 'Chargement de l’avancement…',
    confirmTitle: 'Appliquer la version {version} aux clients existants ?',
    confirmText:
      '{count, plural, =0 {Personne ne devrait se vérifier : sur {seen} clients, tous sont vérifiés, dispensés, déjà invités ou non concernés.} one {# client sur {seen} devrait se vérifier et en serait averti. Coût : environ {cost}.} other {# clients sur {seen} devraient se vérifier et en seraient avertis. Coût : environ {cost}.}}',
    confirmUnknown: 'Le nombre de clients à vérifier est encore en cours de comptage.',
    confirmFailed:
      'Le nombre de clients à vérifier n’a pas pu être compté. Vous pouvez appliquer quand même.',
    confirmUnsaved: 'Vos changements non enregistrés n’en font pas partie.',
    confirmBackground:
      'Cela se fait en arrière-plan, même si vous quittez cette page. On ne peut pas l’annuler en bloc.',
    confirm: 'Appliquer',
    started: 'La politique est en cours d’application aux clients existants.',
    by: 'Version {version}, demandée par {actor}',
    progress: 'Avancement de l’application',
    numbers:
      '{processed, plural, one {# client examiné} other {# clients examinés}}, {flagged, plural, =0 {personne d’invité} one {# invité} other {# invités}}.',
    ofTotal:
      '{processed} clients examinés sur environ {total}, {flagged, plural, =0 {personne d’invité} one {# invité} other {# invités}}.',
    status: {
      queued: 'Va commencer.',
      running: 'En cours.',
      done: 'Terminé.',
      failed: 'Arrêté par une erreur. Ce qui est fait reste ; veuillez appliquer de nouveau.',
      superseded:
        'Arrêté, car la politique a changé entre-temps. Ce qui est fait reste ; appliquez la nouvelle version pour continuer.',
    },
  },
};

import type { Messages } from '../en/index.ts';
import { policyFields } from './policy-fields.ts';

export const policy: Messages['policy'] = {
  title: 'Politique',
  description:
    'Qui doit faire vérifier son identité, comment, et ce qui est conservé. Les changements s’appliquent dès qu’ils sont enregistrés.',
  version: 'La version {version} est en vigueur.',
  loading: 'Chargement de la politique…',
  groups: {
    when: { title: 'Quand vérifier', text: 'Qui doit prouver son identité.' },
    how: { title: 'Comment vérifier', text: 'Ce que Stripe demande lors d’une vérification.' },
    data: { title: 'Données conservées', text: 'Ce qui reste ici après une vérification.' },
  },
  changed: {
    was: 'Modifié. En vigueur : {value}',
    undo: 'Annuler',
    undoOf: 'Annuler : {field}',
  },
  bar: {
    label: 'Changements non enregistrés',
    none: 'Rien n’a changé.',
    changes:
      '{count, plural, =0 {Quelque chose est incomplet.} one {# changement non enregistré.} other {# changements non enregistrés.}}',
    consequence: 'Vérification demandée : {flagged} sur {seen}, {cost}.',
    reset: 'Réinitialiser',
    save: 'Revoir et enregistrer',
    settle: 'Veuillez d’abord choisir quelles valeurs garder là où d’autres ont changé la même chose.',
    finish: 'Veuillez d’abord compléter les champs marqués.',
  },
  change: { field: 'Réglage', from: 'Était', to: 'Devient', list: 'Changements' },
  save: {
    title: 'Enregistrer la politique ?',
    text: 'La version {version} devient la version {next}. Elle s’applique aussitôt aux clients.',
    confirm: 'Enregistrer',
    done: 'La politique est enregistrée. La version {version} est en vigueur.',
    blocked:
      '{count, plural, =0 {À l’enregistrement, personne qui peut rouler n’est bloqué.} one {À l’enregistrement, # client qui peut rouler est bloqué.} other {À l’enregistrement, # clients qui peuvent rouler sont bloqués.}}',
    allowed:
      '{count, plural, =0 {Aucun client bloqué ne peut de nouveau rouler.} one {# client bloqué peut rouler de nouveau.} other {# clients bloqués peuvent rouler de nouveau.}}',
    flagged:
      '{count, plural, =0 {Appliquée aux clients existants, elle ne demanderait la vérification à personne de plus.} one {Appliquée aux clients existants, elle demande la vérification à # client de plus.} other {Appliquée aux clients existants, elle demande la vérification à # clients de plus.}}',
    unknown: 'L’effet est encore en cours de calcul.',
  },
  conflict: {
    newer: 'Quelqu’un d’autre a enregistré la version {version} pendant que vous modifiiez.',
    newerBy: '{actor} a enregistré la version {version} pendant que vous modifiiez.',
    newerText: 'Vos changements sont toujours là et ne sont pas enregistrés.',
    show: 'Montrer ce qui a changé',
    merged: 'Vos changements reposent maintenant sur la version {version}.',
    mergedText:
      'Depuis la version {from}, d’autres ont changé ceci ; vos changements sont gardés. Veuillez les revoir, puis enregistrer de nouveau.',
    nothing: 'D’autres n’ont rien changé qui diffère d’avant.',
    settle:
      '{count, plural, =0 {} one {Un réglage a été changé par vous deux. Veuillez choisir près du champ quelle valeur garder.} other {# réglages ont été changés par vous deux. Veuillez choisir près de chaque champ quelle valeur garder.}}',
    same: 'Quelqu’un d’autre l’a changé aussi, en « {theirs} ». Vous avez « {mine} ».',
    keep: 'Garder la mienne',
    take: 'Prendre l’autre',
    keepOf: 'Garder la mienne : {field}',
    takeOf: 'Prendre l’autre : {field}',
    adopted: 'Quelqu’un d’autre a changé la politique. La version {version} est affichée.',
  },
  leave: {
    title: 'Quitter sans enregistrer ?',
    text: 'Vos changements à la politique ne sont pas enregistrés. Si vous quittez, ils sont perdus.',
    confirm: 'Quitter sans enregistrer',
  },
  whatIf: {
    title: 'Ce que cela ferait',
    asOf: 'D’après la version {version} de la politique.',
    loading: 'Comptage des clients…',
    counting: 'Nouveau comptage…',
    risk_based:
      'Les clients avec un score de risque de {threshold} ou plus devraient se faire vérifier : {flagged} sur {seen}, pour {cost}.',
    risk_based_unscored:
      'Les clients avec un score de risque de {threshold} ou plus, ou un paiement sans score, devraient se faire vérifier : {flagged} sur {seen}, pour {cost}.',
    all_users:
      'Tous ceux qui ne sont pas encore vérifiés devraient l’être : {flagged} sur {seen} clients, pour {cost}.',
    all_users_exempt:
      'Tous ceux qui ne sont pas encore vérifiés et se sont inscrits depuis {moment} devraient l’être : {flagged} sur {seen} clients, pour {cost}.',
    disabled: 'Personne ne devrait se faire vérifier : {flagged} sur {seen} clients, pour {cost}.',
    notCounted:
      'Ceux qui sont vérifiés, à qui la vérification est déjà demandée ou dont un opérateur a levé l’exigence ne sont pas comptés.',
    partial: 'Le temps a manqué pour compter tout le monde : les chiffres portent sur {seen} clients.',
    unfinished: 'Les champs incomplets comptent ici avec leur dernière valeur complète.',
    numbers: 'En chiffres',
    newlyFlagged: 'Nouvelles demandes de vérification',
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
    label:
      'Clients par score de risque. Seuil {threshold}. Vérification demandée : {flagged} sur {seen} clients.',
    threshold: 'Seuil {threshold}',
    plainLabel: 'Clients par score de risque : {seen} clients.',
    axis: 'Score de risque',
    unscored: 'Sans score',
    noCustomers: 'Il n’y a pas encore de clients, donc rien à dessiner.',
    legendFlagged: 'Devraient se faire vérifier',
    legendOthers: 'Autres',
    score: 'Score de risque',
    customers: 'Clients',
    flagged: 'Devraient se faire vérifier',
    allUsers: 'Dans ce mode, le score de risque ne décide de rien ; le graphique ne distingue donc pas.',
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
    change: '{field} : {from} → {to}',
    first: 'La première version',
    nothing: 'Rien',
    current: 'en vigueur',
    action: 'Reprendre',
    use: 'Utiliser ces valeurs',
    useOf: 'Utiliser ces valeurs : version {version}',
    askTitle: 'Utiliser les valeurs de la version {version} ?',
    askText: 'Vos modifications de la politique ne sont pas enregistrées. Ces valeurs prennent leur place.',
    used: 'Les valeurs de la version {version} sont dans le formulaire. Elles ne sont pas encore enregistrées.',
    more: 'Montrer les versions plus anciennes',
    gap: 'Des versions intermédiaires manquent ; ces valeurs ne peuvent être reconstituées.',
    actors: {
      operator: '{id}',
      system: 'RideGate',
      service: 'Service {id}',
    },
  },
  apply: {
    title: 'Clients existants',
    text: 'Une politique enregistrée s’applique aux nouveaux clients et aux nouveaux paiements. L’appliquer demande aussi la vérification à ceux qui sont déjà là et qu’elle concerne.',
    button: 'Appliquer aux clients existants',
    never: 'La politique n’a jamais été appliquée aux clients existants.',
    loading: 'Chargement de l’avancement…',
    confirmTitle: 'Appliquer la version {version} aux clients existants ?',
    confirmText:
      '{count, plural, =0 {Personne ne devrait se faire vérifier : les {seen} clients sont tous vérifiés, dispensés, déjà sollicités ou non concernés.} one {# client sur {seen} devrait se faire vérifier et en serait averti. Coût : environ {cost}.} other {# clients sur {seen} devraient se faire vérifier et en seraient avertis. Coût : environ {cost}.}}',
    confirmUnknown: 'Le nombre de clients à vérifier est encore en cours de comptage.',
    confirmFailed:
      'Le nombre de clients à vérifier n’a pas pu être compté. Vous pouvez appliquer quand même.',
    confirmOvertaken:
      'La politique a changé entre-temps : la version {version} est maintenant en vigueur. Voici ce qu’elle ferait ; veuillez confirmer à nouveau.',
    confirmUnsaved: 'Vos changements non enregistrés n’en font pas partie.',
    confirmBackground:
      'Cela se fait en arrière-plan, même si vous quittez cette page. On ne peut pas l’annuler en bloc.',
    confirm: 'Appliquer',
    by: 'Version {version}, demandée par {actor}',
    progress: 'Avancement de l’application',
    numbers:
      '{processed, plural, one {# client examiné} other {# clients examinés}}, {flagged, plural, =0 {aucune vérification demandée} one {# vérification demandée} other {# vérifications demandées}}.',
    ofTotal:
      '{processed} clients examinés sur environ {total}, {flagged, plural, =0 {aucune vérification demandée} one {# vérification demandée} other {# vérifications demandées}}.',
    status: {
      queued: 'Va commencer.',
      running: 'En cours.',
      done: 'Terminé.',
      failed: 'Arrêté par une erreur. Ce qui est fait reste ; veuillez appliquer de nouveau.',
      superseded:
        'Arrêté, car la politique a changé entre-temps. Ce qui est fait reste ; appliquez la nouvelle version pour continuer.',
    },
  },
  ...policyFields,
};

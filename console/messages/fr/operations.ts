import type { Messages } from '../en/index.ts';
import { operationsDeadLetters } from './operations-dead-letters.ts';
import { operationsCauses } from './operations-causes.ts';

export const operations: Messages['operations'] = {
  title: 'Exploitation',
  adminsOnly: 'Cette page est réservée aux administrateurs',
  adminsOnlyText:
    'Elle montre comment fonctionne RideGate lui-même, pour tous les sous-comptes ensemble. Veuillez demander à un administrateur, ou continuer avec vos clients.',
  toCustomers: 'Vers vos clients',
  live: 'S’actualise toutes les 15 secondes.',
  verdict: {
    label: 'Les webhooks vont-ils bien ?',
    loading: 'Lecture de l’état des webhooks',
    first: 'À faire d’abord :',
    also: 'En outre :',
    healthy: 'Les webhooks vont bien : ce qui arrive est traité, et rien n’a été abandonné.',
    failing: {
      text: 'Des webhooks échouent : {failed, number} essais sur {tries, number} ont échoué dans cette heure et la précédente.',
      first:
        'regardez plus bas les causes des événements abandonnés, et status.stripe.com. S’il n’y en a pas, le journal de process-webhook nomme la panne. Les événements sont réessayés pendant 12 heures : rien n’est encore perdu.',
    },
    stopped: {
      text: 'Les webhooks sont arrêtés : {waiting, number} attendent, et le dernier a été traité {ago}.',
      first:
        'voyez le journal et les limitations de process-webhook : il ne tourne pas. Y a-t-il eu une mise en production juste avant ?',
    },
    maybe_stopped: {
      text: '{waiting, plural, one {# webhook attend} other {# webhooks attendent}}, et le dernier a été traité {ago}.',
      first:
        'attendez deux minutes, car le compte est un peu en retard. Si cela reste, voyez le journal et les limitations de process-webhook.',
    },
    given_up: {
      text: '{letters, plural, one {# événement a été abandonné} other {# événements ont été abandonnés}} : des clients vérifiés sont peut-être encore bloqués.',
      first: 'lisez les causes plus bas, corrigez ce qu’elles nomment, puis relancez.',
    },
    late: {
      text: 'Les webhooks sont en retard : la moitié est traitée {age} ou plus après sa création chez Stripe, et {waiting, number} attendent maintenant.',
      unknownAge: 'Les webhooks sont en retard : {waiting, number} attendent maintenant.',
      first:
        'voyez s’il en attend moins à chaque actualisation. Alors une panne ou une relance se résorbe, et il n’y a rien à faire. S’il en attend plus, voyez le journal de process-webhook.',
    },
    silent: {
      text: 'Aucun webhook n’a été traité depuis {hours, plural, one {# heure} other {# heures}}, et aucun n’attend.',
      first:
        'si votre flotte roule à cette heure, ouvrez Webhooks dans le Dashboard de Stripe : le point d’accès est-il désactivé, ou répond-il par des erreurs ? Une flotte calme n’a besoin de rien.',
    },
    never: 'jamais dans cette période',
  },
  numbers: {
    title: 'Les webhooks en ce moment',
    fresh: 'En attente, frais',
    backlog: 'En attente, arriéré',
    deadLetters: 'Abandonnés',
    last: 'Dernier traité',
    never: 'pas dans cette période',
    median: 'Âge médian au traitement',
    p95: '95 % étaient plus jeunes que',
    noAge: 'aucun traité',
    note: 'Les comptes peuvent avoir une minute de retard.',
  },
  charts: {
    title: 'Heure par heure',
    span: 'Période',
    last24: '24 heures',
    last168: '7 jours',
    events: 'Événements',
    bar: 'Une barre est {hours, plural, one {une heure} other {# heures}}.',
    ageBar: 'Une barre est {hours, plural, one {une heure} other {la plus haute valeur de # heures}}.',
    eventsText: 'Un essai échoué revient de lui-même ; un événement peut donc échouer plusieurs fois.',
    ages: 'Âge des événements au traitement',
    agesText:
      'De l’événement chez Stripe à son effet ici. La moitié des événements est plus jeune que la médiane.',
    hour: 'Heure (votre fuseau horaire)',
    hourUtc: 'Heure (UTC)',
    count: 'Événements',
    age: 'Âge',
    series: {
      processed: 'Traités',
      dropped: 'Écartés',
      failed_tries: 'Essais échoués',
      dead_lettered: 'Abandonnés',
      moved_to_backlog: 'Passés à l’arriéré',
      median_seconds: 'Médiane',
      p95_seconds: '95 % sont plus jeunes',
    },
    seconds: '{name} (secondes)',
    empty: 'Aucun événement dans cette période.',
    noAges: 'Aucun événement n’a été traité dans cette période.',
    summary: '{processed, number} traités, {dropped, number} écartés, {failed, number} essais échoués.',
  },
  runs: {
    title: 'Passages du rapprochement',
    text: 'Toutes les cinq minutes, il relit chez Stripe ce qu’aucun webhook n’a dit.',
    list: 'Passages un par un',
    loading: 'Chargement des passages',
    empty: 'Aucun passage ces 30 derniers jours.',
    overdue:
      'Le dernier passage a commencé {ago}, et il devrait y en avoir un toutes les cinq minutes. À faire d’abord : voyez le journal de reconcile, et si sa planification est active.',
    neverRan:
      'Aucun passage n’est connu, et il devrait y en avoir un toutes les cinq minutes. RideGate vient-il d’être déployé ? Sinon, voyez le journal de reconcile, et si sa planification est active.',
    columns: { started: 'Début', took: 'Durée', outcome: 'Issue', counts: 'Ce qu’il a fait' },
    outcomes: {
      completed: 'Terminé',
      stopped_early: 'Arrêté plus tôt ; le prochain continue',
      failed: 'Échoué',
    },
    sessionsFailed: 'Lecture des sessions : {cause}',
    eventsFailed: 'Événements non livrés : {cause}',
    nothing: 'Rien à faire',
    counts: {
      verifications_healed:
        '{count, plural, one {# client vérifié et bloqué débloqué} other {# clients vérifiés et bloqués débloqués}}',
      sessions_healed: '{count, plural, one {# autre état corrigé} other {# autres états corrigés}}',
      events_requeued:
        '{count, plural, one {# événement perdu mis en file} other {# événements perdus mis en file}}',
      sessions_not_read: '{count, plural, one {# session} other {# sessions}} sans lecture possible',
      events_malformed: '{count, plural, one {# événement illisible} other {# événements illisibles}}',
      sessions_read: '{count, plural, one {# session lue} other {# sessions lues}}',
      events_read: '{count, plural, one {# événement non livré lu} other {# événements non livrés lus}}',
    },
    more: 'Montrer les passages plus anciens',
  },
  causes: operationsCauses,
  ...operationsDeadLetters,
};

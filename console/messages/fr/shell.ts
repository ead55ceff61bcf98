import type { Messages } from '../en/index.ts';

export const shell: Messages['shell'] = {
  product: 'RideGate',
  navigation: 'Pages',
  openNavigation: 'Ouvrir la liste des pages',
  closeNavigation: 'Fermer la liste des pages',
  breadcrumbs: 'Où vous êtes',
  notifications: 'Messages',
  subaccounts: 'Sous-comptes',
  customers: 'Clients',
  policy: 'Politique',
  insights: 'Analyse',
  operations: 'Exploitation',
  language: 'Langue : {language}',
  languageMissing: '{language} n’a pas pu être chargé. Veuillez vérifier votre connexion et réessayer.',
  appearance: 'Apparence',
  theme: { system: 'Comme le système', light: 'Claire', dark: 'Sombre' },
  account: 'Compte : {person}',
  admin: 'Administrateur',
  operatorOf: 'Opérateur de {subaccount}',
  signOut: 'Se déconnecter',
  sessionEnded: {
    title: 'Votre session est terminée',
    text: 'Veuillez vous reconnecter. Cette page reste telle quelle, avec tout ce que vous avez écrit.',
    signIn: 'Se reconnecter',
    waiting: 'En attente de votre connexion dans l’autre fenêtre…',
    blocked:
      'Le navigateur a bloqué la fenêtre. Veuillez autoriser les fenêtres pop-up pour cette adresse et réessayer ; rien de ce que vous avez écrit n’est perdu.',
    another:
      'Une autre personne s’est connectée. Veuillez utiliser le compte avec lequel cette page a été ouverte.',
    failed: 'La connexion n’a pas abouti. Veuillez réessayer.',
  },
  signIn: {
    title: 'Vous n’êtes pas connecté',
    refused: 'La page de connexion a refusé, ou la connexion a pris trop de temps. Veuillez réessayer.',
    unreachable: 'Le service de connexion est injoignable. Veuillez vérifier votre connexion et réessayer.',
    again: 'Se connecter',
  },
  noAccess: {
    title: 'Ce compte n’a pas encore d’accès',
    text: '« {person} » n’est ni opérateur d’un sous-compte ni administrateur. Veuillez demander aux exploitants de RideGate d’ajouter le compte à un groupe et à un sous-compte.',
    signOut: 'Se déconnecter',
  },
  notFound: {
    title: 'Cette page n’existe pas',
    text: 'L’adresse est peut-être incomplète.',
    home: 'Vers la page d’accueil',
  },
  crash: {
    title: 'Cette page ne peut pas être affichée',
    text: 'Une partie de la console n’a pas été chargée ou contient une erreur. La recharger suffit souvent ; rien n’a été modifié.',
    reload: 'Recharger',
  },
};

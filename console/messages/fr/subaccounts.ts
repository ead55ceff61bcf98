import type { Messages } from '../en/index.ts';

export const subaccounts: Messages['subaccounts'] = {
  title: 'Sous-comptes',
  description: 'Choisissez de qui voir les clients, la politique et l’analyse.',
  name: 'Nom',
  id: 'Identifiant',
  list: 'Sous-comptes',
  loading: 'Chargement des sous-comptes',
  filter: 'Nom ou identifiant',
  clear: 'Effacer le filtre',
  matches: '{count, plural, =0 {Aucun sous-compte} one {# sous-compte} other {# sous-comptes}}',
  empty: 'Il n’y a pas encore de sous-comptes. Un administrateur les crée par l’API.',
  noMatch: 'Aucun sous-compte ne contient cela dans son nom ou son identifiant.',
  noMatchMore:
    'Aucun de ceux qui sont chargés ne contient cela dans son nom ou son identifiant. Veuillez en charger d’autres.',
  more: 'En charger d’autres',
};

import type { Messages } from '../en/index.ts';

export const subaccounts: Messages['subaccounts'] = {
  title: 'Subaccounts',
  description: 'Wählen Sie, wessen Kunden, Richtlinie und Auswertung Sie sehen möchten.',
  name: 'Name',
  id: 'ID',
  list: 'Subaccounts',
  loading: 'Subaccounts werden geladen',
  filter: 'Name oder ID',
  clear: 'Filter leeren',
  matches: '{count, plural, =0 {Kein Subaccount} one {# Subaccount} other {# Subaccounts}}',
  empty: 'Noch gibt es keine Subaccounts. Ein Admin legt sie über die API an.',
  noMatch: 'Kein Subaccount hat das im Namen oder in der ID.',
  noMatchMore: 'Keiner der bisher geladenen hat das im Namen oder in der ID. Bitte laden Sie weitere.',
  more: 'Weitere laden',
};

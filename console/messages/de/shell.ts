import type { Messages } from '../en/index.ts';

export const shell: Messages['shell'] = {
  product: 'RideGate',
  navigation: 'Seiten',
  openNavigation: 'Liste der Seiten öffnen',
  closeNavigation: 'Liste der Seiten schließen',
  breadcrumbs: 'Wo Sie sind',
  notifications: 'Meldungen',
  subaccounts: 'Subaccounts',
  customers: 'Kunden',
  policy: 'Richtlinie',
  insights: 'Auswertung',
  operations: 'Betrieb',
  language: 'Sprache: {language}',
  languageMissing:
    '{language} konnte nicht geladen werden. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
  appearance: 'Darstellung',
  theme: { system: 'Wie das System', light: 'Hell', dark: 'Dunkel' },
  account: 'Konto: {person}',
  admin: 'Admin',
  operatorOf: 'Operator von {subaccount}',
  signOut: 'Abmelden',
  sessionEnded: {
    title: 'Ihre Sitzung ist abgelaufen',
    text: 'Bitte melden Sie sich erneut an. Diese Seite bleibt, wie sie ist, mit allem, was Sie geschrieben haben.',
    signIn: 'Erneut anmelden',
    waiting: 'Wartet auf Ihre Anmeldung im anderen Fenster …',
    blocked:
      'Der Browser hat das Fenster blockiert. Bitte erlauben Sie Pop-ups für diese Adresse und versuchen Sie es noch einmal; nichts Geschriebenes geht verloren.',
    another:
      'Jemand anderes hat sich angemeldet. Bitte melden Sie sich mit dem Konto an, mit dem diese Seite geöffnet wurde.',
    failed: 'Die Anmeldung hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
  },
  signIn: {
    title: 'Sie sind nicht angemeldet',
    refused:
      'Die Anmeldeseite hat abgelehnt, oder die Anmeldung hat zu lange gedauert. Bitte versuchen Sie es noch einmal.',
    unreachable:
      'Der Anmeldedienst ist nicht erreichbar. Bitte prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal.',
    again: 'Anmelden',
  },
  noAccess: {
    title: 'Dieses Konto hat noch keinen Zugang',
    text: '„{person}“ ist weder Operator eines Subaccounts noch Admin. Bitte lassen Sie das Konto von den Betreibern von RideGate einer Gruppe und einem Subaccount zuordnen.',
    signOut: 'Abmelden',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Vielleicht ist die Adresse unvollständig.',
    home: 'Zur Startseite',
  },
  crash: {
    title: 'Diese Seite kann nicht angezeigt werden',
    text: 'Ein Teil der Konsole wurde nicht geladen oder hat einen Fehler. Meist hilft es, sie neu zu laden; geändert wurde nichts.',
    reload: 'Neu laden',
  },
};

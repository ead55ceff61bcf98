import type { Messages } from '../en/index.ts';

export const customerSignals: Messages['customer']['signals'] = {
  title: 'Signale',
  description: 'Von Menschen zu beurteilen. Keines davon sperrt für sich allein.',
  states: { yes: 'Ausgelöst', no: 'Nicht ausgelöst', unknown: 'Unbekannt' },
  sentences: {
    voip_number: {
      yes: 'Die Telefonnummer ist eine VoIP-Nummer, die jeder ohne Vertrag bekommt.',
      no: 'Die Telefonnummer ist {type, select, mobile {eine Mobilfunknummer} landline {eine Festnetznummer} other {keine VoIP-Nummer}}.',
      unknown: 'Von welcher Art die Telefonnummer ist, ließ sich nicht feststellen.',
    },
    recently_ported_number: {
      yes: 'Die Nummer wechselte {days, plural, =0 {am Tag der Registrierung} one {# Tag vor der Registrierung} other {# Tage vor der Registrierung}} Anbieter oder SIM; weniger als {threshold} Tage.',
      after_signup:
        'Die Nummer wechselte {days, plural, one {# Tag} other {# Tage}} nach der Registrierung Anbieter oder SIM.',
      no: 'Die Nummer wechselte {days, plural, one {# Tag} other {# Tage}} vor der Registrierung Anbieter oder SIM; ab {threshold} Tagen ist das normal.',
      unknown: 'Ob die Nummer Anbieter oder SIM gewechselt hat, ließ sich nicht feststellen.',
    },
    prepaid_carrier: {
      yes: 'Die Nummer ist eine Prepaid-Nummer.',
      named: 'Die Nummer ist eine Prepaid-Nummer von {carrier}.',
      no: 'Die Nummer gehört zu einem Vertrag.',
      unknown: 'Ob die Nummer eine Prepaid-Nummer ist, ließ sich nicht feststellen.',
    },
    phone_country_mismatch: {
      yes: 'Land der Telefonnummer: {phone}. Land der IP-Adresse: {signup}.',
      no: 'Telefonnummer und IP-Adresse gehören zum selben Land: {phone}.',
      unknown: 'Die Länder von Telefonnummer und IP-Adresse ließen sich nicht vergleichen.',
    },
    ip_gps_mismatch: {
      yes: 'IP-Adresse und GPS liegen {distance, number} km auseinander; mehr als {threshold, number} km.',
      no: 'IP-Adresse und GPS liegen {distance, number} km auseinander; bis {threshold, number} km ist das normal.',
      unknown: 'IP-Adresse und GPS ließen sich nicht vergleichen: Eine der beiden Positionen fehlt.',
    },
    vpn_or_proxy: {
      yes: 'Die IP-Adresse gehört zu {anonymizer, select, tor {Tor} vpn {einem VPN} proxy {einem Proxy} other {einem Hosting-Anbieter}}.',
      no: 'Die IP-Adresse gehört zu keinem bekannten VPN, Proxy oder Hosting-Anbieter.',
      unknown: 'Ob die IP-Adresse zu einem VPN oder Proxy gehört, ließ sich nicht feststellen.',
    },
    outside_operational_zones: {
      yes: 'Die Registrierung lag {distance, number} km außerhalb der Betriebszonen.',
      no: 'Die Registrierung lag innerhalb der Betriebszonen, soweit die Position genau ist.',
      unknown: 'Die Zonen oder die Position der Registrierung fehlen.',
    },
  },
  factsTitle: 'Registrierung',
  noFacts: 'Über die Registrierung ist nichts bekannt.',
  name: 'Name',
  email: 'E-Mail',
  phone: 'Telefon',
  phoneType: 'Art der Nummer',
  phoneTypes: { mobile: 'Mobilfunk', landline: 'Festnetz', voip: 'VoIP' },
  carrier: 'Anbieter',
  prepaid: 'Prepaid',
  phoneRisk: 'Risikowert der Nummer',
  phoneCountry: 'Land der Nummer',
  ip: 'IP-Adresse',
  place: 'Ort der IP-Adresse',
  position: 'Position',
  positionOf: '{latitude}, {longitude}',
  positionWithin: '{latitude}, {longitude} (auf {accuracy, number} m genau)',
  stripeCustomer: 'Kunde bei Stripe',
  attribution: 'IP Geolocation by DB-IP',
  yes: 'ja',
  no: 'nein',
};

import type { Messages } from '../en/index.ts';

export const customerSignals: Messages['customer']['signals'] = {
  title: 'Signaux',
  description: 'À apprécier par des personnes. Aucun ne bloque à lui seul.',
  states: { yes: 'Déclenché', no: 'Non déclenché', unknown: 'Inconnu' },
  sentences: {
    voip_number: {
      yes: 'Le numéro de téléphone est un numéro VoIP, que chacun peut obtenir sans contrat.',
      no: 'Le numéro de téléphone {type, select, mobile {est un numéro mobile} landline {est un numéro fixe} other {n’est pas un numéro VoIP}}.',
      unknown: 'Le type du numéro de téléphone n’a pas pu être établi.',
    },
    recently_ported_number: {
      yes: 'Le numéro a changé d’opérateur ou de SIM {days, plural, =0 {le jour de l’inscription} one {# jour avant l’inscription} other {# jours avant l’inscription}} ; moins de {threshold} jours.',
      after_signup:
        'Le numéro a changé d’opérateur ou de SIM {days, plural, one {# jour} other {# jours}} après l’inscription.',
      no: 'Le numéro a changé d’opérateur ou de SIM {days, plural, one {# jour} other {# jours}} avant l’inscription ; à partir de {threshold} jours, c’est normal.',
      unknown: 'Il n’a pas pu être établi si le numéro a changé d’opérateur ou de SIM.',
    },
    prepaid_carrier: {
      yes: 'Le numéro est prépayé.',
      named: 'Le numéro est un numéro prépayé de {carrier}.',
      no: 'Le numéro fait partie d’un abonnement.',
      unknown: 'Il n’a pas pu être établi si le numéro est prépayé.',
    },
    phone_country_mismatch: {
      yes: 'Pays du numéro : {phone}. Pays de l’adresse IP : {signup}.',
      no: 'Le numéro et l’adresse IP sont du même pays : {phone}.',
      unknown: 'Les pays du numéro et de l’adresse IP n’ont pas pu être comparés.',
    },
    ip_gps_mismatch: {
      yes: 'L’adresse IP et le GPS sont à {distance, number} km l’un de l’autre ; plus de {threshold, number} km.',
      no: 'L’adresse IP et le GPS sont à {distance, number} km l’un de l’autre ; jusqu’à {threshold, number} km, c’est normal.',
      unknown: 'L’adresse IP et le GPS n’ont pas pu être comparés : une des deux positions manque.',
    },
    vpn_or_proxy: {
      yes: 'L’adresse IP appartient à {anonymizer, select, tor {Tor} vpn {un VPN} proxy {un proxy} other {un hébergeur}}.',
      no: 'L’adresse IP n’appartient à aucun VPN, proxy ou hébergeur connu.',
      unknown: 'Il n’a pas pu être établi si l’adresse IP appartient à un VPN ou un proxy.',
    },
    outside_operational_zones: {
      yes: 'L’inscription a eu lieu à {distance, number} km des zones d’exploitation.',
      no: 'L’inscription a eu lieu dans les zones d’exploitation, dans la limite de précision de la position.',
      unknown: 'Les zones ou la position de l’inscription manquent.',
    },
  },
  factsTitle: 'Inscription',
  noFacts: 'On ne sait rien de l’inscription.',
  name: 'Nom',
  email: 'E-mail',
  phone: 'Téléphone',
  phoneType: 'Type de numéro',
  phoneTypes: { mobile: 'mobile', landline: 'fixe', voip: 'VoIP' },
  carrier: 'Opérateur',
  prepaid: 'Prépayé',
  phoneRisk: 'Score de risque du numéro',
  phoneCountry: 'Pays du numéro',
  ip: 'Adresse IP',
  place: 'Lieu de l’adresse IP',
  position: 'Position',
  positionOf: '{latitude}, {longitude}',
  positionWithin: '{latitude}, {longitude} (à {accuracy, number} m près)',
  stripeCustomer: 'Client chez Stripe',
  attribution: 'IP Geolocation by DB-IP',
  yes: 'oui',
  no: 'non',
};

import type { NextStepTexts } from './next-step-texts.ts';

export const french: NextStepTexts = {
  steps: {
    abandoned: 'La vérification n’a pas été terminée. Veuillez recommencer et suivre toutes les étapes.',
    consent_declined:
      'Vous avez refusé la vérification. Vous pouvez recommencer et accepter, ou demander une autre solution à l’assistance.',
    country_not_supported:
      'Nous ne pouvons pas vérifier ici les documents de votre pays. Veuillez contacter l’assistance.',
    device_not_supported:
      'Votre appareil ne permet pas cette vérification. Veuillez réessayer avec un téléphone dont la caméra fonctionne.',
    document_expired: 'Votre document a expiré. Veuillez réessayer avec un document encore valide.',
    document_type_not_supported:
      'Ce type de document n’est pas accepté. Veuillez réessayer avec l’un des documents indiqués pendant la vérification.',
    document_unverified_other:
      'Nous n’avons pas pu lire votre document. Veuillez réessayer avec un bon éclairage et le document entier dans l’image.',
    email_unverified_other:
      'Nous n’avons pas pu confirmer votre adresse e-mail. Veuillez la vérifier et réessayer.',
    email_verification_declined:
      'Votre adresse e-mail n’a pas été confirmée. Veuillez réessayer et saisir le code.',
    id_number_insufficient_document_data:
      'Votre document ne suffit pas pour vérifier votre numéro d’identité. Veuillez réessayer avec un autre document.',
    id_number_mismatch:
      'Le numéro d’identité ne correspond pas à votre document. Veuillez le vérifier et réessayer.',
    id_number_unverified_other:
      'Nous n’avons pas pu confirmer votre numéro d’identité. Veuillez le vérifier et réessayer.',
    phone_unverified_other:
      'Nous n’avons pas pu confirmer votre numéro de téléphone. Veuillez le vérifier et réessayer.',
    phone_verification_declined:
      'Votre numéro de téléphone n’a pas été confirmé. Veuillez réessayer et saisir le code.',
    selfie_document_missing_photo:
      'Votre document ne comporte pas de photo de vous. Veuillez réessayer avec un document qui en a une.',
    selfie_face_mismatch:
      'Votre selfie ne correspond pas à la photo de votre document. Veuillez réessayer avec votre propre document, face à la caméra.',
    selfie_manipulated:
      'Le selfie n’a pas pu être accepté. Veuillez en prendre un nouveau avec votre caméra, sans filtre.',
    selfie_unverified_other:
      'Nous n’avons pas pu vérifier votre selfie. Veuillez réessayer avec un bon éclairage et le visage découvert.',
    under_supported_age: 'Vous êtes trop jeune pour être vérifié ici. Veuillez contacter l’assistance.',
    under_minimum_age: 'Vous n’avez pas l’âge requis par ce service. Veuillez contacter l’assistance.',
    age_unconfirmed: 'Nous n’avons pas pu confirmer votre âge. Veuillez contacter l’assistance.',
  },
  general: 'La vérification n’a pas abouti. Veuillez réessayer, ou contacter l’assistance si cela continue.',
};

import type { NextStepTexts } from './next-step-texts.ts';

export const dutch: NextStepTexts = {
  steps: {
    abandoned: 'De controle is niet afgemaakt. Begin opnieuw en doorloop alle stappen.',
    consent_declined:
      'Je hebt de controle geweigerd. Je kunt opnieuw beginnen en akkoord gaan, of de klantenservice om een andere manier vragen.',
    country_not_supported:
      'Documenten uit jouw land kunnen we hier niet controleren. Neem contact op met de klantenservice.',
    device_not_supported:
      'Je apparaat is niet geschikt voor deze controle. Probeer het opnieuw met een telefoon waarvan de camera werkt.',
    document_expired: 'Je document is verlopen. Probeer het opnieuw met een document dat nog geldig is.',
    document_type_not_supported:
      'Dit soort document kunnen we niet accepteren. Probeer het opnieuw met een van de documenten die de controle noemt.',
    document_unverified_other:
      'We konden je document niet lezen. Probeer het opnieuw bij goed licht, met het hele document in beeld.',
    email_unverified_other:
      'We konden je e-mailadres niet bevestigen. Controleer het en probeer het opnieuw.',
    email_verification_declined: 'Je e-mailadres is niet bevestigd. Probeer het opnieuw en voer de code in.',
    id_number_insufficient_document_data:
      'Je document toont te weinig om je identiteitsnummer te controleren. Probeer het opnieuw met een ander document.',
    id_number_mismatch:
      'Het identiteitsnummer past niet bij je document. Controleer het en probeer het opnieuw.',
    id_number_unverified_other:
      'We konden je identiteitsnummer niet bevestigen. Controleer het en probeer het opnieuw.',
    phone_unverified_other:
      'We konden je telefoonnummer niet bevestigen. Controleer het en probeer het opnieuw.',
    phone_verification_declined:
      'Je telefoonnummer is niet bevestigd. Probeer het opnieuw en voer de code in.',
    selfie_document_missing_photo:
      'Op je document staat geen foto van jou. Probeer het opnieuw met een document waar die wel op staat.',
    selfie_face_mismatch:
      'Je selfie past niet bij de foto op je document. Probeer het opnieuw met je eigen document en kijk in de camera.',
    selfie_manipulated:
      'De selfie kon niet worden geaccepteerd. Maak een nieuwe met je camera, zonder filters.',
    selfie_unverified_other:
      'We konden je selfie niet controleren. Probeer het opnieuw bij goed licht, met je gezicht onbedekt.',
    under_supported_age:
      'Je bent te jong om hier gecontroleerd te worden. Neem contact op met de klantenservice.',
    under_minimum_age: 'Je bent jonger dan deze dienst toestaat. Neem contact op met de klantenservice.',
    age_unconfirmed: 'We konden je leeftijd niet bevestigen. Neem contact op met de klantenservice.',
  },
  general:
    'De controle is niet gelukt. Probeer het opnieuw, of neem contact op met de klantenservice als het blijft mislukken.',
};

import type { NextStepTexts } from './next-step-texts.ts';

export const german: NextStepTexts = {
  steps: {
    abandoned:
      'Die Prüfung wurde nicht abgeschlossen. Bitte beginne noch einmal und gehe alle Schritte durch.',
    consent_declined:
      'Du hast die Prüfung abgelehnt. Du kannst neu beginnen und zustimmen oder beim Support nach einem anderen Weg fragen.',
    country_not_supported:
      'Dokumente aus deinem Land können wir hier nicht prüfen. Bitte wende dich an den Support.',
    device_not_supported:
      'Dein Gerät eignet sich nicht für diese Prüfung. Bitte versuche es mit einem Handy, dessen Kamera funktioniert.',
    document_expired: 'Dein Dokument ist abgelaufen. Bitte versuche es mit einem gültigen.',
    document_type_not_supported:
      'Diese Art von Dokument können wir nicht annehmen. Bitte versuche es mit einem der Dokumente, die die Prüfung nennt.',
    document_unverified_other:
      'Wir konnten dein Dokument nicht lesen. Bitte versuche es bei gutem Licht, mit dem ganzen Dokument im Bild.',
    email_unverified_other:
      'Wir konnten deine E-Mail-Adresse nicht bestätigen. Bitte prüfe sie und versuche es noch einmal.',
    email_verification_declined:
      'Deine E-Mail-Adresse wurde nicht bestätigt. Bitte versuche es noch einmal und gib den Code ein.',
    id_number_insufficient_document_data:
      'Dein Dokument zeigt zu wenig, um deine Ausweisnummer zu prüfen. Bitte versuche es mit einem anderen.',
    id_number_mismatch:
      'Die Ausweisnummer passt nicht zu deinem Dokument. Bitte prüfe sie und versuche es noch einmal.',
    id_number_unverified_other:
      'Wir konnten deine Ausweisnummer nicht bestätigen. Bitte prüfe sie und versuche es noch einmal.',
    phone_unverified_other:
      'Wir konnten deine Telefonnummer nicht bestätigen. Bitte prüfe sie und versuche es noch einmal.',
    phone_verification_declined:
      'Deine Telefonnummer wurde nicht bestätigt. Bitte versuche es noch einmal und gib den Code ein.',
    selfie_document_missing_photo:
      'Auf deinem Dokument ist kein Foto von dir. Bitte versuche es mit einem, das eines hat.',
    selfie_face_mismatch:
      'Dein Selfie passt nicht zum Foto auf deinem Dokument. Bitte versuche es mit deinem eigenen Dokument und schau in die Kamera.',
    selfie_manipulated:
      'Das Selfie konnten wir nicht annehmen. Bitte nimm mit deiner Kamera ein neues auf, ohne Filter.',
    selfie_unverified_other:
      'Wir konnten dein Selfie nicht prüfen. Bitte versuche es bei gutem Licht, mit unbedecktem Gesicht.',
    under_supported_age: 'Du bist zu jung, um hier geprüft zu werden. Bitte wende dich an den Support.',
    under_minimum_age: 'Du bist jünger, als dieser Dienst es erlaubt. Bitte wende dich an den Support.',
    age_unconfirmed: 'Wir konnten dein Alter nicht bestätigen. Bitte wende dich an den Support.',
  },
  general:
    'Die Prüfung hat nicht geklappt. Bitte versuche es noch einmal oder wende dich an den Support, wenn es weiter nicht geht.',
};

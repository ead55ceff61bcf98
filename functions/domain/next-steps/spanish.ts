import type { NextStepTexts } from './next-step-texts.ts';

export const spanish: NextStepTexts = {
  steps: {
    abandoned: 'La comprobación no se terminó. Vuelve a empezar y completa todos los pasos.',
    consent_declined:
      'Has rechazado la comprobación. Puedes volver a empezar y aceptar, o pedir otra forma de verificarte al servicio de ayuda.',
    country_not_supported:
      'Aquí no podemos comprobar documentos de tu país. Ponte en contacto con el servicio de ayuda.',
    device_not_supported:
      'Tu dispositivo no permite esta comprobación. Inténtalo de nuevo con un teléfono cuya cámara funcione.',
    document_expired: 'Tu documento ha caducado. Inténtalo de nuevo con uno que siga vigente.',
    document_type_not_supported:
      'Este tipo de documento no sirve. Inténtalo de nuevo con uno de los que indica la comprobación.',
    document_unverified_other:
      'No hemos podido leer tu documento. Inténtalo de nuevo con buena luz y con el documento entero en la imagen.',
    email_unverified_other: 'No hemos podido confirmar tu correo electrónico. Revísalo e inténtalo de nuevo.',
    email_verification_declined:
      'Tu correo electrónico no se ha confirmado. Inténtalo de nuevo e introduce el código.',
    id_number_insufficient_document_data:
      'Tu documento no muestra lo suficiente para comprobar tu número de identidad. Inténtalo de nuevo con otro documento.',
    id_number_mismatch: 'El número de identidad no coincide con tu documento. Revísalo e inténtalo de nuevo.',
    id_number_unverified_other:
      'No hemos podido confirmar tu número de identidad. Revísalo e inténtalo de nuevo.',
    phone_unverified_other: 'No hemos podido confirmar tu número de teléfono. Revísalo e inténtalo de nuevo.',
    phone_verification_declined:
      'Tu número de teléfono no se ha confirmado. Inténtalo de nuevo e introduce el código.',
    selfie_document_missing_photo:
      'Tu documento no tiene una foto tuya. Inténtalo de nuevo con uno que la tenga.',
    selfie_face_mismatch:
      'Tu selfi no coincide con la foto del documento. Inténtalo de nuevo con tu propio documento y mirando a la cámara.',
    selfie_manipulated: 'No hemos podido aceptar el selfi. Haz uno nuevo con tu cámara, sin filtros.',
    selfie_unverified_other:
      'No hemos podido comprobar tu selfi. Inténtalo de nuevo con buena luz y la cara descubierta.',
    under_supported_age:
      'Eres demasiado joven para verificarte aquí. Ponte en contacto con el servicio de ayuda.',
    under_minimum_age:
      'No tienes la edad que exige este servicio. Ponte en contacto con el servicio de ayuda.',
    age_unconfirmed: 'No hemos podido confirmar tu edad. Ponte en contacto con el servicio de ayuda.',
  },
  general:
    'La comprobación no ha salido bien. Inténtalo de nuevo o, si sigue fallando, ponte en contacto con el servicio de ayuda.',
};

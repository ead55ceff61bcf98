import type { Messages } from '../en/index.ts';

export const problems: Messages['problems'] = {
  unreachable: 'RideGate est injoignable. Veuillez vérifier votre connexion et réessayer.',
  unavailable: 'RideGate ne peut pas répondre pour le moment. Veuillez réessayer dans un instant.',
  unexpected: 'Une erreur s’est produite sur cette page. Veuillez la recharger.',
  too_large:
    'RideGate a donné une réponse inattendue (statut {status}) : c’était trop à la fois. Veuillez raccourcir.',
  refused_on_the_way:
    'RideGate a donné une réponse inattendue (statut {status}) : cela a été refusé en chemin. Veuillez prévenir les exploitants de RideGate.',
  strange_answer:
    'RideGate a donné une réponse inattendue (statut {status}). Veuillez réessayer. Si cela persiste, veuillez prévenir les exploitants de RideGate.',
  session_ended:
    'Votre session est terminée. Veuillez vous reconnecter ; ce que vous avez écrit est toujours là.',
  already_verified: 'Ce client est déjà vérifié. La page montre l’état le plus récent.',
  customer_not_found: 'Aucun client ne porte cet identifiant dans ce sous-compte. Veuillez le vérifier.',
  export_too_large:
    'Trop de données pour un seul export. Veuillez vous adresser aux exploitants de RideGate.',
  forbidden: 'Votre compte n’y est pas autorisé.',
  identity_data_not_found: 'Aucune donnée vérifiée n’est conservée pour ce client.',
  invalid_request: 'Un élément de ce formulaire n’a pas été accepté :',
  no_session: 'Ce client n’a pas encore de vérification chez Stripe.',
  stripe_refused: 'Stripe a refusé. Si cela persiste, veuillez prévenir les exploitants de RideGate.',
  stripe_unavailable: 'Stripe est injoignable pour le moment. Veuillez réessayer dans une demi-minute.',
  subaccount_not_found: 'Ce sous-compte n’existe pas.',
  verification_not_required:
    'Aucune vérification n’est plus demandée à ce client. La page montre l’état le plus récent.',
  verification_processing: 'Stripe vérifie encore. Veuillez patienter un instant.',
  version_conflict:
    'Une autre personne a modifié cela entre-temps. Veuillez regarder l’état actuel et réessayer.',
  busy: 'D’autres personnes modifient la même chose en ce moment. Veuillez réessayer.',
  data_unreadable:
    'Les données conservées de ce client ne peuvent pas être ouvertes. Veuillez prévenir les exploitants de RideGate.',
};

import type { Messages } from '../en/index.ts';

type Actions = Pick<Messages['customer'], 'actions' | 'doing' | 'done' | 'dialogs' | 'ride'>;

export const customerActions: Actions = {
  actions: {
    menu: 'Actions',
    startTrip: 'Démarrer le trajet',
    verify: 'Vérifier manuellement',
    clear: 'Lever l’exigence',
    require: 'Exiger une vérification',
    refresh: 'Actualiser depuis Stripe',
    redact: 'Supprimer les données',
    export: 'Exporter',
    noSession: 'Il n’y a pas encore de vérification chez Stripe',
  },
  doing: {
    verify: 'Vérification…',
    clear: 'Levée de l’exigence…',
    require: 'Demande de vérification…',
    refresh: 'Lecture depuis Stripe…',
    redact: 'Suppression des données personnelles…',
  },
  done: {
    verify: '{customer} : le client est vérifié et va en être informé par notification.',
    clear: '{customer} : l’exigence est levée. Le client peut rouler et va en être informé par notification.',
    require: '{customer} : la vérification est exigée. Le client va en être informé par notification.',
    refresh: '{customer} : l’état actuel de Stripe a été repris.',
    refreshSame: '{customer} : Stripe n’a rien de nouveau, tout est comme avant.',
    refreshFailed: '{customer} : {failure}',
    redact: '{customer} : nos copies sont supprimées. Stripe supprime les siennes sous quatre jours.',
    export: '{customer} : l’export a été téléchargé. Il est inscrit au journal d’audit.',
  },
  dialogs: {
    overtaken:
      'Ce client a changé depuis que vous avez ouvert cette question : veuillez lire ce qui est nouveau, puis confirmer à nouveau.',
    overtakenStatus: 'Statut actuel : {status}',
    overtakenReason: 'Motif actuel de l’exigence : {reason}',
    verifyTitle: 'Vérifier ce client manuellement ?',
    verifyText:
      'Vous vous portez garant de l’identité de ce client sans Stripe. Le statut devient « vérifié », l’exigence tombe, et le client en est informé par notification.',
    clearTitle: 'Lever l’exigence ?',
    clearText:
      'Le client peut rouler sans être vérifié, jusqu’à ce qu’un nouveau risque ou un opérateur le redemande. Il n’est pas marqué comme vérifié, et en est informé par notification.',
    requireTitle: 'Exiger une vérification ?',
    requireText:
      'Le client ne peut plus rouler avant d’être vérifié, et retrouve tous ses essais. Une vérification antérieure ne compte plus ; elle reste dans l’historique. Le client en est informé par notification.',
    requireReason: 'Motif',
    requireReasonHint: 'Les autres opérateurs le voient comme motif du blocage.',
    requireReasonMissing: 'Veuillez choisir un motif.',
    requireReasons: {
      suspected_fraud: 'Soupçon de fraude',
      document_expired: 'Document expiré',
      account_change: 'Modification du compte',
      support_request: 'Demande du support',
      other: 'Autre',
    },
    redactTitle: 'Supprimer les données personnelles de ce client ?',
    redactText: 'Cela ne peut pas être annulé.',
    redactGoes: 'Ce qui disparaît',
    redactGoesText:
      'Tout ce qui a été lu du document, le nom, l’e-mail, le téléphone et les données d’inscription, les signaux, le message du client et les notes des opérateurs, ici tout de suite. Les images et les sessions chez Stripe, sous quatre jours.',
    redactStays: 'Ce qui reste',
    redactStaysText:
      'L’identifiant du client, le statut, les dates, les essais, les scores de risque et le journal d’audit sans ses notes. Le droit de rouler ne change pas.',
    redactConfirm: 'Saisissez l’identifiant du client pour confirmer',
    redactConfirmHint: 'Identifiant du client : {id}',
    redactMismatch: 'Ce n’est pas l’identifiant de ce client.',
    exportTitle: 'Exporter tout ce qui est conservé de ce client ?',
    exportText:
      'Vous recevez un fichier JSON avec toutes les données personnelles en clair. Veuillez le garder en lieu sûr et l’effacer dès qu’il n’est plus utile. L’export est inscrit au journal d’audit.',
    exportReason: 'Motif (obligatoire)',
    exportConfirm: 'Exporter',
  },
  ride: {
    title: 'Ce client peut-il démarrer un trajet ?',
    checking: 'Contrôle en cours…',
    allowed: 'Oui, le trajet peut commencer',
    blocked: 'Non, le trajet est bloqué',
    code: 'Code',
    status: 'Statut',
    next: 'Prochaine étape',
    tell: 'Ce que vous pouvez dire au client',
    checkedAt: 'Contrôlé le',
    policyVersion: 'Version de la politique',
    dismiss: 'Fermer la réponse',
    changed: 'Cela a changé depuis. La réponse était :',
    failed: 'Il n’y a pas eu de réponse, le trajet ne peut donc pas commencer.',
    nextActions: {
      start_verification: 'Commencer la vérification',
      continue_verification: 'Continuer la vérification',
      retry_verification: 'Recommencer la vérification',
      contact_support: 'Contacter le support',
    },
    tellNext: {
      start_verification:
        'Veuillez ouvrir l’application et y vérifier votre identité. Gardez votre pièce d’identité à portée de main.',
      continue_verification:
        'Votre vérification est en cours. Veuillez la terminer dans l’application ; le résultat arrive en général en quelques minutes.',
      retry_verification:
        'Le dernier contrôle n’a pas abouti. Veuillez réessayer dans l’application ; elle dit quoi changer.',
      contact_support:
        'Vous ne pouvez plus réessayer dans l’application. Je cherche une autre voie de vérification. (Opérateur : vérifier manuellement, lever l’exigence, ou exiger une vérification, ce qui redonne des essais.)',
    },
    tellAllowed:
      'Vous pouvez commencer votre trajet. Si l’application dit autre chose, veuillez la fermer et la rouvrir.',
  },
};

import type { Failure } from "./ports/workbook";

/** What the referent reads when the host refused: what happened, what is safe, what to do next. */
export interface FailureText {
  readonly title: string;
  readonly safe: string;
  readonly next: string;
}

const UNTOUCHED = "Votre classeur n’a pas été modifié.";

const UNREADABLE = {
  empty: {
    title: "Ce fichier est vide.",
    next: "Choisissez le classeur d’origine, ou demandez à la personne qui vous l’a transmis de l’envoyer de nouveau.",
  },
  "not-a-workbook": {
    title: "Ce fichier n’est pas un classeur Excel (.xlsx).",
    next: "Choisissez un fichier .xlsx. S’il vient d’un autre logiciel, enregistrez-le d’abord au format « Classeur Excel (*.xlsx) ».",
  },
  "old-format": {
    title: "Ce fichier est un ancien classeur Excel (.xls).",
    next: "Ouvrez-le dans Excel, puis utilisez « Enregistrer sous » et le format « Classeur Excel (*.xlsx) ».",
  },
  password: {
    title: "Ce classeur est protégé par un mot de passe.",
    next: "Ouvrez-le dans Excel, ôtez le mot de passe (Fichier, Informations, Protéger le classeur), enregistrez, puis réessayez.",
  },
  damaged: {
    title: "Ce classeur est endommagé ou incomplet, et n’a pas pu être lu.",
    next: "Ouvrez-le dans Excel et acceptez la réparation, ou demandez un nouvel envoi du fichier.",
  },
} as const;

/** The one place where a named failure becomes French. */
export function describeFailure(failure: Failure): FailureText {
  switch (failure.kind) {
    case "cell-being-edited":
      return {
        title: "Une cellule est en cours de saisie dans Excel.",
        safe: UNTOUCHED,
        next: "Terminez la saisie avec Entrée, ou annulez-la avec Échap, puis recommencez.",
      };
    case "protected":
      return {
        title:
          failure.tab === null
            ? "Ce classeur est protégé ou ouvert en lecture seule."
            : `La feuille « ${failure.tab} » est protégée.`,
        safe: UNTOUCHED,
        next:
          failure.tab === null
            ? "Activez la modification ou ôtez la protection du classeur (onglet Révision), puis recommencez."
            : "Ôtez la protection de la feuille (onglet Révision), puis recommencez. Si elle ne vous appartient pas, demandez à la personne qui l’a protégée.",
      };
    case "too-large":
      return {
        title: `C’est plus qu’il n’est possible de traiter en une fois : ${failure.what}.`,
        safe: UNTOUCHED,
        next: "Supprimez les lignes et les colonnes vides mises en forme, ou travaillez sur une copie réduite aux feuilles du CPOM.",
      };
    case "missing-tab":
      return {
        title: `La feuille « ${failure.tab} » n’existe plus.`,
        safe: UNTOUCHED,
        next: "Elle a peut-être été renommée ou supprimée. Vérifiez de nouveau le classeur.",
      };
    case "hidden-tab":
      return {
        title: `La feuille « ${failure.tab} » est masquée.`,
        safe: UNTOUCHED,
        next: "Affichez-la (clic droit sur un onglet, « Afficher »), puis recommencez.",
      };
    case "last-visible-tab":
      return {
        title: `La feuille « ${failure.tab} » est la seule visible : Excel ne permet pas de la supprimer.`,
        safe: UNTOUCHED,
        next: "Affichez d’abord une autre feuille (clic droit sur un onglet, « Afficher »), puis recommencez.",
      };
    case "tab-exists":
      return {
        title: `Une feuille « ${failure.tab} » existe déjà.`,
        safe: UNTOUCHED,
        next: "Choisissez un autre nom.",
      };
    case "name-exists":
      return {
        title: `Le nom « ${failure.name} » désigne déjà un tableau ou une plage de ce classeur.`,
        safe: UNTOUCHED,
        next: "Renommez ce qui le porte (onglet Formules, « Gestionnaire de noms »), puis recommencez.",
      };
    case "bad-tab-name":
      return {
        title: `« ${failure.tab} » ne peut pas être un nom de feuille.`,
        safe: UNTOUCHED,
        next: "Choisissez un nom de 1 à 31 caractères, sans : \\ / ? * [ ].",
      };
    case "session-lost":
      return {
        title: "La session avec Excel a été interrompue.",
        safe: "Ce qui est dans le classeur est conservé.",
        next: "Rechargez la page d’Excel, ou fermez puis rouvrez le volet.",
      };
    case "unreadable":
      return { ...UNREADABLE[failure.reason], safe: "Le fichier n’a pas été modifié." };
    case "array-formula":
      return {
        title: `Sur la feuille « ${failure.tab} », cette cellule fait partie d’une formule qui en remplit plusieurs.`,
        safe: UNTOUCHED,
        next: "Modifiez la formule dans Excel, depuis la première cellule qu’elle remplit.",
      };
    case "table-header":
      return {
        title: `Sur la feuille « ${failure.tab} », ce titre de colonne ne peut pas être changé ici.`,
        safe: UNTOUCHED,
        next: "Des formules peuvent le citer, ou il serait vide ou en double. Changez-le dans Excel, qui met les formules à jour.",
      };
    case "interrupted": {
      const { title, next } = describeFailure(failure.cause);
      return {
        title: `L’écriture s’est arrêtée en chemin. ${title}`,
        safe: "Une partie des cellules prévues est déjà écrite ; les autres n’ont pas été modifiées.",
        next,
      };
    }
    case "unknown":
      return {
        title: "Excel a refusé l’opération sans en donner la raison.",
        safe: UNTOUCHED,
        next: `Recommencez. Si cela se reproduit, transmettez ce mot à votre service informatique : ${failure.code}.`,
      };
    default:
      return failure satisfies never;
  }
}

import type { RaisonLaisse } from "../../../application/commands/bring-back-fiche";
import type { CompletudeFiche } from "../../../domain/fiche-action/fiche-action";
import { nombre, pluriel } from "../../textes";
import type { Montre } from "./liste";

const FICHE = ["fiche", "fiches"] as const;
const ACTION = ["action", "actions"] as const;

const MONTRES: Readonly<Record<Montre, string>> = {
  ...{ Rouge: "Météo rouge", Orange: "Météo orange", Vert: "Météo verte" },
  ...{ "sans-fiche": "Sans fiche", "a-mettre-a-jour": "Fiche à mettre à jour", "a-trancher": "Choix à faire" },
};

const LAISSES: Readonly<Record<RaisonLaisse, string>> = {
  illisible: "cette colonne du plan n’admet pas ce texte",
  vide: "la place est vide dans la fiche",
  "a-trancher": "le plan a changé aussi : choisissez d’abord",
  "autre-fiche": "une autre fiche dit autre chose de la même cellule",
  formule: "la cellule du plan est une formule",
};

/** French of the screen of the actions; it loads with it. */
export const mots = {
  titre: "Plan d’actions",
  chargement: "Lecture du plan d’actions…",

  vide: {
    titre: "Ce classeur n’a pas encore de plan d’actions",
    suite:
      "Il faut une feuille qui liste les actions, avec un intitulé et un pilote. Le complément peut ajouter celle du kit ; vos feuilles ne sont pas modifiées.",
    autre: "Si l’une de vos feuilles en est un, dites-le dans l’écran « Classeur ».",
    preparer: "Préparer les feuilles",
    sansLigne: "Le plan d’actions ne contient encore aucune action",
    sansLigneSuite: "Inscrivez une action par ligne, avec son identifiant ; le suivi et les fiches suivront.",
    allerAuPlan: "Aller au plan d’actions",
  },

  meteo: { Rouge: "Rouge", Orange: "Orange", Vert: "Vert", inconnue: "Sans météo" },
  meteoMotif: (nom: string, motif: string) => `${nom} : ${motif}`,

  tete: {
    rien: "Sélectionnez une ligne du plan d’actions ou de la check-list, ou cochez des actions ci-dessous.",
    sansLigne: (onglet: string) =>
      `La fiche « ${onglet} » n’a plus de ligne à elle dans le plan d’actions ni dans la check-list : son identifiant et son intitulé y ont changé, plusieurs lignes portent le même, ou la ligne n’y est plus. Rendez à la ligne l’un des deux, à elle seule, pour que les deux se suivent de nouveau ; la feuille reste comme elle est.`,
    point: "Point de la check-list",
    situation: (morceaux: readonly string[]) => morceaux.join(" · "),
    sansStatut: "sans statut",
    avancement: (part: string) => `${part} fait`,
    pilote: (nom: string) => `pilote : ${nom}`,
    sansFiche: "Pas encore de fiche.",
    aJour: (onglet: string) => `Fiche à jour, dans « ${onglet} ».`,
    aMettreAJour: (onglet: string, champs: readonly string[]) =>
      `Fiche « ${onglet} » à mettre à jour : ${champs.slice(0, 4).join(", ")}${champs.length > 4 ? `, et ${nombre(champs.length - 4)} de plus` : ""}.`,
    aTrancher: (onglet: string, n: number) =>
      `Fiche « ${onglet} » : ${n === 1 ? "un choix reste à faire" : `${nombre(n)} choix restent à faire`} ci-dessous.`,
    gardes: (champs: readonly string[]) => `Écrit de votre main et gardé : ${champs.join(", ")}.`,
    remplies: (remplies: number, total: number, completude: CompletudeFiche) =>
      `${nombre(remplies)} ${remplies > 1 ? "rubriques" : "rubrique"} sur ${nombre(total)} ${remplies > 1 ? "remplies" : "remplie"} ; ${COMPLETUDES[completude]}.`,
    manques: (rubriques: readonly string[]) => `À compléter : ${rubriques.join(", ")}.`,
    ouvrir: "Ouvrir la fiche",
    reporter: "Reporter dans le plan",
    cochees: (n: number) => pluriel(n, "action cochée", "actions cochées"),
    lignes: (n: number) => pluriel(n, "ligne sélectionnée", "lignes sélectionnées"),
    objectif: (nom: string, n: number) => `Objectif ${nom} : ${pluriel(n, ...ACTION)}`,
    pilotes: (nom: string, n: number) => `Pilote ${nom} : ${pluriel(n, ...ACTION)}`,
    plusieurs: (absentes: number, aMettreAJour: number, aTrancher: number, aJour: number) =>
      `${[
        ...(absentes > 0 ? [`${nombre(absentes)} sans fiche`] : []),
        ...(aMettreAJour > 0 ? [`${nombre(aMettreAJour)} à mettre à jour`] : []),
        ...(aTrancher > 0 ? [`${nombre(aTrancher)} avec un choix à faire`] : []),
        ...(aJour > 0 ? [`${nombre(aJour)} à jour`] : []),
      ].join(", ")}.`,
    aucuneAction: "Aucune action du plan ne s’y rattache.",
    impossibles: (n: number) =>
      n === 1 ? "1 ligne ne peut pas avoir de fiche : " : `${nombre(n)} lignes ne peuvent pas avoir de fiche : `,
    decocher: "Tout décocher",
  },

  principal: {
    generer: "Générer la fiche action",
    mettreAJour: "Mettre à jour la fiche",
    genererPlusieurs: (n: number) => `Générer ${nombre(n)} fiches action`,
    mettreAJourPlusieurs: (n: number) => `Mettre à jour ${nombre(n)} fiches`,
    mixte: (n: number) => `Générer ou mettre à jour ${nombre(n)} fiches`,
    manquantes: (n: number) => (n === 1 ? "Générer la fiche manquante" : `Générer les ${nombre(n)} fiches manquantes`),
    retenir: "Retenir mes choix",
  },

  conflits: {
    titre: (n: number) => (n === 1 ? "Un choix à faire" : `${nombre(n)} choix à faire`),
    aide: "La fiche et le plan ont changé tous les deux. Sans choix de votre part, le texte de la fiche reste.",
    place: (action: string, libelle: string) => `${action} · ${libelle}`,
    choix: { sienne: "Garder celui de la fiche", plan: "Prendre celui du plan" },
    vide: "(vide)",
    suite: (n: number) => (n === 1 ? "Afficher le dernier" : `Afficher les ${nombre(n)} suivants`),
  },

  liste: {
    titre: "Toutes les actions",
    chercher: "Chercher une action, un pilote, un objectif",
    chercherCourt: "Chercher",
    montrer: "Montrer",
    toutes: "Toutes",
    montre: (montre: Montre, n: number) => `${MONTRES[montre]} (${nombre(n)})`,
    aucune: "Aucune action ne correspond.",
    sansStatut: "Sans statut",
    toutCocher: (n: number) => (n === 1 ? "Cocher l’action affichée" : `Cocher les ${nombre(n)} actions affichées`),
    suite: (n: number) => (n === 1 ? "Afficher la dernière" : `Afficher les ${nombre(n)} suivantes`),
    fiche: {
      impossible: "fiche impossible",
      absente: "sans fiche",
      aJour: "fiche à jour",
      aMettreAJour: "fiche à mettre à jour",
      aTrancher: (n: number) => pluriel(n, "choix à faire", "choix à faire"),
    },
  },

  word: {
    titre: "Document Word",
    forme: "Forme",
    formes: { zip: "Un document par fiche (.zip)", "un-document": "Un seul document" },
    creer: (n: number) => (n === 1 ? "Créer le document Word" : `Créer ${nombre(n)} fiches Word`),
    copier: "Copier pour Word",
    copierFiches: (n: number) => (n === 1 ? "Copier la fiche pour Word" : `Copier ${nombre(n)} fiches pour Word`),
    reglages: (modele: string, forme: string | null) => [modele, ...(forme === null ? [] : [forme])].join(" · "),
    formesCourtes: { zip: "un document par fiche", "un-document": "un seul document" },
    enCours: (faites: number, total: number) => `${nombre(faites)} sur ${nombre(total)} fiches écrites…`,
    arreter: "Arrêter",
    arrete: "Arrêté : aucun document n’a été créé.",
    pret: (nom: string) => `« ${nom} » est prêt.`,
    enregistrer: "Enregistrer le fichier",
    choisi: (nom: string) => `« ${nom} » est enregistré.`,
    demande: (nom: string) => `« ${nom} » a été remis au navigateur, d’ordinaire dans « Téléchargements ».`,
    impossible: "Cette version d’Excel ne laisse pas un complément enregistrer un fichier : copiez la fiche pour Word.",
    rienApparu: "Le fichier n’est pas apparu ?",
    secours:
      "Copiez les fiches, ouvrez un document Word vide et collez. Ou ouvrez la feuille de la fiche, puis Fichier, Enregistrer sous, PDF : sa mise en page est prête.",
    copie: "Copié. Ouvrez un document Word vide et collez (Ctrl+V, ou ⌘+V sur Mac).",
    copieImpossible: "La copie est refusée ici. Sélectionnez le texte ci-dessous, copiez-le, puis collez-le dans Word.",
    texte: "Texte à copier",
    nomFichier: (n: number) => `Fiches action (${nombre(n)})`,

    sansModele: "Mise en page du complément",
    miseEnPage:
      "Mise en page du complément. Votre équipe peut avoir la sienne : un document Word avec des places à remplir.",
    avecModele: (nom: string) => `Modèle de votre équipe : « ${nom} ».`,
    retenu: "Il est gardé sur cet ordinateur et servira à chaque fiche.",
    nonRetenu: "Ce navigateur ne garde rien : le modèle servira jusqu’à la fermeture du volet.",
    choisir: "Choisir un modèle Word",
    changer: "Changer de modèle",
    oublier: "Ne plus l’utiliser",
    lectureModele: "Lecture du modèle…",
    modeleIllisible:
      "Ce fichier n’a pas pu être lu : il a été déplacé, ou il n’est pas encore sur cet ordinateur. Ouvrez-le dans Word, puis choisissez-le de nouveau.",
    fichierModele: "Modèle Word (.docx)",
    champs: "Champs que le modèle peut contenir",
    champsAide:
      "Écrivez-les entre accolades dans votre document, par exemple {titre}. Le nom seul compte, sans accent ni majuscule.",
    champ: (nom: string) => `{${nom}}`,
    liste: (nom: string) => `{#${nom}} … {/${nom}}`,
  },

  suivi: {
    titre: "Suivi",
    par: "Regrouper par",
    regroupements: { objectif: "objectif", esms: "établissement", pilote: "pilote" },
    sans: { objectif: "Sans objectif", esms: "Sans établissement", pilote: "Sans pilote" },
    actions: (n: number, retards: number) =>
      retards === 0 ? pluriel(n, ...ACTION) : `${pluriel(n, ...ACTION)}, ${nombre(retards)} en retard`,
    avancement: (fait: string, ecoule: string) => `Avancement ${fait}, temps écoulé ${ecoule}.`,
    avancementSeul: (fait: string) => `Avancement ${fait}.`,
    cout: (montant: string) => `Coût prévisionnel : ${montant}.`,
    etp: (etp: string) => `ETP mobilisés : ${etp}.`,
    sansChiffre: "Ni avancement, ni coût renseignés.",
    indicateurs: "Indicateurs",
    indicateursDetail: (tenus: number, mesures: number, total: number) =>
      mesures === 0
        ? `aucun mesuré sur ${nombre(total)}`
        : `${pluriel(tenus, "atteint", "atteints")} sur ${pluriel(mesures, "mesuré", "mesurés")}`,
    indicateur: (nom: string, etat: string) => `${nom} : ${etat}`,
    tenu: "tenu",
    nonTenu: "non tenu",
    chemin: (part: string) => `${part} du chemin vers la cible`,
    manque: { depart: "sans valeur de départ", cible: "sans cible finale", realise: "pas encore mesuré" },
    suite: (n: number) => `Afficher les ${nombre(n)} suivants`,
    synthese: "Synthèse pour le COPIL",
    eprd: "Passage EPRD",
  },

  apercu: {
    refus: {
      "sans-plan": "Aucun plan d’actions n’a été reconnu dans ce classeur.",
      "sans-checklist": "Aucune check-list n’a été reconnue dans ce classeur.",
      "exercice-invalide": "Cette année d’exercice n’est pas valide.",
    },
    feuille: (onglet: string) => `La feuille « ${onglet} » sera ajoutée`,
    contenu: "Elle contient",
    ajouter: "Ajouter cette feuille",
    ajoutee: (onglet: string) => `Feuille « ${onglet} » ajoutée.`,
    fiches: {
      titre: (ajoutees: number, misesAJour: number) => {
        if (ajoutees + misesAJour === 0) return "Vos choix seront retenus";
        const added =
          ajoutees === 0 ? [] : [`${pluriel(ajoutees, ...FICHE)} ${ajoutees > 1 ? "seront ajoutées" : "sera ajoutée"}`];
        const updated =
          misesAJour === 0
            ? []
            : [`${pluriel(misesAJour, ...FICHE)} ${misesAJour > 1 ? "seront mises à jour" : "sera mise à jour"}`];
        return [...added, ...updated].join(", ");
      },
      resume: (ajoutees: number, liens: number, cellules: number) =>
        [
          ...(ajoutees === 0 ? [] : ["Une feuille par fiche, prête à imprimer en A4."]),
          ...(liens === 0
            ? []
            : [liens === 1 ? "Le plan en reçoit le lien." : `Le plan en reçoit les ${nombre(liens)} liens.`]),
          ...(cellules === 0
            ? []
            : [`${pluriel(cellules, "cellule change", "cellules changent")} dans les fiches qui existent.`]),
          "Ce que vous avez écrit dans une fiche est gardé.",
        ].join(" "),
      ajoutees: "Feuilles ajoutées",
      misesAJour: "Mises à jour d’après le plan",
      renumerotees: "Action renumérotée : la fiche la suit",
      renumerotee: (onglet: string, avant: string, action: string) => `${onglet} : de « ${avant} » à « ${action} »`,
      gardes: "Gardé tel que vous l’avez écrit",
      conflits: "Laissé tel quel, choix à faire",
      laissees: "Sans fiche",
      inchangees: "Déjà à jour",
      champs: (onglet: string, champs: readonly string[]) =>
        champs.length === 0 ? onglet : `${onglet} : ${champs.join(", ")}`,
      dejaAJour: (n: number) => (n === 1 ? "La fiche est déjà à jour." : "Les fiches sont déjà à jour."),
      aTrancher: (n: number) =>
        n === 1
          ? "Rien d’autre à mettre à jour : un choix reste à faire ci-dessus."
          : `Rien d’autre à mettre à jour : ${nombre(n)} choix restent à faire ci-dessus.`,
      action: (ajoutees: number, misesAJour: number) => {
        if (ajoutees + misesAJour === 0) return "Retenir";
        if (misesAJour === 0) return ajoutees === 1 ? "Ajouter la fiche" : "Ajouter les fiches";
        return ajoutees === 0 ? "Mettre à jour" : "Ajouter et mettre à jour";
      },
      fait: (ajoutees: number, misesAJour: number) => {
        if (ajoutees + misesAJour === 0) return "Vos choix sont retenus.";
        const said = [
          ...(ajoutees > 0 ? [pluriel(ajoutees, "fiche ajoutée", "fiches ajoutées")] : []),
          ...(misesAJour > 0 ? [pluriel(misesAJour, "fiche mise à jour", "fiches mises à jour")] : []),
        ];
        return `${said.join(", ")}.`;
      },
    },
    retour: {
      titre: (n: number) => pluriel(n, "cellule du plan changera", "cellules du plan changeront"),
      resume: "Ce que vous avez écrit dans les fiches y est reporté. Aucune formule n’est remplacée.",
      reprises: "Reporté dans vos feuilles",
      laissees: "Reste dans la fiche seulement",
      lieu: (onglet: string, adresse: string) => `${onglet} · ${adresse}`,
      ligne: (lieu: string, libelle: string, avant: string, apres: string) =>
        `${lieu}, ${libelle} : « ${court(avant)} » devient « ${court(apres)} »`,
      laisse: (action: string, libelle: string, raison: RaisonLaisse) => `${action}, ${libelle} : ${LAISSES[raison]}.`,
      rien: "Rien à reporter dans le plan.",
      autres: (n: number) => (n === 1 ? "Et une autre place." : `Et ${nombre(n)} autres places.`),
      action: "Reporter dans le plan",
      fait: (n: number) => `${pluriel(n, "cellule reportée", "cellules reportées")} dans le plan.`,
    },
    synthese: {
      resume: "Une page datée, en A4. Celles des réunions passées restent comme elles sont.",
      lignes: (actions: number, retards: number) => [
        `le statut et la météo de ${pluriel(actions, ...ACTION)}`,
        retards === 0
          ? "aucune action en retard"
          : `${pluriel(retards, "action", "actions")} en retard, par ancienneté`,
        "l’avancement par objectif, les indicateurs, les coûts, les pilotes",
      ],
    },
    eprd: {
      resume:
        "Une feuille datée, en A4. Elle ne remplace pas les cadres réglementaires : elle dit où porter chaque chiffre.",
      lignes: (exercice: number) => [
        "ce que le plan engage chaque année : pérenne, non reconductible, autofinancé, ETP",
        `le cadre de l’exercice ${exercice} où porter chaque chiffre`,
        `le calendrier budgétaire de l’exercice ${exercice}`,
      ],
    },
  },
} as const;

/** How far a fiche is, in words. */
const COMPLETUDES: Readonly<Record<CompletudeFiche, string>> = {
  incomplete: "pas encore négociable",
  negociable: "négociable",
  contractualisable: "contractualisable",
};

const LONGEST = 60;

function court(texte: string): string {
  const line = texte.replace(/\s+/gu, " ");
  return line.length > LONGEST ? `${line.slice(0, LONGEST)}…` : line;
}

import { findSignataires, type Partie, PARTIES, partieOfActeur } from "../../cpom/partie";
import { headerOf, placeOf } from "../../sheets/decode";
import { normalizeTexte } from "../../sheets/texte";
import { nameLigne } from "../empty-cells";
import { defineRule } from "../rule";

const TITRES = ["ID acteur", "Code court", "Famille", "Organisme", "Nom, prénom", "Rôle dans la démarche"];

export default defineRule({
  id: "acteurs/signataire-par-partie",
  severity: "error",
  title: "Chaque partie a son signataire, et un seul sans délégation",
  docs: {
    quoi: "Chaque partie au contrat a un signataire en fonction ; s’il y en a plusieurs, un seul signe sans acte de délégation.",
    pourquoi: "Un contrat signé par une personne qui n’y est pas habilitée peut être annulé.",
    corriger:
      "Ajoutez le rôle « Signataire » à la personne habilitée, ou la référence de l’acte qui délègue la signature.",
    source: "Dossier métier, § 1.1 (P07), § 1.3 et § 4.10 (X-24)",
  },
  messages: {
    "sans-signataire": ({ partie }: { partie: Partie }) =>
      `${partie} : aucun signataire identifié. Donnez ce rôle à la personne habilitée.`,
    "aucun-signataire": ({ parties }: { parties: readonly Partie[] }) =>
      `Aucun signataire n’est identifié (${parties.join(", ")}). Indiquez qui signe pour chaque partie.`,
    "sans-delegation": ({ partie, acteurs }: { partie: Partie; organisme: string; acteurs: readonly string[] }) =>
      `${partie} : ${acteurs.length} signataires sans délégation (${acteurs.join(", ")}). Un seul peut s’en passer.`,
  },
  applies: (classeur) =>
    classeur.tables.acteurs?.lignes.some(({ state }) => state.role === "filled") === true &&
    findSignataires(classeur).length > 0,
  *check(classeur) {
    const { acteurs } = classeur.tables;
    if (acteurs === null) return;
    const signataires = acteurs.lignes.filter(
      ({ value }) => value.role?.includes("Signataire") === true && value.actif !== "Non",
    );
    const parties = findSignataires(classeur);
    const missing = parties.filter((partie) => !signataires.some((ligne) => partieOfActeur(ligne) === partie));
    if (missing.length === parties.length && missing.length > 1) {
      yield { message: "aucun-signataire", data: { parties }, at: headerOf(acteurs) };
      return;
    }
    for (const partie of missing) yield { message: "sans-signataire", data: { partie }, at: headerOf(acteurs) };
    for (const partie of PARTIES) {
      const alone = signataires.filter(
        (ligne) => partieOfActeur(ligne) === partie && ligne.state.delegation === "empty",
      );
      // Several départements, or companies of one group, each have their own signatory.
      for (const organisme of new Set(alone.map(({ value }) => normalizeTexte(value.organisme ?? "")))) {
        const same = alone.filter(({ value }) => normalizeTexte(value.organisme ?? "") === organisme);
        const second = same[1];
        if (second === undefined) continue;
        const data = {
          partie,
          organisme,
          acteurs: same.map((ligne) => ligne.value.code ?? nameLigne(acteurs.sheet, ligne)),
        };
        yield { message: "sans-delegation", data, at: placeOf(acteurs, second.row, "delegation") };
      }
    }
  },
  examples: [
    {
      titre: "ARS seule : le département ne finance pas, il n’a pas à signer",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Financeurs"],
          ["CPOM 2028-2032", "ARS"],
        ],
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-DG", "Autorités", "ARS Normandie", "LE GALL Anne", "Signataire"],
          ["ACT-002", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Signataire ; Décideur"],
        ],
      },
    },
    {
      titre: "Deux départements, chacun le sien ; un directeur signe par délégation",
      feuilles: {
        acteurs: [
          [...TITRES, "Délégation"],
          ["ACT-001", "CD14", "Autorités", "Conseil départemental du Calvados", "ROUX Paul", "Signataire", null],
          ["ACT-002", "CD50", "Autorités", "Conseil départemental de la Manche", "NOËL Luc", "Signataire", null],
          ["ACT-003", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Signataire", null],
          ["ACT-004", "OG-DG", "Gestionnaire", "Les Tilleuls", "PETIT Jean", "Signataire", "Décision du 12/05"],
        ],
      },
    },
    {
      titre: "Le département finance, et personne ne signe pour lui",
      feuilles: {
        cpom: [
          ["Intitulé du CPOM", "Financeurs"],
          ["CPOM 2028-2032", "ARS ; Département"],
        ],
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-DG", "Autorités", "ARS Normandie", "LE GALL Anne", "Signataire"],
          ["ACT-002", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Signataire"],
        ],
      },
      attendu: [["sans-signataire", "acteurs!1.id"]],
    },
    {
      titre: "Des contacts, et personne pour signer",
      feuilles: {
        acteurs: [
          TITRES,
          ["ACT-001", "ARS-REF", "Autorités", "ARS Normandie", "LE GALL Anne", "Référent"],
          ["ACT-002", "OG-REF", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Référent"],
        ],
      },
      attendu: [["aucun-signataire", "acteurs!1.id"]],
    },
    {
      titre: "Deux signataires pour le gestionnaire, aucun par délégation",
      feuilles: {
        acteurs: [
          [...TITRES, "Délégation de signature"],
          ["ACT-001", "OG-PRES", "Organisme gestionnaire", "Les Tilleuls", "MARTIN Claire", "Signataire", null],
          ["ACT-002", "OG-DG", "Organisme gestionnaire", "Les Tilleuls", "PETIT Jean", "Signataire", null],
        ],
      },
      attendu: [["sans-delegation", "acteurs!3.delegation"]],
    },
  ],
});

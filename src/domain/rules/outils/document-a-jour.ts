import { formatJour, type Jour } from "../../calendrier/jour";
import { findNegociation } from "../../cpom/negociation";
import { placeOf } from "../../sheets/decode";
import { nameLigne } from "../empty-cells";
import { defineRule } from "../rule";

export default defineRule({
  id: "outils/document-a-jour",
  severity: "advice",
  title: "Les documents utiles sont là et à jour pour la négociation",
  docs: {
    quoi: "Au premier jour de la négociation, chaque document recensé est disponible et sa validité n’est pas passée.",
    pourquoi: "On négocie mal sur un diagnostic tiré de documents périmés ou que personne n’a lus.",
    corriger:
      "Demandez le document ou sa mise à jour au détenteur. S’il ne vous concerne pas, indiquez « Sans objet ».",
    source: "Dossier métier, § 1.6 et § 4.10 (X-25)",
  },
  messages: {
    perime: ({ document, fin }: { document: string; fin: Jour }) =>
      `${document} : périmé depuis le ${formatJour(fin)}. Demandez sa mise à jour.`,
    "perime-a-l-ouverture": ({ document, fin, debut }: { document: string; fin: Jour; debut: Jour }) =>
      `${document} : valable jusqu’au ${formatJour(fin)}, avant la négociation (${formatJour(debut)}).`,
    absent: ({ document, debut }: { document: string; debut: Jour }) =>
      `${document} : absent, alors que la négociation a commencé le ${formatJour(debut)}.`,
  },
  applies: ({ tables: { outils } }) =>
    outils?.lignes.some(({ value }) => value.disponible !== null || value.finValidite !== null) === true,
  *check(classeur) {
    const { outils } = classeur.tables;
    if (outils === null) return;
    const debut = findNegociation(classeur)?.debut ?? null;
    for (const ligne of outils.lignes) {
      const { disponible, finValidite: fin, phase } = ligne.value;
      if (disponible === "Sans objet" || phase === "Suivi") continue;
      const document = ligne.value.document ?? nameLigne(outils.sheet, ligne);
      const at = placeOf(outils, ligne.row, "finValidite");
      if (disponible === "Non") {
        if (debut === null || debut > classeur.today) continue;
        yield { message: "absent", data: { document, debut }, at: placeOf(outils, ligne.row, "disponible") };
      } else if (fin !== null && fin < classeur.today) {
        yield { message: "perime", data: { document, fin }, at };
      } else if (fin !== null && debut !== null && fin < debut) {
        yield { message: "perime-a-l-ouverture", data: { document, fin, debut }, at };
      }
    }
  },
  examples: [
    {
      titre: "Un document valable, un autre qui ne servira qu’au suivi, un troisième sans objet",
      feuilles: {
        outils: [
          ["ID", "Document", "Disponible", "Fin de validité", "Phase d’usage"],
          ["DOC-01", "Schéma régional", "Oui", "31/12/2028", "Diagnostic"],
          ["DOC-02", "Rapport d’activité", "Oui", "31/12/2025", "Suivi"],
          ["DOC-03", "Coupes AGGIR et PATHOS", "Sans objet", null, "Diagnostic"],
        ],
      },
    },
    {
      titre: "Un projet d’établissement périmé",
      feuilles: {
        outils: [
          ["ID", "Document", "Disponible", "Fin de validité"],
          ["DOC-07", "Projet d’établissement", "Oui", "31/12/2025"],
        ],
      },
      attendu: [["perime", "outils!2.finValidite"]],
    },
    {
      titre: "Un schéma qui prend fin avant la négociation",
      feuilles: {
        outils: [
          ["ID", "Document", "Disponible", "Fin de validité"],
          ["DOC-02", "Schéma départemental", "Oui", "31/12/2026"],
        ],
        cpom: [
          ["Intitulé du CPOM", "Date de signature visée"],
          ["CPOM 2028-2032", "17/12/2027"],
        ],
      },
      attendu: [["perime-a-l-ouverture", "outils!2.finValidite"]],
    },
    {
      titre: "Un document toujours absent, la négociation ouverte",
      feuilles: {
        outils: [
          ["ID", "Document", "Disponible"],
          ["DOC-02", "Schéma départemental", "Non"],
        ],
        cpom: [
          ["Intitulé du CPOM", "Date de signature visée"],
          ["CPOM 2027-2031", "31/12/2026"],
        ],
      },
      attendu: [["absent", "outils!2.disponible"]],
    },
  ],
});

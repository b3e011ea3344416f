import { readParametres } from "../../parametres";
import { countLettres } from "../../raci/lecture";
import { readMatrice } from "../../raci/matrice";
import { type DataActivite, dataOf, sayRole } from "../../raci/phrases";
import type { ConventionRaci } from "../../raci/role";
import { defineRule } from "../rule";

const NOMS = ["ARS-DG", "ARS-REF", "CD-PCD", "CD-REF", "OG-PRES", "OG-DG", "OG-REF", "OG-DAF"];

export default defineRule({
  id: "raci/nombre-mesure",
  severity: "warning",
  title: "Une activité associe un nombre mesuré d’acteurs",
  docs: {
    quoi: "Dans une activité, les consultés, ceux qui font et les informés ne dépassent pas les seuils des réglages.",
    pourquoi:
      "Chaque avis attendu allonge l’activité, et une activité que beaucoup se partagent n’est plus à personne.",
    corriger:
      "Limitez-vous aux avis indispensables, scindez l’activité, ou remplacez les I par une diffusion générale.",
    source: "Dossier métier, § 2.2 (RACI-12, RACI-13 et RACI-14)",
  },
  messages: {
    consultes: ({ activite, nombre }: Data) =>
      `${activite} : ${nombre} consultés. Limitez aux avis indispensables, passez les autres en Informé (I).`,
    executants: ({ activite, nombre, convention }: Data & { readonly convention: ConventionRaci }) =>
      `${activite} : ${sayRole(convention, "executant", nombre)}. L’activité est peut-être trop large.`,
    informes: ({ activite, nombre }: Data) => `${activite} : ${nombre} informés. Une diffusion générale suffit-elle ?`,
  },
  applies: (classeur) => readMatrice(classeur)?.activites.some(({ lettres }) => lettres.size > 0) === true,
  *check(classeur) {
    const matrice = readMatrice(classeur);
    if (matrice === null) return;
    const parametres = readParametres(classeur);
    const { acteurs, convention } = matrice;
    const { ofActivite } = countLettres(matrice);
    for (const activite of matrice.activites) {
      const { at } = activite;
      const data = dataOf(matrice, activite);
      const { C: consultes, I: informes, ...autres } = ofActivite(activite);
      const isMany = consultes > parametres["raci.consultes-maximum"];
      if (isMany && consultes / acteurs.length > parametres["raci.consultes-part"]) {
        yield { message: "consultes", data: { ...data, nombre: consultes }, at };
      }
      const executants = convention.value === null ? 0 : autres[convention.value === "ANAP" ? "A" : "R"];
      if (convention.value !== null && executants > parametres["raci.executants-maximum"]) {
        const found = { ...data, nombre: executants, convention: convention.value };
        yield {
          message: "executants",
          data: found,
          at,
          severity: "advice",
          needsReview: convention.source === "statistique",
        };
      }
      const isWide = informes >= parametres["raci.informes-minimum"];
      if (isWide && informes / acteurs.length > parametres["raci.informes-part"]) {
        yield { message: "informes", data: { ...data, nombre: informes }, at, severity: "advice" };
      }
    }
  },
  examples: [
    {
      titre: "Trois consultés sur huit acteurs, deux informés",
      feuilles: matrice("R A A C C C I I"),
    },
    {
      titre: "Cinq consultés sur huit acteurs",
      feuilles: matrice("R A C C C C C I", "R A A C C I I I"),
      attendu: [["consultes", "raci!2.activite"]],
    },
    {
      titre: "Six Acteurs, puis six informés",
      feuilles: matrice("R A A A A A A C", "R A I I I I I I"),
      attendu: [
        ["executants", "raci!2.activite"],
        ["informes", "raci!3.activite"],
      ],
    },
  ],
});

type Data = DataActivite & { readonly nombre: number };

function matrice(...lettres: readonly string[]) {
  return {
    cpom: [
      ["Intitulé du CPOM", "Convention RACI"],
      ["CPOM 2028-2032", "ANAP"],
    ],
    raci: [
      ["ID", "Activité", "Phase", ...NOMS],
      ...lettres.map((line, index) => [`A0${index + 1}`, "Rédiger", "Formalisation", ...line.split(" ")]),
    ],
  };
}

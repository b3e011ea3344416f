import { formatJour, type Jour } from "../../calendrier/jour";
import { describePoint } from "../../checklist/point";
import { placeOf } from "../../sheets/decode";
import { defineRule } from "../rule";

export default defineRule({
  id: "checklist/fait-avec-date",
  severity: "warning",
  title: "Le statut « Fait » et la date de réalisation vont ensemble",
  docs: {
    quoi: "Un point « Fait » a une date de réalisation, passée ; un point qui ne l’est pas n’en a pas.",
    pourquoi: "Sans date, on ne peut ni suivre le rythme de la démarche, ni établir l’ordre des étapes.",
    corriger: "Saisissez la date, ou mettez le statut en accord avec elle.",
    source: "Dossier métier, § 1.1 et § 4.10 (X-20)",
  },
  messages: {
    "sans-date": ({ point }: { point: string }) =>
      `${point} : déclaré fait, sans date de réalisation. Indiquez quand il l’a été.`,
    "date-sans-fait": ({ point, statut }: { point: string; statut: string }) =>
      `${point} : une date de réalisation est saisie, mais le statut est « ${statut} ».`,
    "date-a-venir": ({ point, date }: { point: string; date: Jour }) =>
      `${point} : déclaré fait le ${formatJour(date)}, une date à venir.`,
  },
  applies: ({ tables: { checklist } }) =>
    checklist?.lignes.some(({ state }) => state.dateRealisation !== "absent" && state.statut !== "absent") === true,
  *check({ today, tables: { checklist } }) {
    if (checklist === null) return;
    for (const ligne of checklist.lignes) {
      const { statut, dateRealisation: date } = ligne.value;
      if (statut === null) continue;
      const point = describePoint(ligne);
      const at = placeOf(checklist, ligne.row, "dateRealisation");
      if (statut === "Fait" && ligne.state.dateRealisation === "empty") {
        yield { message: "sans-date", data: { point }, at };
      }
      if (statut === "Fait" && date !== null && date > today)
        yield { message: "date-a-venir", data: { point, date }, at };
      if (statut !== "Fait" && date !== null) yield { message: "date-sans-fait", data: { point, statut }, at };
    }
  },
  examples: [
    {
      titre: "Fait avec sa date, en cours sans date",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Date de réalisation"],
          ["P01", "Fait", "12/12/2025"],
          ["P02", "En cours", null],
        ],
      },
    },
    {
      titre: "Fait, mais quand",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Date de réalisation"],
          ["P01", "Fait", null],
        ],
      },
      attendu: [["sans-date", "checklist!2.dateRealisation"]],
    },
    {
      titre: "Une date, mais le point est en cours",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Date de réalisation"],
          ["P01", "En cours", "12/12/2025"],
        ],
      },
      attendu: [["date-sans-fait", "checklist!2.dateRealisation"]],
    },
    {
      titre: "Fait à une date qui n’est pas encore venue",
      feuilles: {
        checklist: [
          ["N°", "Statut", "Date de réalisation"],
          ["P01", "Fait", "12/12/2050"],
        ],
      },
      attendu: [["date-a-venir", "checklist!2.dateRealisation"]],
    },
  ],
});

import type { ConstatPlanning, DateImposee } from "../../../domain/retro-planning/constat-planning";
import type { Place } from "../../../domain/sheets/grid";
import { PlaceButton } from "../../components/PlaceButton";
import { Section } from "../../components/Section";
import type { Lieux } from "./lieux";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface ConstatsProps {
  readonly constats: readonly ConstatPlanning[];
  readonly lieux: Lieux;
  readonly onShow: (at: Place) => void;
}

/** Shown at once; a schedule with more has one cause. */
const SHOWN = 12;

/** What is wrong in the schedule, each a button to its cell. What the light already says is left out. */
export function Constats({ constats, lieux, onShow }: ConstatsProps) {
  const styles = useStyles();
  const phrases = constats.flatMap((constat) => describe(constat, lieux) ?? []);
  if (phrases.length === 0) return null;
  return (
    <Section titre={mots.constats.titre}>
      <ul className={styles.list}>
        {phrases.slice(0, SHOWN).map(({ text, at }) => (
          <li key={text} className={styles.item}>
            <PlaceButton at={at} onShow={onShow}>
              {text}
            </PlaceButton>
          </li>
        ))}
      </ul>
    </Section>
  );
}

interface Phrase {
  readonly text: string;
  readonly at: Place | null;
}

function describe(constat: ConstatPlanning, { nameOf, placeOf }: Lieux): Phrase | null {
  switch (constat.id) {
    case "identifiant-double":
      return { text: mots.constats[constat.id](constat.tache), at: placeOf(constat.tache, "id") };
    case "predecesseur-inconnu":
      return {
        text: mots.constats[constat.id](nameOf(constat.tache), constat.predecesseur),
        at: placeOf(constat.tache, "predecesseurs"),
      };
    case "cible-inconnue":
      return { text: mots.constats[constat.id](constat.tache), at: null };
    case "cycle":
      return {
        text: mots.constats[constat.id](constat.chemin.map(nameOf)),
        at: placeOf(constat.chemin[0] ?? "", "predecesseurs"),
      };
    case "contraintes-contradictoires": {
      const [premiere, seconde] = [constat.premiere, constat.seconde].map((one) => nameDate(one, nameOf));
      const own = constat.seconde.kind === "cible" ? constat.premiere : constat.seconde;
      return {
        text: mots.constats[constat.id](premiere ?? "", seconde ?? "", constat.manque),
        at: placeOf(own.tache, own.kind === "seances" ? "tache" : "dateContrainte"),
      };
    }
    case "aucune-seance":
      return { text: mots.constats[constat.id](nameOf(constat.tache)), at: placeOf(constat.tache) };
    case "phases-en-desordre": {
      const { phase, fin, suivante, debut } = constat;
      return { text: mots.constats[constat.id](phase, fin, suivante, debut), at: null };
    }
    case "hors-calendrier":
      return { text: mots.constats[constat.id](nameOf(constat.tache)), at: placeOf(constat.tache, "dureeMin") };
    case "debut-depasse":
    case "fin-impossible":
      return null;
    default:
      return constat satisfies never;
  }
}

function nameDate({ tache, kind, jour }: DateImposee, nameOf: Lieux["nameOf"]): string {
  return mots.constats.imposee[kind](nameOf(tache), jour);
}

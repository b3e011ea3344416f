import { Button, mergeClasses } from "@fluentui/react-components";
import type { Compression, Levier } from "../../../domain/retro-planning/leviers";
import { Disclosure } from "../../components/Disclosure";
import { Section } from "../../components/Section";
import { type Choix, isTried, keyOfLevier } from "./choix";
import type { Lieux } from "./lieux";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface LeviersProps {
  readonly compression: Compression | null;
  readonly choix: Choix;
  readonly lieux: Lieux;
  readonly onTry: (levier: Levier) => void;
}

/** What would make an untenable date hold again: the fewest changes first, each to be tried. */
export function Leviers({ compression, choix, lieux, onTry }: LeviersProps) {
  const styles = useStyles();
  if (compression === null || compression.manque === 0) return null;
  const { suffisants, gains, prorogation } = compression;
  const gainOf = new Map(gains.map(({ levier, gain }) => [keyOfLevier(levier), gain]));
  const untried = (leviers: readonly Levier[]) => leviers.filter((levier) => !isTried(choix, levier));
  const useful = untried(gains.filter(({ gain }) => gain > 0).map(({ levier }) => levier));
  const first = suffisants === null ? useful : untried(suffisants);
  const isFirst = new Set(first.map(keyOfLevier));
  const others = useful.filter((levier) => !isFirst.has(keyOfLevier(levier)));
  const lines = (leviers: readonly Levier[]) => (
    <ul className={styles.list}>
      {leviers.map((levier) => (
        <Line
          key={keyOfLevier(levier)}
          label={nameLevier(levier, lieux)}
          detail={mots.leviers.gain(gainOf.get(keyOfLevier(levier)) ?? 0)}
          onAct={() => {
            onTry(levier);
          }}
        />
      ))}
    </ul>
  );
  return (
    <Section titre={mots.leviers.titre}>
      <p className={styles.sectionText}>{introOf(first.length, suffisants !== null)}</p>
      {lines(first)}
      {prorogation === null ? (
        suffisants === null && <p className={styles.sectionText}>{mots.leviers.sansProrogation}</p>
      ) : (
        <ul className={styles.list}>
          <Line
            label={mots.leviers.prorogation(prorogation.mois, prorogation.cible)}
            detail=""
            onAct={() => {
              onTry({ kind: "proroger", mois: prorogation.mois });
            }}
          />
        </ul>
      )}
      {others.length > 0 && (
        <div className={styles.padded}>
          <Disclosure label={mots.leviers.autres(others.length)} isWide>
            {() => <div className={styles.bleed}>{lines(others)}</div>}
          </Disclosure>
        </div>
      )}
    </Section>
  );
}

function introOf(count: number, isEnough: boolean): string {
  if (count === 0) return mots.leviers.aucun;
  if (!isEnough) return mots.leviers.insuffisants;
  return count === 1 ? mots.leviers.seul : mots.leviers.ensemble;
}

/** What is being tried, clearly, with the way to take it back. */
export function LeviersEssayes({
  choix,
  lieux,
  onDrop,
}: Pick<LeviersProps, "choix" | "lieux"> & { readonly onDrop: (levier: Levier) => void }) {
  const styles = useStyles();
  if (choix.leviers.length === 0) return null;
  return (
    <section aria-label={mots.leviers.essai(choix.leviers.length)} className={styles.tried}>
      <h2 className={styles.sectionTitle}>{mots.leviers.essai(choix.leviers.length)}</h2>
      <ul className={styles.list}>
        {choix.leviers.map((levier) => (
          <li key={keyOfLevier(levier)} className={styles.lever}>
            <span>{nameLevier(levier, lieux)}</span>
            <Button
              size="small"
              className={styles.fixed}
              aria-label={mots.leviers.retirerDe(nameLevier(levier, lieux))}
              onClick={() => {
                onDrop(levier);
              }}
            >
              {mots.leviers.retirer}
            </Button>
          </li>
        ))}
      </ul>
      <p className={mergeClasses(styles.sectionQuiet)}>{mots.leviers.essaiSuite}</p>
    </section>
  );
}

interface LineProps {
  readonly label: string;
  readonly detail: string;
  readonly onAct: () => void;
}

function Line({ label, detail, onAct }: LineProps) {
  const styles = useStyles();
  return (
    <li className={styles.lever}>
      <span>
        {label}
        {detail !== "" && <span className={styles.gain}>{detail}</span>}
      </span>
      <Button size="small" className={styles.fixed} aria-label={mots.leviers.essayerDe(label)} onClick={onAct}>
        {mots.leviers.essayer}
      </Button>
    </li>
  );
}

function nameLevier(levier: Levier, { nameOf }: Lieux): string {
  switch (levier.kind) {
    case "paralleliser":
      return mots.leviers.paralleliser(quote(nameOf(levier.premiere)), quote(nameOf(levier.seconde)));
    case "supprimer":
      return mots.leviers.supprimer(quote(nameOf(levier.tache)));
    case "fusionner":
      return mots.leviers.fusionner(levier.taches.map((id) => quote(nameOf(id))));
    case "resserrer":
      return mots.leviers.resserrer;
    case "proroger":
      return mots.leviers.proroger(levier.mois);
    default:
      return levier satisfies never;
  }
}

function quote(nom: string): string {
  return `« ${nom} »`;
}

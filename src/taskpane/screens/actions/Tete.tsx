import { Button } from "@fluentui/react-components";
import type { ActionLue, LigneAFicher } from "../../../application/commands/study-actions";
import type { EtatFiche } from "../../../application/fiches/etat-fiche";
import { countRemplies } from "../../../domain/fiche-action/completude-fiche";
import { type FicheAction, RUBRIQUES } from "../../../domain/fiche-action/fiche-action";
import type { Place } from "../../../domain/sheets/grid";
import { formatPart } from "../../../domain/suivi/phrases";
import { useStyles } from "./actions.styles";
import { Meteo } from "./Meteo";
import { type Cible, fichables } from "./selection";
import { mots } from "./textes-actions";

interface TeteProps {
  readonly cible: Cible;
  readonly onShow: (at: Place) => void;
  readonly onBringBack: () => void;
  readonly onUntick: () => void;
}

/** What she works on leads: the action, its météo, what its fiche lacks. */
export function Tete({ cible, onShow, onBringBack, onUntick }: TeteProps) {
  const styles = useStyles();
  const { par, lignes } = cible;
  const [first] = lignes;
  return (
    <div className={styles.inner} role="status">
      <h1 className={styles.title}>{mots.titre}</h1>
      {lignes.length === 1 && first !== undefined && par !== "cochees" ? (
        <Ligne ligne={first} onShow={onShow} onBringBack={onBringBack} />
      ) : (
        <Plusieurs cible={cible} onUntick={onUntick} />
      )}
    </div>
  );
}

interface LigneProps {
  readonly ligne: LigneAFicher;
  readonly onShow: (at: Place) => void;
  readonly onBringBack: () => void;
}

function Ligne({ ligne, onShow, onBringBack }: LigneProps) {
  const styles = useStyles();
  const { id, intitule, etat, origine } = ligne;
  return (
    <>
      <p className={styles.lead}>{[id, intitule].filter((part) => part !== null && part !== "").join(" ")}</p>
      <ul className={styles.facts}>
        {isAction(ligne) ? (
          <Suivi action={ligne} />
        ) : (
          <li className={styles.fact}>{origine === "points" && mots.tete.point}</li>
        )}
        {etat.status === "impossible" ? (
          <li className={styles.fact}>{etat.phrase}</li>
        ) : (
          <>
            <li className={styles.fact}>{sayFiche(etat)}</li>
            <Completude fiche={etat.fiche} />
          </>
        )}
      </ul>
      {etat.status === "presente" && (
        <>
          {etat.gardes.length > 0 && <p className={styles.quiet}>{mots.tete.gardes(etat.gardes)}</p>}
          <div className={styles.row}>
            <Button
              size="small"
              onClick={() => {
                onShow(etat.at);
              }}
            >
              {mots.tete.ouvrir}
            </Button>
            {etat.gardes.length + etat.conflits.length > 0 && (
              <Button size="small" onClick={onBringBack}>
                {mots.tete.reporter}
              </Button>
            )}
          </div>
        </>
      )}
    </>
  );
}

function sayFiche(etat: Exclude<EtatFiche, { readonly status: "impossible" }>): string {
  if (etat.status === "absente") return mots.tete.sansFiche;
  const { tab, changes, conflits } = etat;
  if (changes.length > 0) return mots.tete.aMettreAJour(tab, changes);
  return conflits.length > 0 ? mots.tete.aTrancher(tab, conflits.length) : mots.tete.aJour(tab);
}

function isAction(ligne: LigneAFicher): ligne is ActionLue {
  return "suivi" in ligne;
}

function Suivi({ action: { suivi } }: { readonly action: ActionLue }) {
  const styles = useStyles();
  const { etat, meteo, avancement, ligne } = suivi;
  const facts = [
    etat ?? mots.tete.sansStatut,
    ...(avancement === null ? [] : [mots.tete.avancement(formatPart(avancement))]),
    ...(ligne.value.pilote === null ? [] : [mots.tete.pilote(ligne.value.pilote)]),
  ];
  return (
    <>
      <li className={styles.fact}>
        <Meteo meteo={meteo} isWhole />
      </li>
      <li className={styles.fact}>{mots.tete.situation(facts)}</li>
    </>
  );
}

function Completude({ fiche }: { readonly fiche: FicheAction }) {
  const styles = useStyles();
  const { completude, manques } = fiche;
  const titres = RUBRIQUES.filter(({ id }) => manques.includes(id)).map(({ titre }) => titre);
  return (
    <>
      <li className={styles.fact}>{mots.tete.remplies(countRemplies(fiche), RUBRIQUES.length, completude)}</li>
      {titres.length > 0 && <li className={styles.fact}>{mots.tete.manques(titres)}</li>}
    </>
  );
}

function Plusieurs({ cible, onUntick }: Pick<TeteProps, "cible" | "onUntick">) {
  const styles = useStyles();
  const { par, nom, lignes } = cible;
  if (par === "sans-ligne") return <p className={styles.text}>{mots.tete.sansLigne(nom)}</p>;
  if (par === "rien") return <p className={styles.text}>{mots.tete.rien}</p>;
  const counted = fichables(lignes);
  const refus = lignes.flatMap(({ etat }) => (etat.status === "impossible" ? [etat.phrase] : []));
  const absentes = counted.filter(({ etat }) => etat.status === "absente").length;
  const present = counted.flatMap(({ etat }) => (etat.status === "presente" ? [etat] : []));
  const changed = present.filter(({ changes }) => changes.length > 0).length;
  const waiting = present.filter(({ changes, conflits }) => changes.length === 0 && conflits.length > 0).length;
  return (
    <>
      <p className={styles.lead}>{nameCible(par, nom, lignes.length)}</p>
      <p className={styles.text}>
        {counted.length > 0
          ? mots.tete.plusieurs(absentes, changed, waiting, present.length - changed - waiting)
          : lignes.length === 0 && mots.tete.aucuneAction}
      </p>
      {refus.length > 0 && (
        <p className={styles.quiet}>
          {mots.tete.impossibles(refus.length)}
          {[...new Set(refus)].join(" ")}
        </p>
      )}
      {par === "cochees" && (
        <div className={styles.row}>
          <Button size="small" onClick={onUntick}>
            {mots.tete.decocher}
          </Button>
        </div>
      )}
    </>
  );
}

function nameCible(par: Exclude<Cible["par"], "rien" | "sans-ligne">, nom: string, n: number): string {
  switch (par) {
    case "cochees":
      return mots.tete.cochees(n);
    case "lignes":
      return mots.tete.lignes(n);
    case "objectif":
      return mots.tete.objectif(nom, n);
    case "pilote":
      return mots.tete.pilotes(nom, n);
    default:
      return par satisfies never;
  }
}

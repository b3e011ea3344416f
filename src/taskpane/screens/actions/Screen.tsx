import type { LigneAFicher } from "../../../application/commands/study-actions";
import { headerOf } from "../../../domain/sheets/decode";
import { Button } from "@fluentui/react-components";
import type { ScreenBar } from "../../components/ActionBar";
import { ScreenRead } from "../../components/ScreenRead";
import { ScreenVide } from "../../components/ScreenVide";
import type { ScreenProps } from "../../screen-props";
import { textes } from "../../textes";
import { useStyles } from "./actions.styles";
import { Conflits } from "./Conflits";
import { Liste } from "./Liste";
import { offresOf } from "./offres";
import { fichables } from "./selection";
import { Suivi } from "./Suivi";
import { Tete } from "./Tete";
import { mots } from "./textes-actions";
import { type EtatActions, useActions } from "./use-actions";
import { useWord } from "./use-word";
import { Word } from "./Word";

interface ActionsScreenProps extends ScreenProps {
  /** False where a file cannot leave the pane. */
  readonly canSave: boolean;
}

/** The plan of actions: the line she works on and its fiche, then all the others, and where the plan is. */
export function ActionsScreen(props: ActionsScreenProps) {
  const etat = useActions(props);
  return (
    <ScreenRead lu={etat.lu} failure={etat.failure} bar={props.bar}>
      <Actions {...props} etat={etat} />
    </ScreenRead>
  );
}

interface ActionsProps extends ActionsScreenProps {
  readonly etat: EtatActions;
}

function Actions({ etat, contextOf, ecritures, onShow, onPrepare, bar, canSave }: ActionsProps) {
  const styles = useStyles();
  const word = useWord(() => contextOf().pause);
  const { lu, cible, note } = etat;
  const { ecriture } = ecritures;
  if (lu === null) {
    const main = { label: mots.principal.generer, onAct: () => undefined, runningLabel: mots.chargement };
    return (
      <>
        <div className={styles.screen} />
        {bar({ main, annulable: null, note: "" })}
      </>
    );
  }
  const { annulable, classeur, actions } = lu;
  const { actions: plan } = classeur.tables;
  if (plan === null && cible.par === "rien") {
    return <ScreenVide titre={mots.titre} mots={mots.vide} annulable={annulable} bar={bar} onPrepare={onPrepare} />;
  }
  const offres = offresOf(etat);
  const worked = fichables(cible.par === "rien" ? actions : cible.lignes);
  const isProposing = ecriture.status === "running" && ecriture.work === "proposing";
  const main = mainOf(etat, worked, offres.generate);
  return (
    <>
      <div className={styles.screen}>
        <Tete
          cible={cible}
          onShow={onShow}
          onBringBack={() => {
            offres.bringBack(cible.lignes);
          }}
          onUntick={() => {
            etat.tick([...etat.cochees], false);
          }}
        />
        <Conflits conflits={conflitsOf(worked)} choix={etat.choix} onChoose={etat.choose} />
        {worked.length > 0 && (
          <Word
            fiches={worked.flatMap((ligne) => (ligne.etat.status === "impossible" ? [] : [ligne.etat.fiche]))}
            canSave={canSave}
            word={word}
          />
        )}
        {plan !== null && actions.length === 0 && (
          <SansAction
            onGo={() => {
              onShow(headerOf(plan));
            }}
          />
        )}
        {actions.length > 0 && (
          <>
            <Liste
              actions={actions}
              cible={cible}
              cochees={etat.cochees}
              tick={etat.tick}
              point={etat.point}
              onShow={onShow}
            />
            <Suivi classeur={classeur} onSynthesize={offres.synthesize} onEprd={offres.addEprd} />
          </>
        )}
      </div>
      {bar({
        main: main && { ...main, runningLabel: isProposing ? textes.ecriture.preparation : null },
        annulable,
        note,
      })}
    </>
  );
}

type Main = Pick<NonNullable<ScreenBar["main"]>, "label" | "onAct">;

/** One main button: what the fiches of these lines wait for; `null` when they wait for nothing. */
function mainOf(
  { cible, choix }: EtatActions,
  worked: readonly LigneAFicher[],
  generate: (lignes: readonly LigneAFicher[]) => void,
): Main | null {
  const absentes = worked.filter(({ etat }) => etat.status === "absente");
  const changed = worked.filter(({ etat }) => etat.status === "presente" && etat.changes.length > 0);
  const chosen = worked.filter(
    ({ etat }) => etat.status === "presente" && etat.conflits.some(({ id }) => choix[id] !== undefined),
  );
  const waiting = [...new Set([...absentes, ...changed, ...chosen])];
  if (waiting.length === 0) return null;
  const { manquantes, generer, mettreAJour, retenir, genererPlusieurs, mettreAJourPlusieurs, mixte } = mots.principal;
  const onlyMissing = cible.par === "rien" && absentes.length > 0;
  const asked = onlyMissing ? absentes : waiting;
  const onAct = () => {
    generate(asked);
  };
  if (onlyMissing) return { label: manquantes(absentes.length), onAct };
  if (absentes.length + changed.length === 0) return { label: retenir, onAct };
  if (waiting.length === 1) return { label: absentes.length === 1 ? generer : mettreAJour, onAct };
  if (absentes.length === waiting.length) return { label: genererPlusieurs(waiting.length), onAct };
  return { label: absentes.length === 0 ? mettreAJourPlusieurs(waiting.length) : mixte(waiting.length), onAct };
}

function conflitsOf(worked: readonly LigneAFicher[]) {
  return worked.flatMap(({ nom, etat }) =>
    etat.status === "presente" ? etat.conflits.map((conflit) => ({ ...conflit, action: nom ?? "" })) : [],
  );
}

function SansAction({ onGo }: { readonly onGo: () => void }) {
  const styles = useStyles();
  return (
    <div className={styles.inner}>
      <p className={styles.empty}>{mots.vide.sansLigne}</p>
      <p className={styles.text}>{mots.vide.sansLigneSuite}</p>
      <div className={styles.row}>
        <Button size="small" onClick={onGo}>
          {mots.vide.allerAuPlan}
        </Button>
      </div>
    </div>
  );
}

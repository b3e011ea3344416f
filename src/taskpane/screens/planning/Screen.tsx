import { useEffect, useMemo, useState } from "react";
import { Button, Switch } from "@fluentui/react-components";
import { formatJour } from "../../../domain/calendrier/jour";
import { compressPlanning, type EtudePlanning } from "../../../domain/retro-planning/etude";
import type { Levier } from "../../../domain/retro-planning/leviers";
import type { Place } from "../../../domain/sheets/grid";
import { ScreenRead } from "../../components/ScreenRead";
import type { ScreenProps } from "../../screen-props";
import { textes } from "../../textes";
import { ADemarrer } from "./ADemarrer";
import { AgendaExport } from "./Agenda";
import { Comparaison } from "./Comparaison";
import { Constats } from "./Constats";
import { DateField } from "./DateField";
import { Echeances } from "./Echeances";
import { Gantt } from "./Gantt";
import { GanttImprime } from "./GanttImprime";
import { Leviers, LeviersEssayes } from "./Leviers";
import { type Lieux, lieuxOf } from "./lieux";
import { useStyles } from "./planning.styles";
import { Reference } from "./Reference";
import { ReglagesForm } from "./ReglagesForm";
import { mots } from "./textes-planning";
import { type EtatPlanning, usePlanning } from "./use-planning";
import { Refusal, Verdict } from "./Verdict";
import { verdictOf } from "./verdict";

interface PlanningScreenProps extends ScreenProps {
  readonly onKept: () => void;
}

/** Whether the date of signature holds, why, what would make it hold, and what must start now. */
export function PlanningScreen(props: PlanningScreenProps) {
  const etat = usePlanning(props);
  return (
    <ScreenRead lu={etat.lu} failure={etat.failure} bar={props.bar}>
      <Planning {...props} etat={etat} />
    </ScreenRead>
  );
}

interface PlanningProps extends PlanningScreenProps {
  readonly etat: EtatPlanning;
}

function Planning({ etat, ecritures: { ecriture }, isShown, onShow, onPrepare, bar }: PlanningProps) {
  const styles = useStyles();
  const { lu, etude, choix } = etat;
  const announcement = useAnnouncement(etude);
  const annulable = lu?.annulable ?? null;
  if (lu === null || etude === null) {
    const label = mots.ecrire.bouton;
    return (
      <>
        <div className={styles.screen} />
        {bar({ main: { label, onAct: () => undefined, runningLabel: mots.lecture }, annulable: null, note: "" })}
      </>
    );
  }
  if (etude === "sans-planning") {
    const label = mots.refus.preparer;
    return (
      <>
        <div className={styles.screen}>
          <div className={styles.inner}>
            <h1 className={styles.title}>{mots.titre}</h1>
            <Refusal titre={mots.refus.sansPlanning} suite={mots.refus.sansPlanningSuite} />
            <p className={styles.text}>{mots.refus.sansPlanningAutre}</p>
          </div>
        </div>
        {bar({ main: { label, onAct: onPrepare, runningLabel: null }, annulable, note: "" })}
      </>
    );
  }
  const isProposing = ecriture.status === "running" && ecriture.work === "proposing";
  const main = {
    label: mots.ecrire.bouton,
    onAct: etat.write,
    runningLabel: isProposing ? textes.ecriture.preparation : null,
  };
  const canWrite = etude !== "sans-signature" && etude.taches.length > 0;
  return (
    <>
      <div className={styles.screen}>
        <div className={styles.inner}>
          <h1 className={styles.title}>{mots.titre}</h1>
          <Signature etat={etat} />
        </div>
        <ReglagesForm
          reglages={choix.reglages}
          zonesDuClasseur={lu.classeur.tables.cpom?.lignes[0]?.value.zoneFeries ?? ["Métropole"]}
          onChange={(reglages) => {
            etat.choose({ kind: "set", reglages });
          }}
        />
        {etude === "sans-signature" ? (
          <div className={styles.inner}>
            <Refusal titre={mots.refus.sansDate} suite={mots.refus.sansDateSuite} />
          </div>
        ) : (
          <Studied etat={etat} etude={etude} onShow={onShow} />
        )}
      </div>
      {bar({ main: canWrite ? main : null, annulable, note: etat.note })}
      <div role="status" className={styles.hidden}>
        {isShown ? announcement : ""}
      </div>
    </>
  );
}

/** The date she tries, and how it differs from what the workbook says. */
function Signature({ etat: { etude, duClasseur, choix, choose, lu } }: { readonly etat: EtatPlanning }) {
  const styles = useStyles();
  const own = duClasseur === null || typeof duClasseur === "string" ? null : duClasseur.demande.cible.jour;
  const shown = etude === null || typeof etude === "string" ? null : etude.demande.cible.jour;
  const ecrite = lu?.classeur.calcul?.signature ?? null;
  const isTrial = choix.signature !== null && shown !== own;
  return (
    <>
      <DateField
        label={mots.date.libelle}
        texte={choix.texte ?? (own === null ? "" : formatJour(own))}
        onType={(texte) => {
          choose({ kind: "typed", texte });
        }}
      />
      {isTrial && (
        <p className={styles.trial}>
          {own === null ? mots.date.essaiSansDate : mots.date.essai(own)}
          {own !== null && (
            <Button
              className={styles.link}
              appearance="transparent"
              size="small"
              onClick={() => {
                choose({ kind: "workbook-date" });
              }}
            >
              {mots.date.revenir}
            </Button>
          )}
        </p>
      )}
      {ecrite !== null && shown !== null && ecrite !== shown && (
        <p className={styles.trial}>{mots.date.ecrites(ecrite)}</p>
      )}
    </>
  );
}

interface StudiedProps {
  readonly etat: EtatPlanning;
  readonly etude: EtudePlanning;
  readonly onShow: (at: Place) => void;
}

/** All that is said of a schedule that could be studied, from what decides to what is for later. */
function Studied({ etat, etude, onShow }: StudiedProps) {
  const styles = useStyles();
  const { choix, choose, lu, comparees } = etat;
  const classeur = lu?.classeur ?? null;
  const lieux = useMemo(() => (classeur === null ? NULLE_PART : lieuxOf(classeur)), [classeur]);
  const compression = useMemo(() => compressPlanning(etude), [etude]);
  const attempt = (levier: Levier) => {
    if (levier.kind !== "proroger") choose({ kind: "try", levier });
    else if (compression?.prorogation) choose({ kind: "typed", texte: formatJour(compression.prorogation.cible) });
  };
  const hasDates = etude.taches.length > 0;
  return (
    <>
      <LeviersEssayes
        choix={choix}
        lieux={lieux}
        onDrop={(levier) => {
          choose({ kind: "drop", levier });
        }}
      />
      <div className={styles.inner}>
        <Verdict etude={etude} lieux={lieux} onShow={onShow} />
      </div>
      <Leviers compression={compression} choix={choix} lieux={lieux} onTry={attempt} />
      <Constats constats={etude.planning.constats} lieux={lieux} onShow={onShow} />
      {hasDates && (
        <>
          <ADemarrer etude={etude} lieux={lieux} onShow={onShow} />
          <Gantt etude={etude} scenario={choix.reglages.scenario} lieux={lieux} onShow={onShow} />
          <GanttImprime onPropose={etat.proposeGantt} />
          <Comparaison
            etudes={[etude, ...comparees.filter((one) => one.demande.cible.jour !== etude.demande.cible.jour)]}
            onAdd={(jour) => {
              choose({ kind: "compare", jour });
            }}
            onRemove={(jour) => {
              choose({ kind: "uncompare", jour });
            }}
          />
          <Reference etude={etude} reference={lu?.reference ?? null} lieux={lieux} onShow={onShow} onKeep={etat.keep} />
        </>
      )}
      <Echeances echeances={etude.echeances}>{hasDates && <AgendaExport onExport={etat.exportAgenda} />}</Echeances>
      {hasDates && <Following etat={etat} />}
    </>
  );
}

const NULLE_PART: Lieux = { nameOf: (id) => id, placeOf: () => null };

/** Whether the dates of the sheet follow what she changes there. */
function Following({ etat: { isFollowing, follow, choix } }: { readonly etat: EtatPlanning }) {
  const styles = useStyles();
  return (
    <section className={styles.section}>
      <div className={styles.padded}>
        <Switch
          label={mots.suivi.libelle}
          checked={isFollowing}
          onChange={(_, { checked }) => {
            follow(checked);
          }}
        />
      </div>
      <p className={styles.sectionQuiet}>
        {isFollowing && choix.leviers.length > 0 ? mots.suivi.enPause : mots.suivi.aide}
      </p>
    </section>
  );
}

/** Milliseconds without another change before the light is said: nobody wants each keystroke commented. */
const SETTLED = 700;

/** What a screen reader hears once a new date, setting or lever has been tried. */
function useAnnouncement(etude: EtatPlanning["etude"]): string {
  const [said, say] = useState("");
  const sentence = etude === null || typeof etude === "string" ? "" : verdictOf(etude).sentence;
  useEffect(() => {
    const timer = setTimeout(() => {
      say(sentence);
    }, SETTLED);
    return () => {
      clearTimeout(timer);
    };
  }, [sentence]);
  return said;
}

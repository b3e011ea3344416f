import { Button, mergeClasses } from "@fluentui/react-components";
import { CheckmarkCircle20Regular } from "@fluentui/react-icons/svg/checkmark-circle";
import { ErrorCircle20Filled } from "@fluentui/react-icons/svg/error-circle";
import { QuestionCircle20Regular } from "@fluentui/react-icons/svg/question-circle";
import type { RaciLu } from "../../../application/commands/study-raci";
import { headerOf } from "../../../domain/sheets/decode";
import type { Place } from "../../../domain/sheets/grid";
import { ScreenRead } from "../../components/ScreenRead";
import { ScreenVide } from "../../components/ScreenVide";
import { Section } from "../../components/Section";
import type { ScreenProps } from "../../screen-props";
import { textes } from "../../textes";
import { Charge } from "./Charge";
import { Constats } from "./Constats";
import { Lecture } from "./Lecture";
import type { LectureRaci } from "./lecture-raci";
import { actionsOf } from "./actions";
import { useStyles } from "./raci.styles";
import { mots } from "./textes-raci";
import { type EtatRaci, useRaci } from "./use-raci";
import { VueDEnsemble } from "./VueDEnsemble";

/** The matrix: under which convention it is read, what is inconsistent in it, who carries how much. */
export function RaciScreen(props: ScreenProps) {
  const etat = useRaci(props);
  return (
    <ScreenRead lu={etat.lu} failure={etat.failure} bar={props.bar}>
      <Raci {...props} etat={etat} />
    </ScreenRead>
  );
}

interface RaciProps extends ScreenProps {
  readonly etat: EtatRaci;
}

function Raci({ etat, ecritures: { ecriture }, onShow, onPrepare, bar }: RaciProps) {
  const styles = useStyles();
  const { lu, lecture, note } = etat;
  const annulable = lu?.annulable ?? null;
  if (lu !== null && lu.classeur.tables.raci === null) {
    return <ScreenVide titre={mots.titre} mots={mots.vide} annulable={annulable} bar={bar} onPrepare={onPrepare} />;
  }
  if (lu === null || lecture === null) {
    const label = mots.actions.corrections;
    return (
      <>
        <div className={styles.screen} />
        {bar({ main: { label, onAct: () => undefined, runningLabel: mots.chargement }, annulable: null, note: "" })}
      </>
    );
  }
  const actions = actionsOf(etat, lecture);
  const isProposing = ecriture.status === "running" && ecriture.work === "proposing";
  const main = {
    label: mots.actions.corrections,
    onAct: actions.correct,
    runningLabel: isProposing ? textes.ecriture.preparation : null,
  };
  return (
    <>
      <div className={styles.screen}>
        <Read etat={etat} lu={lu} lecture={lecture} onShow={onShow} />
      </div>
      {bar({ main: lu.corrections > 0 ? main : null, annulable, note })}
    </>
  );
}

interface ReadProps {
  readonly etat: EtatRaci;
  readonly lu: RaciLu;
  readonly lecture: LectureRaci;
  readonly onShow: (at: Place) => void;
}

/** All that is said of a matrix that was read. */
function Read({ etat, lu, lecture, onShow }: ReadProps) {
  const styles = useStyles();
  const { matrice } = lecture;
  const actions = actionsOf(etat, lecture);
  const hasLettre = matrice.activites.some(({ lettres }) => lettres.size > 0);
  if (!hasLettre) return <SansLettre lecture={lecture} onShow={onShow} onDress={actions.dress} />;
  return (
    <>
      {etat.duClasseur !== null && (
        <Lecture
          duClasseur={etat.duClasseur}
          essai={etat.essai}
          onglet={matrice.table.attachment.tab}
          hasReglage={lu.hasReglage}
          onEssayer={etat.essayer}
          onRetenir={actions.keep}
          onConvertir={actions.convert}
        />
      )}
      <Score lecture={lecture} />
      <VueDEnsemble lecture={lecture} onShow={onShow} />
      <Constats constats={lecture.constats} onShow={onShow} />
      <Charge lecture={lecture} onShow={onShow} />
      <Section titre={mots.actions.titre}>
        <div className={styles.buttons}>
          <Button size="small" onClick={actions.dress}>
            {mots.actions.habiller}
          </Button>
          <Button size="small" onClick={actions.synthesize}>
            {mots.actions.synthese}
          </Button>
        </div>
      </Section>
    </>
  );
}

/** How consistent the matrix is, in one sentence and its counts. A convention that is only guessed makes nothing sure. */
function Score({ lecture: { score, matrice, convention } }: { readonly lecture: LectureRaci }) {
  const styles = useStyles();
  const { points, erreurs, avertissements, conseils, isConforme } = score;
  const etat = isConforme ? (convention.source === "statistique" ? "reserve" : "conforme") : "erreurs";
  const Icon = ICONS[etat];
  return (
    <div className={styles.inner}>
      <p role="status" className={mergeClasses(styles.score, styles[etat])}>
        <Icon aria-hidden />
        <span>
          {etat === "conforme" && mots.score.conforme(points)}
          {etat === "reserve" && mots.score.sousReserve(points)}
          {etat === "erreurs" && mots.score.nonConforme(points, erreurs)}
        </span>
      </p>
      <p className={styles.text}>
        {mots.score.reste(avertissements, conseils)}{" "}
        {mots.score.taille(matrice.activites.length, matrice.acteurs.length)}
      </p>
    </div>
  );
}

const ICONS = {
  conforme: CheckmarkCircle20Regular,
  reserve: QuestionCircle20Regular,
  erreurs: ErrorCircle20Filled,
} as const;

interface SansLettreProps extends Pick<ReadProps, "lecture" | "onShow"> {
  readonly onDress: () => void;
}

function SansLettre({ lecture: { matrice }, onShow, onDress }: SansLettreProps) {
  const styles = useStyles();
  const { activites, acteurs, table } = matrice;
  return (
    <div className={styles.inner}>
      <h1 className={styles.title}>{mots.titre}</h1>
      <p className={styles.empty}>{mots.vide.sansLettre}</p>
      <p className={styles.text}>{mots.vide.sansLettreSuite(activites.length, acteurs.length)}</p>
      <div className={styles.row}>
        <Button
          size="small"
          onClick={() => {
            onShow(activites[0]?.at ?? headerOf(table));
          }}
        >
          {mots.vide.allerALaMatrice}
        </Button>
        <Button size="small" onClick={onDress}>
          {mots.actions.habiller}
        </Button>
      </div>
    </div>
  );
}

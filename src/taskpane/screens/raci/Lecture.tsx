import type { ReactNode } from "react";
import { Button, ToggleButton } from "@fluentui/react-components";
import type { ConventionLue } from "../../../domain/raci/convention";
import { CONVENTIONS_RACI, type ConventionRaci } from "../../../domain/raci/role";
import { useStyles } from "./raci.styles";
import { mots } from "./textes-raci";

interface LectureProps {
  /** How the workbook itself says to read. */
  readonly duClasseur: ConventionLue;
  readonly essai: ConventionRaci | null;
  /** Tab of the matrix. */
  readonly onglet: string;
  readonly hasReglage: boolean;
  readonly onEssayer: (convention: ConventionRaci | null) => void;
  readonly onRetenir: (convention: ConventionRaci) => void;
  readonly onConvertir: (vers: ConventionRaci) => void;
}

/** Under which convention the letters are read, how it is known, and the way to another one. */
export function Lecture({ duClasseur, essai, onglet, hasReglage, onEssayer, onRetenir, onConvertir }: LectureProps) {
  const styles = useStyles();
  const { value, source } = duClasseur;
  const isSaid = source !== "statistique";
  const shown = essai ?? value;
  const retenir = shown !== null && (essai !== null || !isSaid) && hasReglage;
  return (
    <>
      <div className={styles.inner}>
        <h1 className={styles.title}>{mots.titre}</h1>
        <p role="status" className={styles.text}>
          {essai === null ? sentenceOf(duClasseur, onglet) : mots.lecture.essai(essai)}
        </p>
        <div className={styles.row}>
          {value === null ? (
            <Choice essai={essai} onEssayer={onEssayer} />
          ) : (
            // The same button all along: what was pressed keeps the focus.
            <Button
              size="small"
              onClick={() => {
                onEssayer(essai === null ? otherOf(value) : null);
              }}
            >
              {essai === null ? mots.lecture.changer : mots.lecture.revenir}
            </Button>
          )}
          {retenir && essai === null && <Retenir convention={shown} onRetenir={onRetenir} />}
        </div>
        {essai === null && !isSaid && value !== null && !hasReglage && (
          <p className={styles.quiet}>{mots.lecture.sansReglage}</p>
        )}
      </div>
      {essai !== null && (
        <Trial hasReglage={hasReglage} canConvert={value !== null}>
          {retenir && <Retenir convention={essai} onRetenir={onRetenir} />}
          {value !== null && (
            <Button
              size="small"
              onClick={() => {
                onConvertir(essai);
              }}
            >
              {mots.lecture.convertir}
            </Button>
          )}
        </Trial>
      )}
    </>
  );
}

/** While nothing tells the convention, both are offered alike. */
function Choice({ essai, onEssayer }: Pick<LectureProps, "essai" | "onEssayer">) {
  return (
    <div role="group" aria-label={mots.lecture.choisir} style={{ display: "contents" }}>
      {CONVENTIONS_RACI.map((one) => (
        <ToggleButton
          key={one}
          size="small"
          checked={essai === one}
          onClick={() => {
            onEssayer(essai === one ? null : one);
          }}
        >
          {mots.lecture.choix(one)}
        </ToggleButton>
      ))}
    </div>
  );
}

function Retenir({
  convention,
  onRetenir,
}: {
  readonly convention: ConventionRaci;
  readonly onRetenir: (convention: ConventionRaci) => void;
}) {
  return (
    <Button
      size="small"
      onClick={() => {
        onRetenir(convention);
      }}
    >
      {mots.lecture.retenir}
    </Button>
  );
}

interface TrialProps {
  readonly hasReglage: boolean;
  readonly canConvert: boolean;
  readonly children: ReactNode;
}

/** What can be made of a convention that is tried. */
function Trial({ hasReglage, canConvert, children }: TrialProps) {
  const styles = useStyles();
  return (
    <div className={styles.trial}>
      <p className={styles.quiet}>{hasReglage ? mots.lecture.aideRetenir : mots.lecture.sansReglage}</p>
      {canConvert && <p className={styles.quiet}>{mots.lecture.aideConvertir}</p>}
      <div className={styles.row}>{children}</div>
    </div>
  );
}

function sentenceOf(lue: ConventionLue, onglet: string): string {
  if (lue.value === null) return mots.lecture.inconnue;
  if (lue.source === "legende") return mots.lecture.legende(lue.value, lue.legende, onglet);
  if (lue.source === "statistique") return mots.lecture.supposee(lue.value);
  return mots.lecture.reglage(lue.value);
}

function otherOf(convention: ConventionRaci): ConventionRaci {
  return convention === "ANAP" ? "Internationale" : "ANAP";
}

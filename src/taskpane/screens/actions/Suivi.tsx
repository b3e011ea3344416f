import { memo, useMemo, useState } from "react";
import { Button, Select } from "@fluentui/react-components";
import type { Classeur } from "../../../domain/classeur";
import { readParametres } from "../../../domain/parametres";
import { nameLigne } from "../../../domain/rules/empty-cells";
import { findUsage } from "../../../domain/rules/indicateurs-utilises";
import { type Atteinte, atteinteOf, isAtteint } from "../../../domain/suivi/atteinte";
import { formatMontant, formatNombre, formatPart } from "../../../domain/suivi/phrases";
import { type GroupeSuivi, groupSuivi } from "../../../domain/suivi/suivi-du-plan";
import { FoldLine } from "../../components/FoldLine";
import { MoreButton } from "../../components/MoreButton";
import { Section } from "../../components/Section";
import { useStyles } from "./actions.styles";
import { mots } from "./textes-actions";

interface SuiviProps {
  readonly classeur: Classeur;
  readonly onSynthesize: () => void;
  readonly onEprd: () => void;
}

const REGROUPEMENTS = ["objectif", "esms", "pilote"] as const;
const FIRST = 12;

/** Where the plan is, by objectif, establishment or pilote, then its indicators; and the pages to print. */
export function Suivi({ classeur, onSynthesize, onEprd }: SuiviProps) {
  const styles = useStyles();
  const [par, setPar] = useState<(typeof REGROUPEMENTS)[number]>("objectif");
  const [isWhole, setWhole] = useState(false);
  const groupes = useMemo(() => groupSuivi(classeur, par), [classeur, par]);
  const shown = isWhole ? groupes : groupes.slice(0, FIRST);
  return (
    <Section titre={mots.suivi.titre}>
      <div className={styles.filters}>
        <Select
          size="small"
          className={styles.filter}
          aria-label={mots.suivi.par}
          value={par}
          onChange={(_, { value }) => {
            setPar(REGROUPEMENTS.find((one) => one === value) ?? "objectif");
          }}
        >
          {REGROUPEMENTS.map((one) => (
            <option key={one} value={one}>
              {`${mots.suivi.par} ${mots.suivi.regroupements[one]}`}
            </option>
          ))}
        </Select>
      </div>
      <ul className={styles.list}>
        {shown.map((groupe) => (
          <li key={groupe.nom ?? ""} className={styles.item}>
            <FoldLine
              label={[groupe.nom ?? mots.suivi.sans[par], groupe.intitule].filter((one) => one !== null).join(" ")}
              detail={mots.suivi.actions(groupe.actions.length, groupe.retards)}
            >
              {() => <p className={styles.figures}>{sayGroupe(groupe)}</p>}
            </FoldLine>
          </li>
        ))}
      </ul>
      {shown.length < groupes.length && (
        <MoreButton
          label={mots.suivi.suite(groupes.length - shown.length)}
          onMore={() => {
            setWhole(true);
          }}
        />
      )}
      <Indicateurs classeur={classeur} />
      <div className={styles.buttons}>
        <Button size="small" onClick={onSynthesize}>
          {mots.suivi.synthese}
        </Button>
        <Button size="small" onClick={onEprd}>
          {mots.suivi.eprd}
        </Button>
      </div>
    </Section>
  );
}

function sayGroupe({ avancement, ecoule, cout, etp }: GroupeSuivi): string {
  const said = [
    ...(avancement === null
      ? []
      : [
          ecoule === null
            ? mots.suivi.avancementSeul(formatPart(avancement))
            : mots.suivi.avancement(formatPart(avancement), formatPart(ecoule)),
        ]),
    ...(cout === null ? [] : [mots.suivi.cout(formatMontant(cout))]),
    ...(etp === null ? [] : [mots.suivi.etp(formatNombre(etp))]),
  ];
  return said.length === 0 ? mots.suivi.sansChiffre : said.join(" ");
}

/** How far each indicator is on its way to its final target; not read again each time she selects a line. */
const Indicateurs = memo(function Indicateurs({ classeur }: { readonly classeur: Classeur }) {
  const styles = useStyles();
  const { indicateurs } = classeur.tables;
  if (indicateurs === null) return null;
  const tolerance = readParametres(classeur)["indicateurs.tolerance-stabilite"];
  const usage = findUsage(classeur);
  const used = indicateurs.lignes.filter((ligne) => !usage.isSpare(ligne));
  if (used.length === 0) return null;
  const lus = used.map((ligne) => {
    const atteinte = atteinteOf(ligne.value, tolerance);
    const nom = [nameLigne(indicateurs.sheet, ligne), ligne.value.libelle].filter((one) => one !== null).join(" ");
    return { row: ligne.row, nom, atteinte };
  });
  const issues = lus.map(({ atteinte }) => isAtteint(atteinte)).filter((issue) => issue !== null);
  return (
    <FoldLine
      label={mots.suivi.indicateurs}
      detail={mots.suivi.indicateursDetail(issues.filter(Boolean).length, issues.length, lus.length)}
    >
      {() => (
        <ul className={styles.figures}>
          {lus.map(({ row, nom, atteinte }) => (
            <li key={row} className={styles.fact}>
              {mots.suivi.indicateur(nom, sayAtteinte(atteinte))}
            </li>
          ))}
        </ul>
      )}
    </FoldLine>
  );
});

function sayAtteinte(atteinte: Atteinte): string {
  switch (atteinte.kind) {
    case "chemin":
      return mots.suivi.chemin(formatPart(atteinte.taux));
    case "maintien":
      return atteinte.isTenu ? mots.suivi.tenu : mots.suivi.nonTenu;
    case "inconnue":
      return mots.suivi.manque[atteinte.manque];
    default:
      return atteinte satisfies never;
  }
}

import { useState } from "react";
import { Button } from "@fluentui/react-components";
import type { ChargeActeur } from "../../../domain/raci/charge";
import { type ConventionRaci, type Lettre, LETTRES } from "../../../domain/raci/role";
import { nameTache } from "../../../domain/retro-planning/etat-tache";
import type { Place } from "../../../domain/sheets/grid";
import { FoldLine } from "../../components/FoldLine";
import { MoreButton } from "../../components/MoreButton";
import { Section } from "../../components/Section";
import type { CaseCarte } from "./carte";
import { ConstatLines } from "./Constats";
import type { LectureRaci } from "./lecture-raci";
import type { MarqueActeur } from "./marques";
import { useStyles } from "./raci.styles";
import { mots } from "./textes-raci";

interface ChargeProps {
  readonly lecture: LectureRaci;
  readonly onShow: (at: Place) => void;
}

const FIRST = 12;

/** Who carries and does how much, when several critical tasks meet, and who is missing on either side. */
export function Charge({ lecture, onShow }: ChargeProps) {
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const { charges, constats, convention } = lecture;
  // Who has most to do comes first, and of those who has most to carry.
  const places = charges
    .map(({ actives, roles }, place) => ({ actives, place, portees: roles.porteur }))
    .toSorted((one, other) => other.actives - one.actives || other.portees - one.portees)
    .map(({ place }) => place);
  const shown = isWhole ? places : places.slice(0, FIRST);
  return (
    <Section titre={mots.charge.titre}>
      <p className={styles.sectionQuiet}>{mots.charge.aide(convention.value)}</p>
      <ul className={styles.list}>
        {shown.map((place) => (
          <li key={place} className={styles.item}>
            <Acteur lecture={lecture} place={place} onShow={onShow} />
          </li>
        ))}
      </ul>
      {shown.length < places.length && (
        <MoreButton
          label={mots.charge.suite(places.length - shown.length)}
          onMore={() => {
            setWhole(true);
          }}
        />
      )}
      <p className={styles.after}>{datesOf(lecture)}</p>
      {constats.sansColonne.length > 0 && (
        <>
          <h3 className={styles.group}>{mots.charge.sansColonne}</h3>
          <ConstatLines constats={constats.sansColonne} hasSeverity={false} onShow={onShow} />
        </>
      )}
    </Section>
  );
}

function Acteur({ lecture, place, onShow }: ChargeProps & { readonly place: number }) {
  const styles = useStyles();
  const { charges, carte, marques, convention } = lecture;
  const charge = charges[place];
  if (charge === undefined) return null;
  const { acteur, partActive, chevauchements } = charge;
  const cases = carte.cases[place] ?? [];
  const [first, second] = lettresOf(convention.value);
  const countOf = (lettre: Lettre): number => cases.reduce((sum, { comptes }) => sum + comptes[lettre], 0);
  const signes = [
    ...(marques[place] ?? []).map(sayMarque),
    ...(chevauchements.length > 0 ? [mots.charge.chevauchement(chevauchements.length)] : []),
  ];
  const code = acteur.fiche?.value.code ?? null;
  return (
    <FoldLine
      label={code ?? acteur.titre}
      detail={mots.charge.detail(
        [
          [first, countOf(first)],
          [second, countOf(second)],
        ],
        partActive,
      )}
      below={
        signes.length === 0 ? null : (
          <ul className={styles.marks}>
            {signes.map((signe) => (
              <li key={signe} className={styles.mark}>
                {signe}
              </li>
            ))}
          </ul>
        )
      }
    >
      {() => <Detail charge={charge} cases={cases} lecture={lecture} onShow={onShow} />}
    </FoldLine>
  );
}

interface DetailProps extends ChargeProps {
  readonly charge: ChargeActeur;
  readonly cases: readonly CaseCarte[];
}

const MOST_PERIODES = 6;

/** An acteur phase by phase, then the days on which several critical tasks are his. */
function Detail({ charge: { acteur, chevauchements }, cases, lecture, onShow }: DetailProps) {
  const styles = useStyles();
  const { at } = acteur;
  const { carte } = lecture;
  const nameOf = chevauchements.length === 0 ? (nom: string) => nom : namerOf(lecture);
  const phases = carte.phases.flatMap((phase, index) => {
    const said = sayCase(cases[index]);
    return said === "" ? [] : [mots.charge.phase(phase ?? mots.carte.sansPhase, said)];
  });
  const others = chevauchements.length - MOST_PERIODES;
  const periodes = [
    ...chevauchements
      .slice(0, MOST_PERIODES)
      .map(({ debut, fin, taches }) => mots.charge.ensemble(mots.charge.periode(debut, fin), taches.map(nameOf))),
    ...(others > 0 ? [mots.charge.periodesDePlus(others)] : []),
  ];
  return (
    <>
      <Facts titre={mots.charge.phases} lignes={phases.length === 0 ? [mots.charge.sansCharge] : phases} />
      {periodes.length > 0 && <Facts titre={mots.charge.ensembleTitre} lignes={periodes} />}
      {at !== null && (
        <Button
          size="small"
          className={styles.go}
          onClick={() => {
            onShow(at);
          }}
        >
          {mots.charge.colonne}
        </Button>
      )}
    </>
  );
}

/** « D1 Recueillir les données »: a number alone says little. */
function namerOf({ etude }: LectureRaci): (nom: string) => string {
  const taches = typeof etude === "string" ? [] : etude.taches;
  const names = new Map(
    taches.map(({ ligne }) => {
      const { id, tache } = ligne.value;
      return [nameTache(ligne), id === null || tache === null ? nameTache(ligne) : `${id} ${tache}`];
    }),
  );
  return (nom) => names.get(nom) ?? nom;
}

function Facts({ titre, lignes }: { readonly titre: string; readonly lignes: readonly string[] }) {
  const styles = useStyles();
  return (
    <>
      <p className={styles.factsTitle}>{titre}</p>
      <ul className={styles.facts}>
        {lignes.map((ligne) => (
          <li key={ligne} className={styles.fact}>
            {ligne}
          </li>
        ))}
      </ul>
    </>
  );
}

function sayCase(one: CaseCarte | undefined): string {
  if (one === undefined) return "";
  const letters: readonly Lettre[] = ["R", "A", "C", "I"];
  const held = letters.filter((lettre) => one.comptes[lettre] > 0);
  return mots.charge.detail(
    held.map((lettre) => [lettre, one.comptes[lettre]]),
    null,
  );
}

function sayMarque({ kind, proche }: MarqueActeur): string {
  const marque = mots.charge.marques[kind];
  return proche === null ? marque : mots.charge.proche(marque, proche);
}

function lettresOf(convention: ConventionRaci | null): readonly [porteur: Lettre, executant: Lettre] {
  const { porteur, executant } = LETTRES[convention ?? "ANAP"];
  return [porteur, executant];
}

function datesOf({ etude, scenario, convention }: LectureRaci): string {
  const { dates } = mots.charge;
  if (typeof etude === "string") return dates[etude];
  if (etude.taches.length === 0) return dates.boucle;
  if (convention.value === null) return dates["sans-convention"];
  return dates.ok(etude.demande.cible.jour, dates.scenarios[scenario]);
}

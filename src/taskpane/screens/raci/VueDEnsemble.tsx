import { useMemo, useState, type ReactNode } from "react";
import { makeStyles, ToggleButton, tokens } from "@fluentui/react-components";
import { placeOfRole } from "../../../domain/raci/croisement";
import type { Activite, Matrice } from "../../../domain/raci/matrice";
import { placesWith } from "../../../domain/raci/lecture";
import { type ConventionRaci, type Lettre, LETTRES } from "../../../domain/raci/role";
import type { Place } from "../../../domain/sheets/grid";
import { MoreButton } from "../../components/MoreButton";
import { Section } from "../../components/Section";
import type { Carte, CaseCarte } from "./carte";
import { type CaseGrille, Grille, type RangeeGrille } from "./Grille";
import type { LectureRaci } from "./lecture-raci";
import { useStyles } from "./raci.styles";
import { mots } from "./textes-raci";

interface VueDEnsembleProps {
  readonly lecture: LectureRaci;
  readonly onShow: (at: Place) => void;
}

type Vue = keyof typeof mots.carte.vues;

const VUES: readonly Vue[] = ["acteur", "activite"];
/** Lines drawn at first, and more at each demand. */
const FIRST: Readonly<Record<Vue, number>> = { acteur: 24, activite: 12 };
const MORE = 60;

/** The matrix in small: acteurs by phase, or activities by role. Counts by letter; the tint only says them again. */
export function VueDEnsemble({ lecture, onShow }: VueDEnsembleProps) {
  const styles = useStyles();
  const own = useOwnStyles();
  const [vue, setVue] = useState<Vue>("acteur");
  const [limits, setLimits] = useState(FIRST);
  const { matrice, carte } = lecture;
  const convention = lecture.convention.value;
  const total = vue === "acteur" ? matrice.acteurs.length : matrice.activites.length;
  const limit = limits[vue];
  const rangees = useMemo(
    () => (vue === "acteur" ? acteursOf(lecture, limit) : activitesOf(lecture, limit)),
    [lecture, vue, limit],
  );
  const reste = total - limit;
  return (
    <Section titre={mots.carte.titre}>
      <div role="group" aria-label={mots.carte.vue} className={styles.buttons}>
        {VUES.map((one) => (
          <ToggleButton
            key={one}
            size="small"
            checked={vue === one}
            onClick={() => {
              setVue(one);
            }}
          >
            {mots.carte.vues[one]}
          </ToggleButton>
        ))}
      </div>
      <Grille
        key={vue}
        nom={vue === "acteur" ? mots.carte.acteurs : mots.carte.activites}
        coin={vue === "acteur" ? mots.carte.acteur : mots.carte.activite}
        colonnes={
          vue === "acteur" && hasPhases(carte)
            ? carte.phases.map(nameColumn)
            : lettresOf(convention).map((one) => letterColumn(one, convention))
        }
        rangees={rangees}
        total={total}
        isAbove={vue === "activite"}
        onShow={onShow}
      />
      {reste > 0 && (
        <MoreButton
          label={
            vue === "acteur"
              ? mots.carte.suiteActeurs(Math.min(MORE, reste))
              : mots.carte.suiteActivites(Math.min(MORE, reste))
          }
          onMore={() => {
            setLimits({ ...limits, [vue]: limit + MORE });
          }}
        />
      )}
      <p className={own.legend}>
        {legendOf(vue, lecture)} {mots.carte.touches}
      </p>
    </Section>
  );
}

function legendOf(vue: Vue, { carte, convention }: LectureRaci): string {
  if (vue === "activite") return mots.carte.legendeActivites;
  return hasPhases(carte) ? mots.carte.legende(convention.value) : mots.carte.legendeLettres;
}

/** Without phases, the letters themselves are the columns. */
function hasPhases({ phases }: Carte): boolean {
  return phases.some((phase) => phase !== null);
}

function nameColumn(phase: string | null) {
  return { titre: phase ?? mots.carte.sansPhase, court: mots.carte.court(phase ?? mots.carte.sansPhase) };
}

function letterColumn(lettre: Lettre, convention: ConventionRaci | null) {
  return { titre: mots.carte.lettre(lettre, convention), court: lettre };
}

/** The one who carries first. */
function lettresOf(convention: ConventionRaci | null): readonly Lettre[] {
  const { porteur, executant } = LETTRES[convention ?? "ANAP"];
  return [porteur, executant, "C", "I"];
}

function acteursOf({ matrice, carte, marques, convention }: LectureRaci, limit: number): readonly RangeeGrille[] {
  const lettres = lettresOf(convention.value);
  return matrice.acteurs.slice(0, limit).map((acteur, place) => {
    const [marque] = marques[place] ?? [];
    const words = marque === undefined ? null : mots.charge.marques[marque.kind];
    return {
      key: place,
      titre: acteur.fiche?.value.code ?? acteur.titre,
      marque: words === null ? null : { signe: words.slice(0, 1), mots: words.slice(2) },
      at: acteur.at,
      cases: hasPhases(carte)
        ? (carte.cases[place] ?? []).map((one) => caseOf(one, carte.pleine, lettres, convention.value))
        : lettres.map((lettre) =>
            caseOf(only(carte.cases[place]?.[0], lettre), carte.pleine, [lettre], convention.value),
          ),
    };
  });
}

/** A case with that letter alone. */
function only(one: CaseCarte | undefined, lettre: Lettre): CaseCarte {
  const comptes = { ...SANS_LETTRE, [lettre]: one?.comptes[lettre] ?? 0 };
  return { comptes, actives: comptes.R + comptes.A, at: one?.places[lettre] ?? null, places: {} };
}

const SANS_LETTRE: CaseCarte["comptes"] = { R: 0, A: 0, C: 0, I: 0 };

function caseOf(
  { comptes, actives, at }: CaseCarte,
  pleine: number,
  lettres: readonly Lettre[],
  convention: ConventionRaci | null,
): CaseGrille {
  const held = lettres.filter((lettre) => comptes[lettre] > 0);
  const active = held.filter((lettre) => lettre === "R" || lettre === "A");
  const shown = active.length > 0 ? active : held;
  return {
    at,
    poids: actives === 0 ? 0 : Math.max(1, Math.ceil((3 * actives) / pleine)),
    mots:
      held.length === 0
        ? mots.carte.vide
        : held.map((lettre) => mots.carte.compte(lettre, comptes[lettre], convention)).join(", "),
    signes: shown.map((lettre) => (
      <Signe
        key={lettre}
        isStrong={convention !== null && lettre === LETTRES[convention].porteur}
        isQuiet={active.length === 0}
      >
        {`${lettre}\u202f${String(comptes[lettre])}`}
      </Signe>
    )),
  };
}

function activitesOf({ matrice, convention }: LectureRaci, limit: number): readonly RangeeGrille[] {
  const lettres = lettresOf(convention.value);
  return matrice.activites.slice(0, limit).map((activite) => ({
    key: activite.ligne.row,
    titre: activite.nom,
    marque: null,
    at: activite.at,
    cases: lettres.map((lettre) => caseOfRole(matrice, activite, lettre, convention.value)),
  }));
}

/** Acteurs named in a cell; the others are counted. */
const NAMED = 3;

function caseOfRole(
  matrice: Matrice,
  activite: Activite,
  lettre: Lettre,
  convention: ConventionRaci | null,
): CaseGrille {
  const places = placesWith(activite, lettre);
  const noms = places.map((place) => shortName(matrice, place));
  const [first] = places;
  const reste = noms.length - NAMED;
  const isStrong = convention !== null && lettre === LETTRES[convention].porteur;
  return {
    at: first === undefined ? activite.at : placeOfRole(matrice, activite, first),
    poids: 0,
    mots: noms.length === 0 ? mots.carte.personne : noms.join(", "),
    signes: (
      <Signe isStrong={isStrong} isQuiet={noms.length === 0}>
        {mots.carte.role(lettre, noms.slice(0, NAMED), Math.max(0, reste))}
      </Signe>
    ),
  };
}

function shortName({ acteurs }: Matrice, place: number): string {
  const acteur = acteurs[place];
  return acteur?.fiche?.value.code ?? acteur?.titre ?? "";
}

function Signe({
  isStrong,
  isQuiet,
  children,
}: {
  readonly isStrong: boolean;
  readonly isQuiet: boolean;
  readonly children: ReactNode;
}) {
  const own = useOwnStyles();
  if (isStrong) return <span className={own.strong}>{children}</span>;
  return <span className={isQuiet ? own.quiet : undefined}>{children}</span>;
}

const useOwnStyles = makeStyles({
  strong: { fontWeight: tokens.fontWeightBold },
  quiet: { color: tokens.colorNeutralForeground3 },
  legend: {
    margin: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL} 0`,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground3,
  },
});

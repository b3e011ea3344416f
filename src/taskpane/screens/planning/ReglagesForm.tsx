import { Checkbox, Field, Select } from "@fluentui/react-components";
import { ZONES_FERIES, type ZoneFeries } from "../../../domain/calendrier/jours-feries";
import { PROFILS } from "../../../domain/modeles/demarche";
import { FoldLine } from "../../components/FoldLine";
import type { Reglages } from "./choix";
import { useStyles } from "./planning.styles";
import { mots } from "./textes-planning";

interface ReglagesFormProps {
  readonly reglages: Reglages;
  /** Zones of the fiche signalétique. */
  readonly zonesDuClasseur: readonly ZoneFeries[];
  readonly onChange: (reglages: Partial<Reglages>) => void;
}

const SCENARIOS = ["court", "long"] as const;

/** Holidays, durations and dates shown: folded, with what is chosen in its line. */
export function ReglagesForm({ reglages, zonesDuClasseur, onChange }: ReglagesFormProps) {
  const styles = useStyles();
  const zones = reglages.zones ?? zonesDuClasseur;
  const { titre, resume, scenariosCourts, sansNeutralisation, profils } = mots.reglages;
  const summary = resume([
    zones.length > 2 ? `${zones.slice(0, 2).join(", ")}…` : zones.join(", "),
    ...(reglages.profil === null ? [] : [profils[reglages.profil]]),
    scenariosCourts[reglages.scenario],
    ...(reglages.sansNeutralisation ? [sansNeutralisation] : []),
  ]);
  return (
    <FoldLine label={titre} detail={summary}>
      {() => (
        <div className={styles.padded}>
          <div className={styles.form}>
            <Field label={mots.reglages.scenario}>
              <Select
                className={styles.select}
                value={reglages.scenario}
                onChange={(_, { value }) => {
                  onChange({ scenario: SCENARIOS.find((one) => one === value) ?? "court" });
                }}
              >
                {SCENARIOS.map((one) => (
                  <option key={one} value={one}>
                    {mots.reglages.scenarios[one]}
                  </option>
                ))}
              </Select>
            </Field>
            <Field label={mots.reglages.profil}>
              <Select
                className={styles.select}
                value={reglages.profil ?? ""}
                onChange={(_, { value }) => {
                  onChange({ profil: PROFILS.find((one) => one === value) ?? null });
                }}
              >
                <option value="">{profils.feuille}</option>
                {PROFILS.map((one) => (
                  <option key={one} value={one}>
                    {profils[one]}
                  </option>
                ))}
              </Select>
            </Field>
            <Checkbox
              className={styles.checkbox}
              label={mots.reglages.neutralisation}
              checked={!reglages.sansNeutralisation}
              onChange={(_, { checked }) => {
                onChange({ sansNeutralisation: checked !== true });
              }}
            />
            <Zones zones={zones} onChange={onChange} />
          </div>
        </div>
      )}
    </FoldLine>
  );
}

function Zones({ zones, onChange }: { readonly zones: readonly ZoneFeries[] } & Pick<ReglagesFormProps, "onChange">) {
  const styles = useStyles();
  return (
    <fieldset className={styles.zones}>
      <legend className={styles.legend}>{mots.reglages.zones}</legend>
      {ZONES_FERIES.map((zone) => (
        <Checkbox
          key={zone}
          className={styles.checkbox}
          label={zone}
          checked={zones.includes(zone)}
          onChange={(_, { checked }) => {
            const chosen = ZONES_FERIES.filter((one) => (one === zone ? checked === true : zones.includes(one)));
            // A calendar without any zone would have no holiday at all: the last one stays.
            if (chosen.length > 0) onChange({ zones: chosen });
          }}
        />
      ))}
    </fieldset>
  );
}

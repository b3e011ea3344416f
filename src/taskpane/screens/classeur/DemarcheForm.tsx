import { useState } from "react";
import { Checkbox, Field, Input, Select } from "@fluentui/react-components";
import { type Departement, parseDepartement } from "../../../domain/cpom/departement";
import type { Demarche, Profil, Regime } from "../../../domain/modeles/demarche";
import { textes } from "../../textes";
import { useStyles } from "./classeur.styles";

const mots = textes.classeur.demarche;

interface DemarcheFormProps {
  readonly demarche: Partial<Demarche>;
  readonly onChange: (demarche: Partial<Demarche>) => void;
}

const PROFILS: readonly Profil[] = ["ANAP 2017", "Resserré 6 mois"];
const REGIMES: readonly Regime[] = ["Handicap-services", "EHPAD-PUV", "Facultatif", "SAD", "CHRS", "Mixte"];

/** What decides which lines of the kit concern the contract. */
export function DemarcheForm({ demarche, onChange }: DemarcheFormProps) {
  const styles = useStyles();
  const [typed, setTyped] = useState((demarche.departements ?? []).join(" ; "));
  const isArsAlone = demarche.departements?.length === 0;
  const unknown = codesOf(typed).find((code) => parseDepartement(code) === null);
  return (
    <div className={styles.form}>
      <Field label={mots.profil}>
        <Select
          className={styles.select}
          value={demarche.profil ?? PROFILS[0]}
          onChange={(_, { value }) => {
            const profil = PROFILS.find((one) => one === value);
            if (profil !== undefined) onChange({ ...demarche, profil });
          }}
        >
          {PROFILS.map((one) => (
            <option key={one} value={one}>
              {mots.profils[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={mots.regime}>
        <Select
          className={styles.select}
          value={demarche.regime ?? REGIMES[0]}
          onChange={(_, { value }) => {
            const regime = REGIMES.find((one) => one === value);
            if (regime !== undefined) onChange({ ...demarche, regime });
          }}
        >
          {REGIMES.map((one) => (
            <option key={one} value={one}>
              {mots.regimes[one]}
            </option>
          ))}
        </Select>
      </Field>
      <Checkbox
        className={styles.checkbox}
        label={mots.arsSeule}
        checked={isArsAlone}
        onChange={(_, { checked }) => {
          onChange(withDepartements(demarche, checked === true ? [] : readCodes(typed)));
        }}
      />
      {!isArsAlone && (
        <Field
          label={mots.departements}
          hint={mots.departementsAide}
          {...(unknown !== undefined && { validationMessage: mots.departementInconnu(unknown) })}
        >
          <Input
            value={typed}
            onChange={(_, { value }) => {
              setTyped(value);
              onChange(withDepartements(demarche, readCodes(value)));
            }}
          />
        </Field>
      )}
      <Checkbox
        className={styles.checkbox}
        label={mots.premierContrat}
        checked={demarche.isRenouvellement === false}
        onChange={(_, { checked }) => {
          onChange({ ...demarche, isRenouvellement: checked !== true });
        }}
      />
    </div>
  );
}

/** `null`: what the workbook says, else one département not yet known. */
function withDepartements(demarche: Partial<Demarche>, codes: readonly Departement[] | null): Partial<Demarche> {
  return { ...demarche, departements: codes };
}

function readCodes(typed: string): readonly Departement[] | null {
  const codes = codesOf(typed).flatMap((code) => parseDepartement(code) ?? []);
  return codes.length === 0 ? null : codes;
}

function codesOf(typed: string): readonly string[] {
  return typed.split(/[,;\s]+/).filter((code) => code !== "");
}

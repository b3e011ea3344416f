import type { Ref } from "react";
import { textes } from "../textes";

interface FileInputProps {
  readonly ref: Ref<HTMLInputElement>;
  readonly onFile: (file: File) => void;
}

/** The system’s own file picker, opened by a button. */
export function FileInput({ ref, onFile }: FileInputProps) {
  return (
    <input
      ref={ref}
      type="file"
      hidden
      aria-label={textes.choisirFichier}
      accept=".xlsx,.xlsm,application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
      onChange={({ currentTarget }) => {
        const [file] = currentTarget.files ?? [];
        if (file) onFile(file);
        currentTarget.value = "";
      }}
    />
  );
}

import type { FicheAction } from "../../domain/fiche-action/fiche-action";
import { type Bloc, blocsOf, type Tableau } from "./blocs-fiche";
import { escapeXml } from "./proprietes";
import { isRightToLeft, linesOf } from "./texte-brut";

/** Fiches as a page that Word and a messaging program paste with their headings and tables: no script, no address, no picture. */
export function toHtml(fiches: readonly FicheAction[]): string {
  const pages = fiches.map((fiche) => `<article>${blocsOf(fiche).map(htmlOf).join("")}</article>`);
  return `<!DOCTYPE html><html lang="fr"><head><meta charset="utf-8"></head><body>${pages.join(PAGE_BREAK)}</body></html>`;
}

/** The same as plain text, for a program that pastes nothing else. */
export function toPlainText(fiches: readonly FicheAction[]): string {
  return fiches.map((fiche) => blocsOf(fiche).map(plainOf).join("\n\n")).join("\n\n\n");
}

const PAGE_BREAK = '<br style="page-break-before:always">';
const TABLE = 'border="1" cellspacing="0" cellpadding="4" style="border-collapse:collapse;width:100%"';

function htmlOf(bloc: Bloc): string {
  switch (bloc.kind) {
    case "titre":
      return `<h${bloc.niveau}>${escapeXml(bloc.texte)}</h${bloc.niveau}>`;
    case "paragraphe": {
      const label = bloc.libelle === null ? "" : `<strong>${escapeXml(bloc.libelle)}\u00a0:</strong> `;
      return bloc.lignes.map((ligne, rank) => paragraphOf(ligne, rank === 0 ? label : "")).join("");
    }
    case "a-completer":
      return `<p><em>${escapeXml(bloc.texte)}</em></p>`;
    case "tableau":
      return tableOf(bloc);
  }
}

function paragraphOf(ligne: string, label: string): string {
  return `<p${label === "" && isRightToLeft(ligne) ? ' dir="rtl"' : ""}>${label}${escapeXml(ligne)}</p>`;
}

function tableOf({ colonnes, lignes }: Tableau): string {
  const head = colonnes.map(({ titre }) => `<th scope="col">${escapeXml(titre)}</th>`).join("");
  const rows = lignes.map((ligne) => {
    return `<tr>${ligne.map((texte, column) => cellOf(texte, column === 0)).join("")}</tr>`;
  });
  return `<table ${TABLE}><thead><tr>${head}</tr></thead><tbody>${rows.join("")}</tbody></table>`;
}

function cellOf(texte: string, isHeader: boolean): string {
  const content = linesOf(texte).map(escapeXml).join("<br>");
  return isHeader ? `<th scope="row" align="left">${content}</th>` : `<td>${content === "" ? "&nbsp;" : content}</td>`;
}

function plainOf(bloc: Bloc): string {
  switch (bloc.kind) {
    case "titre":
    case "a-completer":
      return bloc.texte;
    case "paragraphe":
      return `${bloc.libelle === null ? "" : `${bloc.libelle}\u00a0: `}${bloc.lignes.join("\n")}`;
    case "tableau":
      return [bloc.colonnes.map(({ titre }) => titre), ...bloc.lignes]
        .map((ligne) => ligne.map((texte) => linesOf(texte).join(" ; ")).join("\t"))
        .join("\n");
  }
}

import { type Content, type Html, html } from './html';

/** A column: its heading, and its share of the width in percent. */
export type Column = readonly [title: Content, percent: number];

/** How a table is shown. */
export interface TableSettings {
  readonly caption: string;
  /** More about the table, behind the caption. */
  readonly remark?: Content;
  readonly columns: readonly Column[];
  /** Rows, or whole bodies where `bodies` is set. */
  readonly rows: readonly Content[];
  readonly bodies?: boolean;
  /** `small` tables are no wider than text; `risks` are maps with lines around their cells. */
  readonly className?: 'small' | 'risks';
}

/** A table with a caption and headings for its columns; on a narrow screen it scrolls by itself, also with the keyboard. */
export function table({ caption, remark, columns, rows, bodies = false, className }: TableSettings): Html {
  const heads = columns.map(([title]) => html`<th scope="col">${title}</th>`);
  const widths = columns.map(([, percent]) => html`<col class="w${percent}">`);
  return html`<div class="wide ${className}" role="group" aria-label="${caption}" tabindex="0"><table>
<caption>${caption}${remark !== undefined && html` <span class="soft">${remark}</span>`}</caption>
<colgroup>${widths}</colgroup>
<thead><tr>${heads}</tr></thead>
${bodies ? rows : html`<tbody>\n${rows}</tbody>`}</table></div>
`;
}

/** The widths of columns as a style sheet: the page allows no style on an element. */
export function columnWidths(): string {
  return Array.from({ length: 60 }, (_, index) => `.w${index + 1}{width:${index + 1}%}`).join('');
}

import type { Row } from '../../kinds/record';
import { filledText } from '../../workspace/names';
import { type RiskScale, type Steps, stepOf } from '../../workspace/risk-scale';
import { type Content, type Html, html } from './html';
import { table } from './table';
import { count } from './words';

/** More ids than this in one cell are counted only; all stand in the register below. */
const MOST_IDS = 12;
const TONES = 5;

/** The risks by likelihood and impact, and by level before and after treatment. Nothing is multiplied: levels are those people gave. */
export function riskMaps(scale: RiskScale | undefined, risks: readonly Row[]): Content {
  if (!scale) return undefined;
  return html`${ratings(scale, risks)}${levels(scale, risks)}`;
}

interface Map {
  readonly caption: string;
  readonly remark: string;
  readonly corner: string;
  readonly rows: readonly string[];
  readonly columns: readonly string[];
  /** The risks at a place; -1 is what is not on the scale. */
  at(row: number, column: number): readonly Row[];
  /** What is said of one risk in a cell. */
  words(risk: Row): Content;
  tone(row: number, column: number, risks: readonly Row[]): number;
}

/** Inherent: likelihood by impact, each with the level it was given. */
function ratings(scale: RiskScale, risks: readonly Row[]): Content {
  const { likelihood, impact } = scale;
  if (likelihood.words.length < 2 || impact.words.length < 2) return undefined;
  const place = (risk: Row) => [
    stepOf(likelihood, filledText(risk, 'likelihood')),
    stepOf(impact, filledText(risk, 'impact')),
  ];
  return drawn(
    {
      caption: 'Risks before treatment, by likelihood and impact',
      remark: outside(
        risks.filter((risk) => place(risk).includes(-1)),
        'likelihood or impact',
      ),
      corner: 'Likelihood, then impact from left to right',
      rows: likelihood.words,
      columns: impact.words,
      at: (row, column) => risks.filter((risk) => place(risk)[0] === row && place(risk)[1] === column),
      words: (risk) => filledText(risk, 'level'),
      tone: (_row, _column, here) =>
        Math.max(-1, ...here.map((risk) => stepOf(scale.levels, filledText(risk, 'level')))),
    },
    scale.levels,
  );
}

/** Residual: the level before treatment by the level that remains. */
function levels(scale: RiskScale, risks: readonly Row[]): Content {
  const place = (risk: Row) => [
    stepOf(scale.levels, filledText(risk, 'level')),
    stepOf(scale.levels, filledText(risk, 'residual')),
  ];
  return drawn(
    {
      caption: 'What treatment leaves: level before it, and level that remains',
      remark: outside(
        risks.filter((risk) => place(risk).includes(-1)),
        'level before or after',
      ),
      corner: 'Before treatment, then what remains from left to right',
      rows: scale.levels.words,
      columns: scale.levels.words,
      at: (row, column) => risks.filter((risk) => place(risk)[0] === row && place(risk)[1] === column),
      words: () => '',
      tone: (_row, column) => column,
    },
    scale.levels,
  );
}

function outside(risks: readonly Row[], what: string): string {
  if (risks.length === 0) return 'all open risks';
  const ids = risks.slice(0, MOST_IDS).map((risk) => risk.id);
  return `not on it for want of a ${what} of the scale: ${ids.join(', ')}${risks.length > ids.length ? ` and ${risks.length - ids.length} more` : ''}`;
}

function drawn(map: Map, scale: Steps): Html {
  const share = Math.floor(80 / map.columns.length);
  const highestFirst = map.rows.map((word, row) => ({ word, row })).reverse();
  return table({
    caption: map.caption,
    remark: map.remark,
    className: 'risks',
    columns: [[map.corner, 20], ...map.columns.map((word): [string, number] => [word, share])],
    rows: highestFirst.map(
      ({
        word,
        row,
      }) => html`<tr><th scope="row" class="axis"><b>${word}</b></th>${map.columns.map((_, column) => cell(map, scale, row, column))}</tr>
`,
    ),
  });
}

function cell(map: Map, scale: Steps, row: number, column: number): Html {
  const risks = map.at(row, column);
  if (risks.length === 0) return html`<td><span class="soft">0</span></td>`;
  const step = map.tone(row, column, risks);
  const tone = Math.round((step * (TONES - 1)) / Math.max(1, scale.words.length - 1));
  const shown = risks.slice(0, MOST_IDS);
  return html`<td class="${step >= 0 && `tone${tone}`}"><b>${count(risks.length, 'risk')}</b><ul>${shown.map((risk) => {
    const words = map.words(risk);
    return html`<li>${risk.id}${words !== '' && html` ${words}`}</li> `;
  })}${risks.length > shown.length && html`<li>and ${risks.length - shown.length} more</li>`}</ul></td>`;
}

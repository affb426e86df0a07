// The Statement of Applicability as other people write it, and the words of other languages.
import { tableLine } from './document-lines';
import { eachCell, type Rewriting, tables } from './rewriting-edits';
import { asHeadings, asTable, otherForm, title } from './rewriting-forms';

/** Columns of a risk register by language; values begin with `=`. */
export const LANGUAGES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  German: {
    id: 'Risiko-ID',
    title: 'Risiko',
    description: 'Beschreibung',
    systems: 'Betroffene Systeme',
    source: 'Risikoquelle',
    objective: 'Betroffenes Ziel',
    consequences: 'Folgen',
    likelihood: 'Eintrittswahrscheinlichkeit',
    impact: 'Auswirkung',
    level: 'Risikostufe',
    owner: 'Risikoeigner',
    treatment: 'Behandlung',
    controls: 'Maßnahmen',
    residual: 'Restrisiko',
    accepted_by: 'Akzeptiert von',
    accepted_on: 'Akzeptiert am',
    next_review: 'Nächste Prüfung',
    notes: 'Bemerkung',
    '=modify': 'Vermindern',
    '=avoid': 'Vermeiden',
  },
  French: {
    id: 'ID risque',
    title: 'Risque',
    description: 'Description du risque',
    systems: 'Systèmes',
    source: 'Source de risque',
    objective: 'Objectif',
    consequences: 'Conséquences',
    likelihood: 'Vraisemblance',
    impact: 'Gravité',
    level: 'Niveau de risque',
    owner: 'Propriétaire du risque',
    treatment: 'Traitement',
    controls: 'Mesures',
    residual: 'Risque résiduel',
    accepted_by: 'Accepté par',
    accepted_on: 'Accepté le',
    next_review: 'Prochaine revue',
    notes: 'Remarques',
    '=modify': 'Réduire',
    '=avoid': 'Éviter',
  },
  Spanish: {
    id: 'ID de riesgo',
    title: 'Riesgo',
    description: 'Descripción',
    systems: 'Sistemas',
    source: 'Fuente de riesgo',
    objective: 'Objetivo',
    consequences: 'Consecuencias',
    likelihood: 'Probabilidad',
    impact: 'Impacto',
    level: 'Nivel de riesgo',
    owner: 'Propietario del riesgo',
    treatment: 'Tratamiento',
    controls: 'Controles',
    residual: 'Riesgo residual',
    accepted_by: 'Aceptado por',
    accepted_on: 'Fecha de aceptación',
    next_review: 'Próxima revisión',
    notes: 'Observaciones',
    '=modify': 'Mitigar',
    '=avoid': 'Evitar',
  },
  Dutch: {
    id: 'Risico-ID',
    title: 'Risico',
    description: 'Omschrijving',
    systems: 'Systemen',
    source: 'Risicobron',
    objective: 'Doelstelling',
    consequences: 'Gevolgen',
    likelihood: 'Kans',
    impact: 'Ernst',
    level: 'Risiconiveau',
    owner: 'Risico-eigenaar',
    treatment: 'Behandeling',
    controls: 'Beheersmaatregelen',
    residual: 'Restrisico',
    accepted_by: 'Geaccepteerd door',
    accepted_on: 'Geaccepteerd op',
    next_review: 'Volgende beoordeling',
    notes: 'Opmerkingen',
    '=modify': 'Verminderen',
    '=avoid': 'Vermijden',
  },
  Japanese: {
    id: 'リスクID',
    title: 'リスク',
    description: '説明',
    systems: '対象システム',
    source: 'リスク源',
    objective: '目的',
    consequences: '影響内容',
    likelihood: '起こりやすさ',
    impact: '影響度',
    level: 'リスクレベル',
    owner: 'リスク所有者',
    treatment: 'リスク対応',
    controls: '管理策',
    residual: '残留リスク',
    accepted_by: '受容者',
    accepted_on: '受容日',
    next_review: '次回レビュー',
    notes: '備考',
    '=modify': '低減',
    '=avoid': '回避',
  },
};

const GERMAN: Readonly<Record<string, string>> = {
  id: 'Nr.',
  applicable: 'Anwendbar',
  basis: 'Grundlage',
  justification: 'Begründung',
  risks: 'Risiken',
  systems: 'KI-Systeme',
  status: 'Umsetzungsstatus',
  implementation: 'Umsetzungsbeschreibung',
  owner: 'Verantwortlich',
  evidence: 'Nachweise',
  target_date: 'Zieldatum',
  '=true': 'Ja',
  '=false': 'Nein',
  '=implemented': 'Umgesetzt',
  '=verified': 'Geprüft',
  '=partial': 'Teilweise umgesetzt',
};
const PICTURES: Readonly<Record<string, string>> = {
  '=true': '✅',
  '=false': '❌',
  '=implemented': '🟢 Implemented',
  '=verified': 'Verified',
  '=partial': '🟡 Partially implemented',
};
const WORDS: Readonly<Record<string, string>> = {
  id: 'Control #',
  applicable: 'Included / Excluded',
  justification: 'Justification for inclusion/exclusion',
  status: 'Implementation Status',
  owner: 'Control Owner',
  risks: 'Linked risks',
  evidence: 'Evidence / Reference',
  '=true': 'Included',
  '=false': '**Excluded**',
  '=implemented': 'Fully implemented',
  '=verified': 'Verified',
  '=partial': 'In progress',
};

const inWords = (words: Readonly<Record<string, string>>) => (text: string) =>
  eachCell((cell, _column, part) => (part === 'header' ? (words[cell] ?? cell) : (words[`=${cell}`] ?? cell)))(
    asTable(text),
    '',
  );

/** One table for each group of controls, under a heading of its own. */
function inGroups(text: string): string {
  const table = asTable(text);
  const rows = table.split('\n').filter((line) => line.startsWith('|'));
  const [header = '', separator = '', ...entries] = rows;
  const groups = new Map<string, string[]>();
  for (const entry of entries) {
    const group = /A\.\d+/.exec(entry)?.[0] ?? '';
    groups.set(group, [...(groups.get(group) ?? []), entry]);
  }
  const parts = [...groups].map(([group, lines]) =>
    [`## ${group} of Annex A`, '', header, separator, ...lines, ''].join('\n'),
  );
  return `${table.slice(0, table.indexOf('\n| id'))}\n${parts.join('\n')}`;
}

/** The id with its title in one cell, as in many workbooks. */
const withTitles = (text: string) =>
  eachCell((cell, column, part) => (part === 'row' && column === 'id' ? `**${cell}**` : cell))(asTable(text), '');

/** Forms of the statement in which it is found most often. */
export function statementForms(): Rewriting[] {
  const path = 'soa.yaml';
  return [
    otherForm('statement: a table in German', path, 'md', inWords(GERMAN)),
    otherForm('statement: a table with pictures', path, 'md', inWords(PICTURES)),
    otherForm('statement: a table in the words of a workbook', path, 'md', inWords(WORDS)),
    otherForm('statement: a table with bold ids', path, 'md', withTitles),
    otherForm('statement: a table for each group', path, 'md', inGroups),
    otherForm('statement: a heading for each control', path, 'md', asHeadings),
    otherForm('statement: a table without outer bars, headings in Title Case', path, 'md', (text) =>
      tables((cells, part) =>
        (part === 'separator'
          ? cells.map(() => '---')
          : part === 'header'
            ? cells.map((cell) => cell.split('_').map(title).join(' '))
            : cells
        ).join(' | '),
      )(asTable(text), ''),
    ),
    otherForm('statement: one column of reasons each way', path, 'md', (text) =>
      tables((cells, part, columns) => {
        const [at, applicable] = [columns.indexOf('justification'), columns.indexOf('applicable')];
        const reason = cells[at] ?? '';
        const included = cells[applicable] === 'true';
        const both =
          part === 'header'
            ? ['Justification for inclusion', 'Justification for exclusion']
            : part === 'separator'
              ? ['---', '---']
              : [included ? reason : '', included ? '' : reason];
        const all = [...cells.slice(0, at), ...both, ...cells.slice(at + 1)];
        return part === 'separator' ? `|${all.map(() => '---').join('|')}|` : tableLine(all);
      })(asTable(text), ''),
    ),
  ];
}

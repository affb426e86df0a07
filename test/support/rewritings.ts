// Ways to write the example differently that say the same: no finding and no grade may change.
import { isMap, isSeq, type YAMLSeq } from 'yaml';
import { tableLine, tableRows } from './document-lines';
import {
  clauseIds,
  controlIds,
  dates,
  eachCell,
  flow,
  front,
  frontSynonyms,
  headerSynonyms,
  isCsv,
  isMarkdown,
  isYaml,
  keyStyle,
  keySynonyms,
  lines,
  listSynonyms,
  quote,
  type Rewriting,
  rewriting,
  rowsOf,
  tables,
  tree,
  valueSynonyms,
} from './rewriting-edits';
import { asHeadings, asLines, asTable, asYaml, csvAsTable, isPolicy, otherForm, title } from './rewriting-forms';
import { LANGUAGES, statementForms } from './rewritings-of-the-statement';

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];
const GERMAN = [
  'Januar',
  'Februar',
  'März',
  'April',
  'Mai',
  'Juni',
  'Juli',
  'August',
  'September',
  'Oktober',
  'November',
  'Dezember',
];
const FRENCH = [
  'janvier',
  'février',
  'mars',
  'avril',
  'mai',
  'juin',
  'juillet',
  'août',
  'septembre',
  'octobre',
  'novembre',
  'décembre',
];
const SPANISH = [
  'enero',
  'febrero',
  'marzo',
  'abril',
  'mayo',
  'junio',
  'julio',
  'agosto',
  'septiembre',
  'octubre',
  'noviembre',
  'diciembre',
];
const DUTCH = [
  'januari',
  'februari',
  'maart',
  'april',
  'mei',
  'juni',
  'juli',
  'augustus',
  'september',
  'oktober',
  'november',
  'december',
];

/** All rewritings. */
export function rewritings(): Rewriting[] {
  const long = (text: string) => text.length > 60;
  return [
    // --- YAML
    rewriting(
      'YAML: read and written again',
      isYaml,
      tree(() => {}),
    ),
    rewriting(
      'YAML: four spaces',
      isYaml,
      tree(() => {}, { indent: 4 }),
    ),
    rewriting(
      'YAML: lists not indented',
      isYaml,
      tree(() => {}, { indentSeq: false }),
    ),
    rewriting(
      'YAML: everything in double quotes',
      isYaml,
      quote('QUOTE_DOUBLE', () => true),
    ),
    rewriting(
      'YAML: everything in single quotes',
      isYaml,
      quote('QUOTE_SINGLE', () => true),
    ),
    rewriting(
      'YAML: dates in quotes',
      isYaml,
      quote('QUOTE_DOUBLE', (text) => /^\d{4}-/.test(text)),
    ),
    rewriting('YAML: long texts folded', isYaml, quote('BLOCK_FOLDED', long)),
    rewriting('YAML: long texts as literal blocks', isYaml, quote('BLOCK_LITERAL', long)),
    rewriting(
      'YAML: long lines wrapped',
      isYaml,
      tree(() => {}, { lineWidth: 60 }),
    ),
    rewriting(
      'YAML: each row on one line',
      isYaml,
      flow((depth) => depth === 2, true),
    ),
    rewriting(
      'YAML: short lists a line each',
      isYaml,
      flow(() => true, false),
    ),
    rewriting(
      'YAML: inner lists in brackets',
      isYaml,
      flow((depth) => depth > 2, true),
    ),
    rewriting(
      'YAML: flow with wide brackets',
      isYaml,
      tree(() => {}, { flowCollectionPadding: false }),
    ),
    rewriting(
      'YAML: keys of rows the other way round',
      isYaml,
      tree((document) => {
        for (const { rows } of rowsOf(document)) for (const row of rows) row.items.reverse();
      }),
    ),
    rewriting(
      'YAML: keys of rows by the alphabet',
      isYaml,
      tree((document) => {
        for (const { rows } of rowsOf(document))
          for (const row of rows) row.items.sort((a, b) => (String(a.key) < String(b.key) ? -1 : 1));
      }),
    ),
    // What kind a document is has to stand in its first 16 KB.
    rewriting(
      'YAML: list before the facts',
      (path) => isYaml(path) && !/soa|risk-register/.test(path),
      tree((document) => {
        if (isMap(document.contents)) document.contents.items.reverse();
      }),
    ),
    rewriting(
      'YAML: rows the other way round',
      isYaml,
      tree((document) => {
        if (isMap(document.contents))
          for (const { value } of document.contents.items)
            if (isSeq(value) && value.items.every(isMap)) (value as YAMLSeq).items.reverse();
      }),
    ),
    rewriting(
      'YAML: quoted keys',
      isYaml,
      lines((line) => line.replace(/^( *(?:- )?)(\w+):(?= |$)/, '$1"$2":')),
    ),
    rewriting(
      'YAML: comments before rows',
      isYaml,
      lines((line) => (/^ {2}- /.test(line) ? ['  # the next one: as agreed', line] : line)),
    ),
    rewriting(
      'YAML: comments at line ends',
      isYaml,
      lines((line) => (/^ {4}(?:owner|status|level|treatment): [^"#]+$/.test(line) ? `${line}   # checked` : line)),
    ),
    rewriting(
      'YAML: blank lines between rows',
      isYaml,
      lines((line) => (/^ {2}- /.test(line) ? ['', line] : line)),
    ),
    rewriting('YAML: document marks', isYaml, (text) => `---\n${text}...\n`),
    rewriting('YAML: a comment at the top', isYaml, (text) => `# Kept by us.\n# See the handbook.\n\n${text}`),
    rewriting(
      'YAML: spaces behind',
      isYaml,
      lines((line) => (line === '' ? line : `${line}  `)),
    ),
    rewriting(
      'YAML: spaces after the colon',
      isYaml,
      lines((line) => line.replace(/^( *(?:- )?\w+:) (?=\S)/, '$1    ')),
    ),
    rewriting(
      'YAML: one value without its list',
      isYaml,
      lines((line) =>
        line.replace(
          /^( *(?:systems|controls|risks|models|datasets|roles|objective|basis): )\[([\w.]+|[\w-]+)\]$/,
          '$1$2',
        ),
      ),
    ),
    rewriting(
      'YAML: lists as text with commas',
      isYaml,
      lines((line) =>
        line.replace(
          /^( *(?:systems|controls|risks|models|datasets|suppliers|roles|basis|consequences): )\[([\w., -]+)\]$/,
          '$1$2',
        ),
      ),
    ),
    rewriting(
      'YAML: lists as text with semicolons',
      isYaml,
      lines((line) =>
        line.replace(
          /^( *(?:systems|controls|risks|models|datasets|suppliers|roles|basis|consequences): )\[([\w., -]+)\]$/,
          (_all, key: string, list: string) => `${key}${list.replaceAll(', ', '; ')}`,
        ),
      ),
    ),
    rewriting(
      'YAML: true as yes',
      isYaml,
      lines((line) => line.replace(/: true$/, ': yes').replace(/: false$/, ': no')),
    ),
    rewriting(
      'YAML: true as Ja',
      isYaml,
      lines((line) => line.replace(/: true$/, ': Ja').replace(/: false$/, ': Nein')),
    ),
    rewriting(
      'YAML: true as Oui',
      isYaml,
      lines((line) => line.replace(/: true$/, ': Oui').replace(/: false$/, ': Non')),
    ),
    rewriting(
      'YAML: true as Included',
      (path) => path === 'soa.yaml',
      lines((line) =>
        line.replace(/(applicable): true$/, '$1: Included').replace(/(applicable): false$/, '$1: Excluded'),
      ),
    ),
    rewriting(
      'YAML: true as ✅',
      isYaml,
      lines((line) => line.replace(/: true$/, ': ✅').replace(/: false$/, ': ❌')),
    ),
    rewriting(
      'YAML: values in capitals',
      isYaml,
      lines((line) =>
        line.replace(
          /^( +(?:status|level|residual|treatment|likelihood|impact|lifecycle|tier|severity): )(\w)(\w*)$/,
          (_all, key: string, first: string, rest: string) =>
            `${key}${first.toUpperCase()}${rest.replaceAll('_', ' ')}`,
        ),
      ),
    ),
    rewriting(
      'YAML: values in capital letters only',
      isYaml,
      lines((line) =>
        line.replace(
          /^( +(?:status|level|residual|treatment|lifecycle|tier|severity): )(\w+)$/,
          (_all, key: string, word: string) => `${key}${word.toUpperCase()}`,
        ),
      ),
    ),
    rewriting(
      'YAML: evidence as plain references',
      (path) => path === 'soa.yaml',
      lines((line) =>
        line.replace(/- \{ ref: (records\/[\w./-]*\d{4}-\d\d[\w./-]*|records\/\S+\.md), date: [\d-]+ \}/, '- $1'),
      ),
    ),
    rewriting(
      'YAML: evidence as maps over two lines',
      (path) => path === 'soa.yaml',
      lines((line) =>
        line.replace(/^( *- )\{ ref: (\S+), date: ([\d-]+) \}$/, '$1ref: $2\n        date: $3').split('\n'),
      ),
    ),
    rewriting(
      'YAML: evidence as links',
      (path) => path === 'soa.yaml',
      lines((line) => line.replace(/ref: (records\/[\w./-]+),/, 'ref: "[$1]($1)",')),
    ),
    rewriting(
      'YAML: keys in camelCase',
      isYaml,
      keyStyle((key) => key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase())),
    ),
    rewriting(
      'YAML: keys in kebab-case',
      isYaml,
      keyStyle((key) => key.replaceAll('_', '-')),
    ),
    rewriting(
      'YAML: keys in Title Case',
      isYaml,
      keyStyle((key) => key.split('_').map(title).join(' ')),
    ),
    ...[0, 1, 2, 3, 5, 7, 9].map((number) =>
      rewriting(`YAML: other names of keys, ${number + 1}`, isYaml, keySynonyms(number)),
    ),
    ...[0, 1, 2, 4, 6].map((number) =>
      rewriting(`YAML: other words for values, ${number + 1}`, isYaml, valueSynonyms(number)),
    ),
    ...[-1, 0, 1].map((number) => rewriting(`YAML: other names of lists, ${number + 2}`, isYaml, listSynonyms(number))),
    // --- Markdown: tables
    rewriting(
      'tables: padded',
      isMarkdown,
      eachCell((cell) => cell.padEnd(24)),
    ),
    rewriting(
      'tables: no spaces',
      isMarkdown,
      tables((cells, part) => `|${part === 'separator' ? cells.map(() => '-').join('|') : cells.join('|')}|`),
    ),
    rewriting(
      'tables: without outer bars',
      isMarkdown,
      tables((cells, part) => (part === 'separator' ? cells.map(() => '---') : cells).join(' | ')),
    ),
    rewriting(
      'tables: aligned',
      isMarkdown,
      tables((cells, part) =>
        part === 'separator'
          ? `|${cells.map((_cell, at) => [':--', ':-:', '--:'][at % 3]).join('|')}|`
          : tableLine(cells),
      ),
    ),
    rewriting(
      'tables: columns the other way round',
      isMarkdown,
      tables((cells, part) =>
        part === 'separator' ? `|${cells.map(() => '---').join('|')}|` : tableLine([...cells].reverse()),
      ),
    ),
    rewriting(
      'tables: bold headings',
      isMarkdown,
      eachCell((cell, _column, part) => (part === 'header' ? `**${cell}**` : cell)),
    ),
    rewriting(
      'tables: headings in Title Case',
      isMarkdown,
      eachCell((cell, _column, part) => (part === 'header' ? cell.split('_').map(title).join(' ') : cell)),
    ),
    rewriting(
      'tables: headings in capital letters',
      isMarkdown,
      eachCell((cell, _column, part) => (part === 'header' ? cell.toUpperCase() : cell)),
    ),
    rewriting(
      'tables: bold ids',
      isMarkdown,
      eachCell((cell, column, part) => (part === 'row' && column === 'id' ? `**${cell}**` : cell)),
    ),
    rewriting(
      'tables: emphasised owners',
      isMarkdown,
      eachCell((cell, column, part) =>
        part === 'row' && /owner|auditor|holder/.test(column) && cell !== '' ? `*${cell}*` : cell,
      ),
    ),
    rewriting(
      'tables: lists over lines',
      isMarkdown,
      eachCell((cell, column, part) =>
        part === 'row' && /^(clauses|systems)$/.test(column) ? cell.replaceAll('; ', '<br>') : cell,
      ),
    ),
    rewriting(
      'tables: lists with commas',
      isMarkdown,
      eachCell((cell, column, part) =>
        part === 'row' && /^(clauses|systems)$/.test(column) ? cell.replaceAll('; ', ', ') : cell,
      ),
    ),
    rewriting(
      'tables: a column of notes',
      isMarkdown,
      tables((cells, part) =>
        part === 'separator'
          ? `|${[...cells, ''].map(() => '---').join('|')}|`
          : tableLine([...cells, part === 'header' ? 'Remarks of the desk' : 'none']),
      ),
    ),
    rewriting('tables: rows the other way round', isMarkdown, (text) => {
      const all = text.split('\n');
      const rows = tableRows(all);
      rows.forEach((row, at) => {
        all[row.from] = text.split('\n')[rows[rows.length - 1 - at]?.from ?? row.from] ?? '';
      });
      return rows.every((row, at) => at === 0 || row.from === (rows[at - 1]?.from ?? 0) + 1) ? all.join('\n') : text;
    }),
    ...[0, 1, 2, 4, 6, 8].map((number) =>
      rewriting(`tables: other names of columns, ${number + 1}`, isMarkdown, headerSynonyms(number)),
    ),
    // --- Markdown: facts and prose
    rewriting('front matter: written again', isMarkdown, front(tree(() => {}))),
    rewriting('front matter: everything in quotes', isMarkdown, front(quote('QUOTE_DOUBLE', () => true))),
    rewriting('front matter: lists a line each', isMarkdown, front(flow(() => true, false))),
    rewriting(
      'front matter: the other way round',
      isMarkdown,
      front((text, path) =>
        tree((document) => isMap(document.contents) && document.contents.items.reverse())(text, path),
      ),
    ),
    rewriting(
      'front matter: with comments',
      isMarkdown,
      front(lines((line) => (/^(owner|date|status):/.test(line) ? ['# agreed', line] : line))),
    ),
    rewriting(
      'front matter: keys in camelCase',
      isMarkdown,
      front(keyStyle((key) => key.replace(/_(\w)/g, (_all, letter: string) => letter.toUpperCase()))),
    ),
    rewriting(
      'front matter: keys in Title Case',
      isMarkdown,
      front(keyStyle((key) => key.split('_').map(title).join(' '))),
    ),
    ...[0, 1, 3, 5].map((number) =>
      rewriting(`front matter: other names of keys, ${number + 1}`, isMarkdown, frontSynonyms(number)),
    ),
    rewriting(
      'facts as bold lines',
      isPolicy,
      asLines((key, value) => `**${title(key)}:** ${value}  `),
    ),
    rewriting(
      'facts as plain lines with breaks',
      isPolicy,
      asLines((key, value) => `${title(key)}: ${value}  `),
    ),
    rewriting(
      'facts as plain lines',
      isPolicy,
      asLines((key, value) => `${title(key)}: ${value}`),
    ),
    rewriting(
      'facts as a table',
      isPolicy,
      asLines((key, value) => `| ${title(key)} | ${value} |`, '| Field | Value |\n|---|---|'),
    ),
    rewriting(
      'facts as a list under a heading',
      isPolicy,
      asLines((key, value) => `- **${title(key)}:** ${value}`, '## Document Control\n'),
    ),
    rewriting(
      'facts as a bold-lined record',
      (path) => path.startsWith('records/') && path.endsWith('.md'),
      asLines((key, value) => `**${title(key)}**: ${value}  `),
    ),
    rewriting('prose: blank lines doubled', isMarkdown, (text) => text.replace(/\n\n/g, '\n\n\n')),
    rewriting(
      'prose: headings with closing marks',
      isMarkdown,
      lines((line) => line.replace(/^(#+) (.+)$/, '$1 $2 $1')),
    ),
    rewriting(
      'prose: other list marks',
      isMarkdown,
      lines((line) => line.replace(/^- /, '* ')),
    ),
    rewriting(
      'prose: a comment at the end',
      isMarkdown,
      (text) => `${text}\n<!-- Printed copies are not controlled. A.99.1, {{x}} -->\n`,
    ),
    rewriting(
      'prose: underlined headings',
      isMarkdown,
      lines((line) =>
        line
          .replace(/^# (.+)$/, '$1\n===')
          .replace(/^## (.+)$/, '$1\n---')
          .split('\n'),
      ),
    ),
    rewriting(
      'prose: decomposed letters',
      () => true,
      (text) => text.normalize('NFD'),
    ),
    rewriting(
      'tables: spaces that do not break',
      isMarkdown,
      eachCell((cell, column, part) => (part === 'row' && column === 'owner' ? cell.replaceAll(' ', '\u00a0') : cell)),
    ),
    rewriting(
      'tables: indented',
      isMarkdown,
      tables((cells, part) => `  ${part === 'separator' ? `|${cells.map(() => '---').join('|')}|` : tableLine(cells)}`),
    ),
    rewriting(
      'tables: links around ids',
      (path) => path === 'operation/monitoring-plan.md' || path === 'partners/customer-commitments.md',
      eachCell((cell, column, part) =>
        part === 'row' && column === 'systems' ? cell.replace(/AIS-\d+/g, '[$&](../systems/inventory.yaml#$&)') : cell,
      ),
    ),
    rewriting(
      'tables: numbers and notes in the heading',
      isMarkdown,
      eachCell((cell, _column, part) => (part === 'header' && cell !== 'id' ? `${cell} (see note)` : cell)),
    ),
    rewriting('tables: a line without a table above', isMarkdown, (text) =>
      text.replace(/^\| id \|/m, 'The list as of today.\n\n| id |'),
    ),
    rewriting(
      'tables: a legend below',
      isMarkdown,
      (text) => `${text}\n| Sign | Meaning |\n|---|---|\n| — | nothing yet |\n| open | not done |\n`,
    ),
    rewriting('YAML: anchors for what repeats', isYaml, (text) => {
      const owner = /^ {4}owner: (\w[\w ]*)$/m.exec(text)?.[1];
      if (owner === undefined) return text;
      let first = true;
      return text.replace(new RegExp(`^( {4}owner: )${owner}$`, 'gm'), (_all, key: string) => {
        const written = first ? `${key}&lead ${owner}` : `${key}*lead`;
        first = false;
        return written;
      });
    }),
    rewriting('YAML: mixed line ends', isYaml, (text) =>
      text
        .split('\n')
        .map((line, index) => (index % 3 === 0 && line !== '' ? `${line}\r` : line))
        .join('\n'),
    ),
    rewriting(
      'YAML: ids joined by and',
      isYaml,
      lines((line) =>
        line.replace(
          /^( *(?:systems|controls|risks|models|datasets|suppliers): )\[([\w.-]+), ([\w.-]+)\]$/,
          '$1$2 and $3',
        ),
      ),
    ),
    rewriting(
      'YAML: runs of controls as ranges',
      isYaml,
      lines((line) =>
        line
          .replace('[A.7.3, A.7.4, A.7.5]', '[A.7.3–A.7.5]')
          .replace('controls: [A.4.2, A.4.4, A.4.5, A.4.6]', 'controls: [A.4.2, A.4.4–A.4.6]'),
      ),
    ),
    ...Object.entries(LANGUAGES).map(([language, words]) =>
      otherForm(`language: the risk register in ${language}`, 'risk/risk-register.yaml', 'md', (text) =>
        eachCell((cell, _column, part) => (part === 'header' ? (words[cell] ?? cell) : (words[`=${cell}`] ?? cell)))(
          asTable(text),
          '',
        ),
      ),
    ),
    ...statementForms(),
    // --- dates
    rewriting(
      'dates: 20 Nov 2026',
      () => true,
      dates((year, month, day) => `${day} ${MONTHS[month - 1]?.slice(0, 3)} ${year}`),
    ),
    rewriting(
      'dates: November 20, 2026',
      () => true,
      dates((year, month, day) => `${MONTHS[month - 1]} ${day}, ${year}`),
    ),
    rewriting(
      'dates: 20th November 2026',
      () => true,
      dates(
        (year, month, day) =>
          `${day}${day === 1 || day === 21 || day === 31 ? 'st' : day === 2 || day === 22 ? 'nd' : day === 3 || day === 23 ? 'rd' : 'th'} ${MONTHS[month - 1]} ${year}`,
      ),
    ),
    rewriting(
      'dates: 20.11.2026',
      () => true,
      dates((year, month, day) => `${day}.${String(month).padStart(2, '0')}.${year}`),
    ),
    rewriting(
      'dates: 2026/11/20',
      () => true,
      dates((year, month, day) => `${year}/${month}/${day}`),
    ),
    rewriting(
      'dates: 20. November 2026 in German',
      () => true,
      dates((year, month, day) => `${day}. ${GERMAN[month - 1]} ${year}`),
    ),
    rewriting(
      'dates: in French',
      () => true,
      dates((year, month, day) => `${day} ${FRENCH[month - 1]} ${year}`),
    ),
    rewriting(
      'dates: in Spanish',
      () => true,
      dates((year, month, day) => `${day} de ${SPANISH[month - 1]} de ${year}`),
    ),
    rewriting(
      'dates: in Dutch',
      () => true,
      dates((year, month, day) => `${day} ${DUTCH[month - 1]} ${year}`),
    ),
    rewriting(
      'dates: in Japanese',
      () => true,
      dates((year, month, day) => `${year}年${month}月${day}日`),
    ),
    // --- ids of controls and clauses
    rewriting(
      'controls: A 6.2.4',
      () => true,
      controlIds((id) => id.replace('.', ' ')),
    ),
    rewriting(
      'controls: A6.2.4',
      () => true,
      controlIds((id) => id.replace('.', '')),
    ),
    rewriting(
      'controls: Annex A.6.2.4',
      () => true,
      controlIds((id) => `Annex ${id}`),
    ),
    rewriting(
      'controls: ISO 42001 A.6.2.4',
      () => true,
      controlIds((id) => `ISO 42001 ${id}`),
    ),
    rewriting(
      'controls: 42001:A.6.2.4',
      () => true,
      controlIds((id) => `42001:${id}`),
    ),
    rewriting(
      'controls: ISO/IEC 42001:2023 A.6.2.4',
      () => true,
      controlIds((id) => `ISO/IEC 42001:2023 ${id}`),
    ),
    rewriting(
      'controls: bold',
      () => true,
      controlIds((id) => `**${id}**`),
    ),
    rewriting(
      'controls: lower case',
      () => true,
      controlIds((id) => id.toLowerCase()),
    ),
    rewriting(
      'clauses: Clause 6.1.3',
      () => true,
      clauseIds((id) => `Clause ${id}`),
    ),
    rewriting(
      'clauses: Cl. 6.1.3',
      () => true,
      clauseIds((id) => `Cl. ${id}`),
    ),
    rewriting(
      'clauses: §6.1.3',
      () => true,
      clauseIds((id) => `§${id}`),
    ),
    rewriting(
      'clauses: ISO 42001:6.1.3',
      () => true,
      clauseIds((id) => `ISO 42001:${id}`),
    ),
    // --- ids and paths
    rewriting(
      'ids in lower case where they are used',
      isYaml,
      lines((line) =>
        line.replace(
          /^( +(?:systems|risks|models|datasets|suppliers|risk|supplier): \[?)([A-Z0-9, -]+)(\]?)$/,
          (_all, key: string, ids: string, end: string) => key + ids.toLowerCase() + end,
        ),
      ),
    ),
    rewriting(
      'ids with their names',
      (path) => path.startsWith('operation/') && isYaml(path),
      lines((line) =>
        line
          .replace('systems: [AIS-001]', 'systems: ["Triage Support (AIS-001)"]')
          .replace('systems: [AIS-003]', 'systems: ["Meridian Assist (AIS-003)"]'),
      ),
    ),
    rewriting(
      'paths from the folder itself',
      (path) => path === 'soa.yaml',
      lines((line) => line.replace(/ref: (records|assessments|operation)\//, 'ref: ./$1/')),
    ),
    rewriting(
      'paths from the root',
      (path) => path === 'soa.yaml',
      lines((line) => line.replace(/ref: (records|assessments|operation)\//, 'ref: /$1/')),
    ),
    // --- whole files
    rewriting(
      'line ends of Windows',
      () => true,
      (text) => text.replaceAll('\n', '\r\n'),
    ),
    rewriting(
      'byte order mark',
      () => true,
      (text) => `\uFEFF${text}`,
    ),
    rewriting(
      'no line end at the end',
      () => true,
      (text) => text.replace(/\n+$/, ''),
    ),
    rewriting(
      'blank lines at the end',
      () => true,
      (text) => `${text}\n\n\n`,
    ),
    { title: 'files in another order', rewrite: (files) => new Map([...files].reverse()) },
    {
      title: 'other files beside them',
      rewrite: (files) =>
        new Map([
          ...files,
          ['notes/todo.txt', 'call the auditor'],
          ['notes/lunch.md', '# Lunch\n\nSoup on Monday.\n'],
          ['src/index.ts', 'export {};'],
        ]),
    },
    // --- CSV
    rewriting('CSV: semicolons', isCsv, (text) => text.replace(/;/g, ' and').replaceAll(',', ';')),
    rewriting('CSV: tabs', isCsv, (text) => text.replaceAll(',', '\t')),
    rewriting(
      'CSV: all cells quoted',
      isCsv,
      lines((line) =>
        line === ''
          ? line
          : line
              .split(',')
              .map((cell) => `"${cell}"`)
              .join(','),
      ),
    ),
    rewriting(
      'CSV: spaces around cells',
      isCsv,
      lines((line) => line.split(',').join(' , ')),
    ),
    rewriting(
      'CSV: columns the other way round',
      isCsv,
      lines((line) => (line === '' ? line : line.split(',').reverse().join(','))),
    ),
    rewriting(
      'CSV: headings in Title Case',
      isCsv,
      lines((line, index) => (index === 0 ? line.split(',').map(title).join(',') : line)),
    ),
    rewriting('CSV: rows the other way round', isCsv, (text) => {
      const [header = '', ...rows] = text.trimEnd().split('\n');
      return `${[header, ...rows.reverse()].join('\n')}\n`;
    }),
    // --- the form of a register
    ...[
      'risk/risk-register.yaml',
      'risk/treatment-plan.yaml',
      'systems/inventory.yaml',
      'systems/models.yaml',
      'systems/datasets.yaml',
      'systems/resources.yaml',
      'partners/suppliers.yaml',
      'operation/incident-log.yaml',
      'operation/concern-log.yaml',
      'operation/changes.yaml',
      'improvement/nonconformities.yaml',
      'documents/document-register.yaml',
      'context/interested-parties.yaml',
      'soa.yaml',
    ].map((path) => otherForm(`form: ${path} as a table`, path, 'md', asTable)),
    ...['risk/risk-register.yaml', 'systems/models.yaml', 'partners/suppliers.yaml', 'operation/incident-log.yaml'].map(
      (path) => otherForm(`form: ${path} with a heading for each entry`, path, 'md', asHeadings),
    ),
    ...(
      [
        ['organisation/objectives.md', 'objectives'],
        ['partners/customer-commitments.md', 'commitments'],
        ['improvement/improvement-log.md', 'improvements'],
        ['documents/external-documents.md', 'documents'],
      ] as const
    ).map(([path, list]) => otherForm(`form: ${path} as YAML`, path, 'yaml', (text) => asYaml(text, list))),
    otherForm(
      'form: organisation/competence.csv as a table',
      'organisation/competence.csv',
      'md',
      csvAsTable('competence-register', 'Competence'),
    ),
    otherForm(
      'form: operation/monitoring-results.csv as a table',
      'operation/monitoring-results.csv',
      'md',
      csvAsTable('monitoring-results', 'Monitoring results'),
    ),
  ];
}

// Ways to break the example: every kind of mistake, at every place that a seeded draw picks for it.
import {
  cellsOf,
  headRange,
  keyRange,
  type LineRange,
  type NamedRange,
  sections,
  tableLine,
  tableRows,
  withLines,
  yamlEntries,
} from './document-lines';
import {
  DOCUMENT_STATES,
  FILES,
  NAMED_ENTRIES,
  NAMED_ROWS,
  NEEDED_IN_ENTRIES,
  NEEDED_IN_TABLES,
  NEEDED_OF_DOCUMENTS,
  NEEDED_SECTIONS,
  NEEDED_WHERE,
  PLACEHOLDERS,
  REFERENCES,
  SUSPECT_FIELDS,
  SYSTEM_STATES,
  WRONG_DATES,
  WRONG_VALUES,
} from './mutation-places';
import { syntaxMutations } from './mutations-of-syntax';
import { Random } from './random';

/** Where a new finding is the right one; one of several is enough. */
export interface ExpectedPlace {
  /** The document it stands in, or the folder; any, where it is left out. */
  readonly path?: string;
  /** Lines of the changed text, counted from zero. */
  readonly lines?: LineRange;
  /** What the lines it stands on, or its message, have to name. */
  readonly names?: string;
}

/** One breakage of the example. */
export interface Mutation {
  readonly kind: string;
  /** Unique, and the same in every run. */
  readonly title: string;
  /** New texts by path; null for a file that is gone. */
  readonly changes: ReadonlyMap<string, string | null>;
  readonly expected: readonly ExpectedPlace[];
}

/** All breakages. `files` are the texts of the example. */
export function mutations(files: ReadonlyMap<string, string>): Mutation[] {
  const random = new Random(42001);
  const found: Mutation[] = [];
  const linesOf = (path: string): string[] => (files.get(path) ?? '').split('\n');
  const draw = <Choice>(all: readonly Choice[], most: number): Choice[] => {
    const left = [...all];
    return Array.from(
      { length: Math.min(most, left.length) },
      () => left.splice(random.number(0, left.length - 1), 1)[0] as Choice,
    );
  };
  const add = (kind: string, where: string, path: string, text: string | null, ...expected: ExpectedPlace[]): void => {
    found.push({ kind, title: `${kind}: ${path} ${where}`.trim(), changes: new Map([[path, text]]), expected });
  };
  /** Rows of whatever form the register has. */
  const rowsOf = (path: string): NamedRange[] => {
    const lines = linesOf(path);
    if (path.endsWith('.csv'))
      return lines.flatMap((line, index) =>
        index === 0 || line === '' ? [] : [{ name: line.split(',')[0] ?? '', from: index, to: index + 1 }],
      );
    return path.endsWith('.md') ? tableRows(lines) : yamlEntries(lines);
  };
  /** Replaces a field of a row; undefined where the row does not have it filled. */
  const setField = (
    path: string,
    row: NamedRange,
    field: string,
    value: string,
  ): { text: string; lines: LineRange } | undefined => {
    const lines = linesOf(path);
    if (path.endsWith('.yaml')) {
      const range = keyRange(lines, row, field);
      if (!range) return undefined;
      const key = /^ *(?:- )?[\w]+:/.exec(lines[range.from] ?? '')?.[0] ?? '';
      return {
        text: withLines(lines, range, value === '' ? key : `${key} ${value}`),
        lines: { from: row.from, to: row.to - (range.to - range.from - 1) },
      };
    }
    const csv = path.endsWith('.csv');
    const line = lines[row.from] ?? '';
    const columns = csv
      ? (lines[0] ?? '').split(',')
      : (tableRows(lines).find((each) => each.from === row.from)?.columns ?? []);
    const cells = csv ? line.split(',') : cellsOf(line);
    const at = columns.indexOf(field);
    if (at < 0 || /^[—–-]?$/.test(cells[at] ?? '')) return undefined;
    cells[at] = value;
    return { text: withLines(lines, row, csv ? cells.join(',') : tableLine(cells)), lines: row };
  };
  /** Rows that have to fill a field. A control whose documents name it themselves needs no words and no list. */
  const named = new Set(
    [...files.values()].flatMap((text) => /^controls: \[(.*)\]$/m.exec(text)?.[1]?.split(/, */) ?? []),
  );
  const needed = (path: string, field: string): NamedRange[] =>
    rowsOf(path).filter(
      (row) =>
        matters(path, linesOf(path), row, field) && !(/^(implementation|evidence)$/.test(field) && named.has(row.name)),
    );
  const inHead = (path: string, field: string, value: string): { text: string; lines: LineRange } | undefined =>
    setInHead(linesOf(path), field, value);

  // --- fields left out, values and dates that cannot be right
  for (const [path, fields] of [...NEEDED_IN_ENTRIES, ...NEEDED_IN_TABLES]) {
    for (const field of fields.split(' ')) {
      for (const { row, change } of draw(
        needed(path, field).flatMap((each) => pairOf(each, setField(path, each, field, ''))),
        path === 'soa.yaml' ? 2 : 1,
      )) {
        add(
          'blank field',
          `${row.name} ${field}`,
          path,
          change.text,
          { path, lines: change.lines },
          ...assessed(path, row),
        );
      }
    }
  }
  for (const [path, fields] of NEEDED_OF_DOCUMENTS) {
    for (const field of fields.split(' ')) {
      const change = inHead(path, field, '');
      if (change) add('blank fact of a document', field, path, change.text, { path, lines: change.lines });
    }
  }
  for (const [path, field, value] of [...WRONG_VALUES, ...WRONG_DATES]) {
    const kind = WRONG_VALUES.some((each) => each[0] === path && each[1] === field && each[2] === value)
      ? 'wrong value'
      : 'shifted date';
    const rows = path.endsWith('.md')
      ? []
      : needed(path, field).flatMap((each) => pairOf(each, setField(path, each, field, value)));
    for (const { row, change } of draw(rows, 1)) {
      add(
        kind,
        `${row.name} ${field} ${value}`,
        path,
        change.text,
        { path, lines: change.lines },
        ...assessed(path, row),
      );
    }
    const change = rows.length > 0 ? undefined : inHead(path, field, value);
    if (change) add(kind, `${field} ${value}`, path, change.text, { path, lines: change.lines });
  }
  for (const row of draw(
    yamlEntries(linesOf('soa.yaml')).filter((each) => setField('soa.yaml', each, 'status', '')),
    6,
  )) {
    const lines = linesOf('soa.yaml');
    const older = lines.slice(row.from, row.to).map((line) => line.replace(/, date: [\d-]+/, ', date: 2024-05-05'));
    add('expired evidence', row.name, 'soa.yaml', withLines(lines, row, ...older), { path: 'soa.yaml', lines: row });
  }

  // --- rows and ids
  const identities = [
    ...NAMED_ENTRIES.map(
      (path) => [path, 'id', /^(?!.*(lifecycle: retired|in_scope: false|no longer in use))/s] as const,
    ),
    ...NAMED_ROWS,
  ];
  for (const [path, column, where] of identities) {
    const lines = linesOf(path);
    const rows = rowsOf(path).filter((row) => where.test(lines.slice(row.from, row.to).join('\n')));
    const nameOf = (row: NamedRange): string => {
      const entry = path.endsWith('.md') ? tableRows(lines).find((each) => each.from === row.from) : undefined;
      return entry?.cells[entry.columns.indexOf(column)] ?? row.name;
    };
    const most = path === 'soa.yaml' ? 4 : 2;
    for (const row of draw(rows, most))
      add('deleted row', row.name, path, withLines(lines, row), { names: nameOf(row) });
    for (const row of draw(rows, most)) {
      const other = column === 'role' ? 'Somebody else' : `${nameOf(row)}9`;
      const text = withLines(
        lines,
        { from: row.from, to: row.from + 1 },
        (lines[row.from] ?? '').replace(nameOf(row), other),
      );
      add('renamed id', row.name, path, text, { names: nameOf(row) }, { path, lines: row });
    }
    for (const row of draw(rows, 1)) {
      const text = withLines(lines, { from: row.to, to: row.to }, ...lines.slice(row.from, row.to));
      add('row given twice', row.name, path, text, {
        path,
        lines: { from: row.from, to: row.to + (row.to - row.from) },
      });
    }
  }
  for (const [first, second] of [
    ['A.2.2', 'A.9.9'],
    ['A.6.2.4', 'A.6.2.5'],
    ['A.8.2', 'A.5.1'],
    ['A.10.2', 'A.12.4.1'],
  ] as const) {
    const row = yamlEntries(linesOf('soa.yaml')).find((each) => each.name === first) as NamedRange;
    const change = setField('soa.yaml', row, 'id', second) as { text: string };
    add(
      'swapped control',
      `${first} to ${second}`,
      'soa.yaml',
      change.text,
      { names: first },
      { path: 'soa.yaml', lines: row },
    );
  }
  for (const [id, title] of [
    ['A.2.2', 'Resource documentation'],
    ['A.6.2.4', 'AI system recording of event logs'],
    ['A.9.2', 'Reporting of concerns'],
  ] as const) {
    const lines = linesOf('soa.yaml');
    const row = yamlEntries(lines).find((each) => each.name === id) as NamedRange;
    add(
      'title of another control',
      id,
      'soa.yaml',
      withLines(lines, { from: row.from + 1, to: row.from + 1 }, `    title: ${title}`),
      { path: 'soa.yaml', lines: row },
    );
  }
  for (const row of draw(
    yamlEntries(linesOf('soa.yaml')).filter((each) => setField('soa.yaml', each, 'status', '')),
    5,
  )) {
    const change = setField('soa.yaml', row, 'applicable', 'false') as { text: string; lines: LineRange };
    add(
      'included control excluded',
      row.name,
      'soa.yaml',
      change.text,
      { path: 'soa.yaml', lines: change.lines },
      { names: row.name },
    );
  }
  for (const row of yamlEntries(linesOf('soa.yaml')).filter((each) => !setField('soa.yaml', each, 'status', ''))) {
    const change = setField('soa.yaml', row, 'applicable', 'true') as { text: string; lines: LineRange };
    add('excluded control included', row.name, 'soa.yaml', change.text, { path: 'soa.yaml', lines: change.lines });
    const stock = setField('soa.yaml', row, 'justification', 'Not applicable.') as { text: string; lines: LineRange };
    add('stock phrase', row.name, 'soa.yaml', stock.text, { path: 'soa.yaml', lines: stock.lines });
  }

  // --- references and files
  for (const [path, pattern, instead] of REFERENCES) {
    const lines = linesOf(path);
    const places = lines.flatMap((line, index) => {
      const match = pattern.exec(line);
      return match?.[1] ? [{ index, line, text: match[1], from: match.index + match[0].indexOf(match[1]) }] : [];
    });
    for (const { index, line, text, from } of draw(places, path === 'soa.yaml' ? 2 : 1)) {
      const changed = line.slice(0, from) + instead + line.slice(from + text.length);
      add(
        'misspelt reference',
        `line ${index + 1} ${text} to ${instead}`,
        path,
        withLines(lines, { from: index, to: index + 1 }, changed),
        { path, lines: around(lines, index) },
      );
    }
  }
  for (const path of FILES) {
    const name = path.slice(path.lastIndexOf('/') + 1);
    const id = /^id: (\S+)$/m.exec(files.get(path) ?? '')?.[1];
    // Whoever refers to the file, to one of its entries, or a clause that asks for a document of its kind.
    const entry = /^([A-Z]+-\d)/.exec(rowsOf(path)[0]?.name ?? '')?.[1];
    const kind = /^kind: (\S+)$/m
      .exec(files.get(path) ?? '')?.[1]
      ?.replaceAll('-', ' ')
      .replace(/^aims /, '');
    const expected: ExpectedPlace[] = [name, id, entry, kind].flatMap((names) =>
      names === undefined ? [] : [{ names }],
    );
    add('deleted file', '', path, null, ...expected);
    add('emptied file', '', path, '', { path }, ...expected);
    found.push({
      kind: 'moved file',
      title: `moved file: ${path}`,
      changes: new Map([
        [path, null],
        [`archive-of-ours/${name}`, files.get(path) ?? ''],
      ]),
      expected: [...expected, { path: `archive-of-ours/${name}` }],
    });
  }
  found.push(...syntaxMutations(linesOf, draw));

  // --- documents: sections, states, placeholders
  for (const path of [
    'assessments/AIA-001-triage-support.md',
    'assessments/AIA-002-wound-view.md',
    'assessments/AIA-004-meridian-assist.md',
    'policies/ai-policy.md',
    'procedures/incidents.md',
    'context/scope.md',
    'audit/2026-09-audit-report.md',
  ]) {
    const lines = linesOf(path);
    const most = path.startsWith('assessments') ? 4 : 2;
    const needed = sections(lines).filter(
      (each) => path.startsWith('assessments') || (NEEDED_SECTIONS[path] ?? []).includes(each.name),
    );
    for (const section of draw(needed, most))
      add('deleted section', section.name, path, withLines(lines, section), { path });
    for (const section of draw(needed, most - 1))
      add('emptied section', section.name, path, withLines(lines, { from: section.from + 1, to: section.to }), {
        path,
      });
    for (const section of draw(needed, 1))
      add(
        'placeholder in a section',
        section.name,
        path,
        withLines(lines, { from: section.from + 1, to: section.to }, '[Describe this in two sentences]', ''),
        { path, lines: { from: section.from, to: section.from + 3 } },
      );
  }
  for (const [path, field, value] of DOCUMENT_STATES) {
    const change = inHead(path, field, value);
    if (change)
      add(
        'other state',
        `${field} ${value}`,
        path,
        change.text,
        { path, lines: { from: 0, to: change.lines.to } },
        { names: path.slice(path.lastIndexOf('/') + 1) },
        { names: /^id: (\S+)$/m.exec(files.get(path) ?? '')?.[1] ?? path },
      );
  }
  for (const [number, [path, field]] of [
    ['soa.yaml', 'justification'],
    ['soa.yaml', 'owner'],
    ['risk/risk-register.yaml', 'owner'],
    ['risk/risk-register.yaml', 'accepted_on'],
    ['systems/inventory.yaml', 'purpose'],
    ['partners/suppliers.yaml', 'contract'],
    ['organisation/objectives.md', 'target'],
    ['organisation/roles.md', 'holder'],
    ['improvement/nonconformities.yaml', 'cause'],
  ].entries() as IterableIterator<[number, [string, string]]>) {
    const value = PLACEHOLDERS[number % PLACEHOLDERS.length] ?? 'TBD';
    const written = path.endsWith('.yaml') ? `"${value}"` : value;
    for (const { row, change } of draw(
      rowsOf(path).flatMap((each) => pairOf(each, setField(path, each, field, written))),
      1,
    ))
      add('placeholder', `${row.name} ${field} ${value}`, path, change.text, { path, lines: change.lines });
  }

  // --- systems that are not what was assessed
  const inventory = 'systems/inventory.yaml';
  const systems = rowsOf(inventory).filter((row) => /AIS-00[12346]/.test(row.name));
  for (const [field, value] of SUSPECT_FIELDS) {
    for (const { row, change } of draw(
      systems.flatMap((each) => pairOf(each, setField(inventory, each, field, value))),
      2,
    )) {
      add(
        'system changed after its assessment',
        `${row.name} ${field}`,
        inventory,
        change.text,
        { path: inventory, lines: change.lines },
        { names: row.name },
      );
    }
  }
  for (const [name, field, value] of SYSTEM_STATES) {
    const row = rowsOf(inventory).find((each) => each.name === name) as NamedRange;
    const change = setField(inventory, row, field, value);
    if (change)
      add(
        'system in another state',
        `${name} ${field} ${value}`,
        inventory,
        change.text,
        { path: inventory, lines: change.lines },
        { names: name },
      );
  }
  return found;
}

/** What an assessment was made of: a change is also right to be seen there, since it holds for the system as it was. */
function assessed(path: string, row: NamedRange): ExpectedPlace[] {
  if (path === 'systems/inventory.yaml') return [{ names: row.name }];
  return path === 'systems/models.yaml' ? [{ names: 'assessment', path: 'assessments/' }] : [];
}

/** A row with a change of it, or nothing. */
function pairOf<Change>(row: NamedRange, change: Change | undefined): { row: NamedRange; change: Change }[] {
  return change === undefined ? [] : [{ row, change }];
}

function setInHead(
  lines: readonly string[],
  field: string,
  value: string,
): { text: string; lines: LineRange } | undefined {
  const head = headRange(lines);
  const range = keyRange(lines, head, field);
  if (!range && field === 'status')
    return { text: withLines(lines, { from: head.to, to: head.to }, `status: ${value}`), lines: head };
  return range && { text: withLines(lines, range, value === '' ? `${field}:` : `${field}: ${value}`), lines: head };
}

/** The entry, row, or else the line itself that a line belongs to. */
function around(lines: readonly string[], index: number): LineRange {
  return yamlEntries(lines).find((each) => each.from <= index && index < each.to) ?? { from: index, to: index + 1 };
}

/** False where a field may be left out or a date moved: what is over, or not begun, owes nothing. */
function matters(path: string, lines: readonly string[], row: LineRange, field: string): boolean {
  const text = lines.slice(row.from, row.to).join('\n');
  if (NEEDED_WHERE[`${path} ${field}`]?.test(text) === false) return false;
  if (path === 'systems/inventory.yaml') return !/lifecycle: (retired|concept)|in_scope: false/.test(text);
  return !(path === 'risk/treatment-plan.yaml' && field === 'due' && /status: done/.test(text));
}

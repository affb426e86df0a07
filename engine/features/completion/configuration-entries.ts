import schema from '../../../schemas/aims.schema.json';
import { BASELINE_FILE } from '../../configuration/baseline';
import { CONFIGURATION_FILE } from '../../configuration/configuration';
import { addPeriod } from '../../kinds/dates';
import type { FieldDefinition } from '../../kinds/kind';
import { relativePath } from '../../workspace/paths';
import type { WorkspaceState } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { lineEnd, yamlScalar } from '../edits/yaml-text';
import { type Candidate, type CompletionEntry, candidateOf, choose } from './entry';
import { type YamlSpot, yamlSpot } from './yaml-spot';

interface SchemaNode {
  readonly type?: string;
  readonly description?: string;
  readonly enum?: readonly string[];
  readonly properties?: Readonly<Record<string, SchemaNode>>;
  readonly items?: SchemaNode;
  readonly additionalProperties?: SchemaNode | boolean;
}

/** Keys and values of `aims.yaml`: by its schema, with the rules, kinds, paths and dates of this root. */
export function configurationEntries(
  state: WorkspaceState,
  text: string,
  offset: number,
  trigger: string,
): CompletionEntry[] {
  const spot = yamlSpot(text, { start: 0, end: text.length }, offset);
  if (!spot) return [];
  const names = spot.path.map((step) => (step === 0 ? 'item' : step));
  const node = settingAt(names);
  const isItem = names.at(-1) === 'item';
  if (spot.where === 'word' && !isItem) return trigger === ' ' ? [] : keys(state, spot, names, node, text);
  if (spot.where === 'word' && node?.properties && spot.typed === '') return exceptionRow(state, spot, text);
  if (spot.where === 'word' && node?.properties) return keys(state, spot, names, node, text);
  const candidates = values(state, names, node, spot).filter(({ label }) => !spot.taken.includes(label));
  const list = node?.type === 'array' && spot.flow === 'none' && !isItem;
  return choose(candidates, spot.typed, spot.span, (candidate) => {
    const value = candidate.value ?? candidate.label;
    if (spot.quote !== '') return { text: value };
    const scalar = candidate.kind === 'date' || /^[\w./-]+$/.test(value) ? value : yamlScalar(value);
    return list ? { text: `${spot.lead}[${scalar}$0]`, snippet: true } : { text: spot.lead + scalar };
  });
}

/** What the schema of `aims.yaml` says of the place at these keys; `item` stands for a place in a list. */
export function settingAt(names: readonly string[]): SchemaNode | undefined {
  let node: SchemaNode | undefined = schema as SchemaNode;
  for (const name of names) {
    if (!node) return undefined;
    const more: SchemaNode | boolean | undefined = node.additionalProperties;
    node = name === 'item' ? node.items : (node.properties?.[name] ?? (typeof more === 'object' ? more : undefined));
  }
  return node;
}

function keys(
  state: WorkspaceState,
  spot: YamlSpot,
  names: readonly string[],
  node: SchemaNode | undefined,
  text: string,
): CompletionEntry[] {
  const { view } = state;
  const key = (label: string, detail: string) => candidateOf('key', label, detail, { again: true });
  let found: Candidate[] = [];
  const [first, second] = names;
  if (node?.properties)
    found = Object.entries(node.properties).map(([name, { description }]) => key(name, description ?? ''));
  else if (first === 'rules' && names.length === 1)
    found = [...state.rules.values()].map((rule) => key(rule.id, `Usually ${rule.severity}.`));
  else if (first === 'documents' && names.length === 1)
    found = view.kinds.map(({ kind, purpose }) => key(kind, purpose));
  else if (first === 'review' && names.length === 1) {
    const subjects: [string, string][] = [
      ['risk', 'How often a risk is looked at again.'],
      ['evidence', 'How old evidence may be.'],
      ['warn_before', 'How long before the day a reminder appears.'],
    ];
    found = [
      ...subjects.map(([name, help]) => key(name, help)),
      ...view.kinds.map(({ kind, title }) => key(kind, title)),
    ];
  } else if (first === 'as_of' && names.length === 1)
    found = [key('eu-ai-act', 'The version of the EU AI Act that counts.')];
  else if (first === 'synonyms' && names.length === 1) {
    const fields = fieldsOf(view).filter((field) => field.type === 'enum' || field.type === 'boolean');
    found = [...new Map(fields.map((field) => [last(field.name), key(last(field.name), field.help)])).values()];
  } else if (first === 'synonyms' && second !== undefined && names.length === 2) {
    const allowed = fieldsOf(view)
      .filter((field) => last(field.name) === second)
      .flatMap((field) => field.values ?? []);
    found = [...new Map(allowed.map(({ value, meaning }) => [value, key(value, meaning)])).values()];
  }
  const present = new Set(spot.siblings.keys());
  const eol = lineEnd(text);
  return choose(
    found.filter(({ label }) => !present.has(label)),
    spot.typed,
    spot.span,
    ({ label }) => {
      if (spot.hasColon) return { text: spot.lead + label };
      const child = settingAt([...names, label]);
      if (child?.type === 'object')
        return { text: `${spot.lead}${label}:${eol}${' '.repeat(spot.column + 2)}$0`, snippet: true };
      if (label === 'exceptions') return { text: `${label}:${eol}  - $0`, snippet: true };
      return child?.type === 'array'
        ? { text: `${spot.lead}${label}: [$0]`, snippet: true }
        : { text: `${spot.lead}${label}: ` };
    },
  );
}

/** The fields of all kinds of documents and of their rows. */
function fieldsOf({ kinds }: WorkspaceView): FieldDefinition[] {
  return kinds.flatMap((kind) => [...kind.metadata, ...kind.rows.flatMap((row) => row.fields)]);
}

function exceptionRow(state: WorkspaceState, spot: YamlSpot, text: string): CompletionEntry[] {
  const column = ' '.repeat(spot.column);
  const until = addPeriod(state.view.today, 'P12M');
  const lines = ['rule: $1', 'at: $2', 'reason: "$3"', `until: \${4:${until}}`];
  const row: Candidate = candidateOf('snippet', 'New exception', 'A rule, a place, a reason and until when.', {
    words: 'rule exception',
  });
  return choose([row], spot.typed, spot.span, () => ({
    text: spot.lead + lines.join(lineEnd(text) + column),
    snippet: true,
  }));
}

function values(
  state: WorkspaceState,
  names: readonly string[],
  node: SchemaNode | undefined,
  spot: YamlSpot,
): Candidate[] {
  const { view } = state;
  const [first] = names;
  const value = (label: string, detail: string) => candidateOf('value', label, detail);
  const options = node?.enum ?? node?.items?.enum;
  if (options)
    return options.map((each) =>
      value(each, severityMeaning(each) ?? (first === 'frameworks' ? view.catalogue.frameworkName(each) : '')),
    );
  const key = names.at(-1) === 'item' ? names[names.length - 2] : names.at(-1);
  if (first === 'exceptions' && key === 'rule')
    return [...state.rules.values()].map((rule) => value(rule.id, `Usually ${rule.severity}.`));
  if (first === 'exceptions' && key === 'until')
    return ['P3M', 'P6M', 'P12M'].map((period) =>
      candidateOf('date', addPeriod(view.today, period), `in ${period.slice(1, -1)} months`),
    );
  if (first === 'exceptions' && key === 'at') return places(state, spot.typed);
  if (first === 'documents' || first === 'include' || first === 'exclude')
    return [...view.paths.all()]
      .filter((path) => path !== CONFIGURATION_FILE && path !== BASELINE_FILE && !/(?:^|\/)\./.test(path))
      .sort()
      .map((path) => candidateOf('file', relativePath(CONFIGURATION_FILE, path), view.document(path)?.title ?? ''));
  if (first === 'review')
    return (
      [
        ['P12M', 'twelve months'],
        ['P6M', 'six months'],
        ['P3M', 'three months'],
        ['P24M', 'two years'],
        ['P30D', 'thirty days'],
        ['P14D', 'fourteen days'],
      ] as const
    ).map(([period, words]) => value(period, words));
  if (first === 'as_of')
    return ['2024-08-01', '2026-07-27'].includes(view.catalogue.aiAct.version.asOf)
      ? [value(view.catalogue.aiAct.version.asOf, view.catalogue.aiAct.version.act)]
      : [];
  return [];
}

/** Documents, and behind `#` their rows. */
function places(state: WorkspaceState, typed: string): Candidate[] {
  const hash = typed.indexOf('#');
  if (hash < 0)
    return state.view.documents.map(({ path, title, kind }) => candidateOf('file', path, title || kind.title));
  const path = typed.slice(0, hash);
  return (state.view.document(path)?.rows ?? [])
    .filter((row) => row.id !== '')
    .map((row) =>
      candidateOf(
        'reference',
        `${path}#${row.id}`,
        row.fields.get('title')?.text ?? row.fields.get('name')?.text ?? '',
      ),
    );
}

function severityMeaning(word: string): string | undefined {
  const meanings: Readonly<Record<string, string>> = {
    error: 'Has to be put right.',
    warning: 'Ought to be put right.',
    information: 'Worth knowing.',
    hint: 'A small mark only.',
    off: 'Not checked.',
  };
  return meanings[word];
}

function last(name: string): string {
  return name.slice(name.lastIndexOf('.') + 1);
}

import type { Clause, Control, ControlGroup, Duty, Mapping, TransparencyDuty } from './types';

/** A number and title with its meaning: an objective of C.2, a risk source of C.3, a tier, a point of a list. */
export interface Topic {
  readonly id: string;
  readonly title: string;
  readonly meaning: string;
}

/** The AI Act as one version of the pack has it. */
export interface AiAct {
  readonly tiers: readonly {
    readonly id: string;
    readonly label: string;
    readonly basis: readonly string[];
    readonly note: string;
  }[];
  readonly duties: readonly Duty[];
  readonly transparency: readonly TransparencyDuty[];
  readonly roles: readonly { readonly id: string; readonly article: string; readonly meaning: string }[];
  /** Points of Annex III as `5(d)`, with what they cover. */
  readonly highRiskUses: readonly Topic[];
  readonly prohibited: readonly Topic[];
  readonly articles: readonly Topic[];
  /** The amending act and since when, for the words "as of". */
  readonly version: { readonly asOf: string; readonly act: string; readonly address: string };
  readonly lastChecked: string;
}

/** Everything the packs say, ready to be asked. */
export interface Catalogue {
  readonly controls: ReadonlyMap<string, Control>;
  readonly groups: readonly ControlGroup[];
  readonly clauses: ReadonlyMap<string, Clause>;
  readonly objectives: readonly Topic[];
  readonly riskSources: readonly Topic[];
  readonly aiAct: AiAct;
  /** NIST AI RMF subcategories by id. */
  readonly nist: ReadonlyMap<string, Topic>;
  /** Mappings from a control or clause, best first. */
  mappingsOf(id: string): readonly Mapping[];
  /** The name of a framework, such as `ISO/IEC 42001:2023`. */
  frameworkName(id: string): string;
  /** What people call a framework, such as `EU AI Act`. */
  frameworkTitle(id: string): string;
}

/** The id of the framework this product is about. */
export const HOME_FRAMEWORK = 'iso-42001';

type Tree = Readonly<Record<string, unknown>>;

const tree = (value: unknown): Tree =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Tree) : {};
const list = (value: unknown): readonly Tree[] => (Array.isArray(value) ? value.map(tree) : []);
const text = (value: unknown): string => (value === undefined || value === null ? '' : String(value));

/** Makes the catalogue of the packs as read from `frameworks/` (path → content), for the version of the Act that `asOf` names. */
export function createCatalogue(packs: unknown, asOf?: string): Catalogue {
  const files = tree(packs);
  const pack = (path: string): Tree => tree(files[path]);
  const controlPack = pack('iso-42001/controls.yaml');
  const controls = list(controlPack.controls) as unknown as readonly Control[];
  const groups = list(controlPack.groups) as unknown as readonly ControlGroup[];
  const clauses = list(pack('iso-42001/clauses.yaml').clauses) as unknown as readonly Clause[];
  const annexes = pack('iso-42001/annexes.yaml');
  const mappings = new Map<string, Mapping[]>();
  for (const [path, value] of Object.entries(files)) {
    if (!path.startsWith('crosswalks/')) continue;
    for (const mapping of readMappings(path, tree(value))) {
      const known = mappings.get(mapping.from);
      if (known) known.push(mapping);
      else mappings.set(mapping.from, [mapping]);
    }
  }
  for (const rows of mappings.values()) rows.sort((a, b) => rank(a) - rank(b));
  const names = new Map(
    Object.entries(files)
      .filter(([path]) => path.endsWith('/pack.yaml') || path.startsWith('crosswalks/'))
      .map(([path, value]) => [
        (path.startsWith('crosswalks/')
          ? text(tree(value).framework) || (path.split('/')[1] ?? '').replace('.yaml', '')
          : path.split('/')[0]) ?? '',
        text(tree(value).edition) || text(tree(value).title),
      ]),
  );
  const titles = new Map(
    Object.entries(files)
      .filter(([path]) => path.startsWith('crosswalks/'))
      .map(([, value]) => [text(tree(value).to), text(tree(value).title)]),
  );
  return {
    controls: new Map(controls.map((control) => [control.id, control])),
    groups,
    clauses: new Map(clauses.map((clause) => [clause.number, clause])),
    objectives: topics(annexes.objectives),
    riskSources: topics(annexes.risk_sources),
    aiAct: readAiAct(pack('eu-ai-act/pack.yaml'), asOf),
    nist: readNist(pack('nist-ai-rmf/pack.yaml')),
    mappingsOf: (id) => mappings.get(id) ?? [],
    frameworkName: (id) => names.get(id) ?? id,
    frameworkTitle: (id) => titles.get(id) || names.get(id) || id,
  };
}

function rank(mapping: Mapping): number {
  return (mapping.confidence === 'published' ? 0 : 4) + ['ok', 'partial', 'weak', 'doubtful'].indexOf(mapping.status);
}

function topics(value: unknown): Topic[] {
  return list(value).map((row) => ({
    id: text(row.id ?? row.number),
    title: text(row.title ?? row.label),
    meaning: text(row.meaning ?? row.statement ?? row.summary),
  }));
}

function readMappings(path: string, file: Tree): Mapping[] {
  const framework = text(file.framework) || (path.split('/').pop() ?? '').replace(/\.yaml$/, '');
  const sources = new Map(list(file.sources).map((source) => [text(source.key), text(source.name)]));
  return list(file.rows)
    .filter((row) => row.status !== 'wrong')
    .map((row) => ({
      from: text(row.from),
      framework,
      to: text(row.to),
      source: sources.get(text(row.source)) ?? text(row.source),
      confidence: row.confidence as Mapping['confidence'],
      status: row.status as Mapping['status'],
      note: text(row.note),
    }));
}

function readAiAct(pack: Tree, asOf: string | undefined): AiAct {
  const versions = list(pack.versions).map((row) => ({
    asOf: text(row.as_of),
    act: text(row.act),
    address: text(row.address),
    dates: text(row.dates),
  }));
  const version = versions.filter((row) => asOf === undefined || row.asOf <= asOf).pop() ?? versions[0];
  const original = version?.dates === 'applies_from_original';
  const dated = <T extends { applies_from: string; applies_from_original: string | null }>(rows: readonly T[]): T[] =>
    original
      ? rows
          .filter((row) => row.applies_from_original !== null)
          .map((row) => ({ ...row, applies_from: row.applies_from_original as string }))
      : [...rows];
  // What the version of 2024 did not have yet is left out of it.
  const existing = (rows: readonly Tree[]) =>
    original ? rows.filter((row) => row.applies_from_original !== null) : rows;
  const highRiskUses = list(tree(pack.annex_iii).areas).flatMap((area) => {
    const number = text(area.area ?? area.id);
    return list(area.points ?? area.use_cases).map((point) => ({
      id: text(point.id) || `${number}(${text(point.point)})`,
      title: text(area.title),
      meaning: text(point.statement ?? point.use ?? point.meaning),
    }));
  });
  return {
    tiers: list(pack.tiers).map((row) => ({
      id: text(row.id),
      label: text(row.label),
      basis: (row.basis as string[] | undefined) ?? [],
      note: text(row.note),
    })),
    duties: dated(list(pack.duties) as unknown as readonly Duty[]),
    transparency: dated(list(pack.transparency) as unknown as readonly TransparencyDuty[]),
    roles: list(pack.roles).map((row) => ({
      id: text(row.id),
      article: text(row.article),
      meaning: text(row.meaning),
    })),
    highRiskUses,
    prohibited: existing(list(pack.prohibited)).map((row) => ({
      id: text(row.id ?? row.point),
      title: text(row.id ?? row.point),
      meaning: text(row.statement ?? row.practice),
    })),
    articles: existing(list(pack.articles)).map((row) => ({
      id: text(row.article ?? row.number ?? row.id),
      title: text(row.title),
      meaning: text(row.summary),
    })),
    version: { asOf: version?.asOf ?? '', act: version?.act ?? '', address: version?.address ?? '' },
    lastChecked: text(pack.last_checked),
  };
}

function readNist(pack: Tree): ReadonlyMap<string, Topic> {
  const found = new Map<string, Topic>();
  for (const area of list(pack.functions)) {
    for (const category of list(area.categories)) {
      for (const row of topics(category.subcategories)) found.set(row.id, row);
    }
  }
  return found;
}

import type { ParsedDocument } from '../parse/block';
import type { DocumentRule, EngineRule, Rule, TextRule, TextView, WorkspaceRule } from '../rules/rule';
import { cannotBeSilenced, configuredExceptions, documentExceptions, type Exception } from './exceptions';
import type { Finding, Report } from './finding';
import { judge } from './judge';
import { locate } from './locate';
import { isLive, type WorkspaceView } from './workspace-view';

/** What the runner needs of one state of a root. */
export interface RunInput {
  readonly view: WorkspaceView;
  /** Recognised documents and `aims.yaml`, as texts. */
  readonly texts: ReadonlyMap<string, TextView>;
  /** Files that are too large, too many or cannot be read. */
  readonly limits: readonly { readonly rule: string; readonly report: Report }[];
}

/** Everything the rules found. */
export interface RunResult {
  readonly findings: readonly Finding[];
  /** Rules that threw: coverage that needs them is unknown. */
  readonly failed: ReadonlySet<string>;
  /** True where something could not be checked. */
  readonly uncheckable: boolean;
}

/** What a rule found in one document or text, or in all together. */
interface PathResult {
  readonly reports: readonly Report[];
  readonly error: string | undefined;
  readonly path: string;
}

interface Remembered {
  readonly dependencies: readonly unknown[];
  readonly reports: readonly Report[];
  readonly error: string | undefined;
}

/** Runs rules and remembers what each found for what it read, so that an edit runs only the rules it concerns. */
export class RuleRunner {
  readonly #rules: readonly Rule[];
  readonly #workspace = new Map<Rule, Remembered>();
  readonly #documents = new Map<Rule, WeakMap<object, Remembered>>();
  /** What each text was when the rules ran last, by path. */
  #texts: ReadonlyMap<string, ParsedDocument> = new Map();
  /** What rules about documents found in all of them, while nothing they look at changed. */
  readonly #lists = new Map<
    Rule,
    { readonly dependencies: readonly unknown[]; readonly results: readonly PathResult[] }
  >();
  #runs = 0;

  constructor(rules: readonly Rule[]) {
    this.#rules = rules;
  }

  /** How many times a rule's check was called; tests see by it that prose runs none. */
  get runs(): number {
    return this.#runs;
  }

  /** Runs what has to run; yields between rules. */
  *run(input: RunInput): Generator<void, RunResult, void> {
    const { view } = input;
    const findings: Finding[] = [];
    const failed = new Set<string>();
    const add = (rule: Rule, report: Report): void => {
      const finding = judge(rule, report, view);
      if (finding) findings.push(finding);
    };
    const fail = (rule: Rule, error: string, path: string): void => {
      failed.add(rule.id);
      const failure = this.#engineRule('engine/rule-failed');
      if (failure) add(failure, { at: { on: 'file', path }, message: 'failed', data: { rule: rule.id, error } });
    };
    for (const rule of this.#rules) {
      for (const { reports, error, path } of this.#results(rule, input)) {
        for (const report of reports) add(rule, report);
        if (error !== undefined) fail(rule, error, path);
      }
      yield;
    }
    this.#texts = new Map([...input.texts].map(([path, { parsed }]) => [path, parsed]));
    for (const { rule, report } of input.limits) {
      const limit = this.#engineRule(rule);
      if (limit) add(limit, report);
    }
    const kept = this.#applyExceptions(findings, input);
    const uncheckable = kept.some((finding) => this.#engineRule(finding.rule)?.uncheckable === true) || failed.size > 0;
    return { findings: kept, failed, uncheckable };
  }

  #results(rule: Rule, input: RunInput): readonly PathResult[] {
    const { view } = input;
    const place = view.configuration.present ? 'aims.yaml' : (view.documents[0]?.path ?? 'aims.yaml');
    switch (rule.scope) {
      case 'engine':
        return [];
      case 'workspace':
        return [{ ...this.#workspaceResult(rule, view), path: place }];
      case 'document':
        return this.#documentResults(rule, view);
      case 'text':
        return [...input.texts.values()].map((text) => ({ ...this.#textResult(rule, text), path: text.path }));
    }
  }

  #workspaceResult(rule: WorkspaceRule, view: WorkspaceView): Remembered {
    const { reads } = rule;
    const documents =
      reads === 'all' ? view.documents : view.documents.filter((document) => reads.includes(document.kind.kind));
    const dependencies = [
      view.today,
      view.configuration,
      view.catalogue,
      ...(reads === 'all' ? [view.paths, view.outsideAnswers] : []),
      ...documents,
    ];
    const known = this.#workspace.get(rule);
    if (known && sameList(known.dependencies, dependencies)) return known;
    const result = this.#call(() => rule.check(view), dependencies);
    this.#workspace.set(rule, result);
    return result;
  }

  #documentResults(rule: DocumentRule, view: WorkspaceView): readonly PathResult[] {
    const own = [
      view.today,
      view.configuration,
      view.catalogue,
      ...(rule.looksAround ? [view.names, view.paths, view.outsideAnswers] : []),
    ];
    const dependencies = [view.documents, ...own];
    const known = this.#lists.get(rule);
    if (known && sameList(known.dependencies, dependencies)) return known.results;
    const results: PathResult[] = [];
    for (const document of view.documents) {
      if (!rule.everyDocument && !isLive(document)) continue;
      const { reports, error } = this.#perObject(rule, document, own, () => rule.check(document, view));
      if (reports.length > 0 || error !== undefined) results.push({ reports, error, path: document.path });
    }
    this.#lists.set(rule, { dependencies, results });
    return results;
  }

  #textResult(rule: TextRule, text: TextView): Remembered {
    const before = this.#texts.get(text.path);
    const known = before && before !== text.parsed ? this.#documents.get(rule)?.get(before) : undefined;
    const nothing = known?.reports.length === 0 && known.error === undefined && !text.damaged;
    if (known && nothing && before && sameButProse(before, text.parsed)) {
      this.#documents.get(rule)?.set(text.parsed, known);
      return known;
    }
    return this.#perObject(rule, text.parsed, [text.path, text.damaged], () => rule.check(text));
  }

  #perObject(rule: Rule, object: object, dependencies: readonly unknown[], check: () => Iterable<Report>): Remembered {
    let results = this.#documents.get(rule);
    if (!results) {
      results = new WeakMap();
      this.#documents.set(rule, results);
    }
    const known = results.get(object);
    if (known && sameList(known.dependencies, dependencies)) return known;
    const result = this.#call(check, dependencies);
    results.set(object, result);
    return result;
  }

  #call(check: () => Iterable<Report>, dependencies: readonly unknown[]): Remembered {
    this.#runs++;
    try {
      return { dependencies, reports: [...check()], error: undefined };
    } catch (error) {
      return { dependencies, reports: [], error: error instanceof Error ? error.message : String(error) };
    }
  }

  #engineRule(id: string): EngineRule | undefined {
    const rule = this.#rules.find((other) => other.id === id);
    return rule?.scope === 'engine' ? rule : undefined;
  }

  #applyExceptions(findings: readonly Finding[], input: RunInput): Finding[] {
    const { view, texts } = input;
    const exceptions = [...configuredExceptions(view.configuration)];
    for (const [path, text] of texts)
      if (text.text.includes('aims-ignore')) exceptions.push(...documentExceptions(path, text.parsed));
    if (exceptions.length === 0) return [...findings];
    const parsedOf = (path: string) => texts.get(path)?.parsed;
    const used = new Set<Exception>();
    const kept = findings.filter((finding) => {
      if (cannotBeSilenced(finding.rule)) return true;
      const location = locate(finding.at, parsedOf);
      const matching = exceptions.filter(
        (exception) => exception.rules.includes(finding.rule) && exception.covers(location, finding.where),
      );
      for (const exception of matching) used.add(exception);
      return !matching.some(
        (exception) => exception.reason !== '' && (exception.until === '' || exception.until >= view.today),
      );
    });
    const about: Finding[] = [];
    for (const exception of exceptions) {
      const data = { rule: exception.rules.join(', '), until: exception.until };
      const name =
        exception.reason === ''
          ? 'exception/no-reason'
          : exception.until !== '' && exception.until < view.today
            ? 'exception/expired'
            : used.has(exception)
              ? ''
              : 'exception/unused';
      const rule = this.#engineRule(name);
      const report = { at: exception.at, message: 'found', data };
      const finding = rule && judge(rule, report, view);
      if (finding) about.push(finding);
    }
    return [...kept, ...about];
  }
}

/** True where two readings of a text differ at most in the words of paragraphs, and no character of these was lost. */
function sameButProse(a: ParsedDocument, b: ParsedDocument): boolean {
  if (a.blocks.length !== b.blocks.length || a.problems.length + b.problems.length > 0) return false;
  return b.blocks.every((block, index) => {
    const other = a.blocks[index];
    if (block === other) return true;
    if (block.kind !== 'paragraph' || other?.kind !== 'paragraph' || block.text.includes('\uFFFD')) return false;
    if (block.problems.length + other.problems.length > 0 || block.facts.length !== other.facts.length) return false;
    return block.facts.every((fact, at) => {
      const twin = other.facts[at];
      return twin !== undefined && fact.parent === twin.parent && fact.key === twin.key && fact.value === twin.value;
    });
  });
}

function sameList(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((value, index) => value === b[index]);
}

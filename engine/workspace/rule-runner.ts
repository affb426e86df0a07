import type { ComparisonRule, EngineRule, Rule, TextView, WorkspaceRule } from '../rules/rule';
import { acceptedFindings } from './accepted-findings';
import { DocumentRuleRunner, type Outcome, type PathOutcome, sameList } from './document-rule-runner';
import { isLive } from './document-status';
import {
  aboutException,
  cannotBeSilenced,
  configuredExceptions,
  documentExceptions,
  type Exception,
} from './exceptions';
import type { Finding, MessageData, Place, Report } from './finding';
import { judge } from './judge';
import { locate } from './locate';
import { push } from './names';
import { onFile } from './places';
import { TextRuleRunner } from './text-rule-runner';
import type { EarlierDocuments } from './versions';
import type { WorkspaceView } from './workspace-view';

/** What the runner needs of one state of a root. */
export interface RunInput {
  readonly view: WorkspaceView;
  /** Recognised documents, `aims.yaml` and the baseline, as texts. */
  readonly texts: ReadonlyMap<string, TextView>;
  /** Files that are too large, too many or cannot be read. */
  readonly limits: readonly { readonly rule: string; readonly report: Report }[];
  /** The documents of the state this one is compared with; undefined where it stands alone. */
  readonly earlier?: EarlierDocuments | undefined;
}

/** Everything the rules found. */
export interface RunResult {
  readonly findings: readonly Finding[];
  /** The same with what exceptions and the baseline silence. */
  readonly found: readonly Finding[];
  /** What silences each of the findings that are silenced. */
  readonly silencedBy: ReadonlyMap<Finding, Exception>;
  /** Rules that threw: coverage that needs them is unknown. */
  readonly failed: ReadonlySet<string>;
  /** True where something could not be checked. */
  readonly uncheckable: boolean;
}

const NOTHING: Outcome = { reports: [], error: undefined };

interface Remembered extends Outcome {
  readonly dependencies: readonly unknown[];
}

/** Runs rules and remembers what each found for what it read, so that an edit runs only the rules it concerns. */
export class RuleRunner {
  readonly #rules: readonly Rule[];
  readonly #workspace = new Map<Rule, Remembered>();
  readonly #documents = new DocumentRuleRunner((check) => this.#call(check));
  readonly #texts = new TextRuleRunner((check) => this.#call(check));
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
      if (failure) add(failure, { at: onFile(path), message: 'failed', data: { rule: rule.id, error } });
    };
    for (const rule of this.#rules) {
      for (const { reports, error, path } of this.#results(rule, input)) {
        for (const report of reports) add(rule, report);
        if (error !== undefined) fail(rule, error, path);
      }
      yield;
    }
    for (const { rule, report } of input.limits) {
      const limit = this.#engineRule(rule);
      if (limit) add(limit, report);
    }
    const { kept, about, silencedBy } = this.#applyExceptions(findings, input, failed.size > 0);
    const uncheckable = kept.some((finding) => this.#engineRule(finding.rule)?.uncheckable === true) || failed.size > 0;
    return { findings: [...kept, ...about], found: [...findings, ...about], silencedBy, failed, uncheckable };
  }

  #results(rule: Rule, input: RunInput): readonly PathOutcome[] {
    const { view } = input;
    const place = view.configuration.present ? 'aims.yaml' : (view.documents[0]?.path ?? 'aims.yaml');
    switch (rule.scope) {
      case 'engine':
        return [];
      case 'workspace':
        return [{ ...this.#workspaceResult(rule, view), path: place }];
      case 'document':
        return this.#documents.outcomes(rule, view);
      case 'comparison':
        return this.#comparisonResults(rule, input);
      case 'text':
        return this.#texts.outcomes(rule, input.texts);
    }
  }

  #workspaceResult(rule: WorkspaceRule, view: WorkspaceView): Remembered {
    const { reads } = rule;
    const dependencies = [
      view.today,
      view.configuration,
      view.catalogue,
      // The list of documents stays the same object while nothing in it changes.
      ...(reads === 'all' ? [view.paths, view.outsideAnswers, view.documents] : view.everyOf(reads)),
    ];
    const known = this.#workspace.get(rule);
    if (known && sameList(known.dependencies, dependencies)) return known;
    const result = { ...this.#call(() => rule.check(view)), dependencies };
    this.#workspace.set(rule, result);
    return result;
  }

  #comparisonResults(rule: ComparisonRule, { view, texts, earlier }: RunInput): readonly PathOutcome[] {
    if (!earlier) return [];
    return view.documents.filter(isLive).flatMap((record) => {
      const { path } = record;
      const [parsed, before] = [texts.get(path)?.parsed, earlier(path)];
      if (!parsed || !before) return [];
      return [{ ...this.#call(() => rule.check({ now: { record, parsed }, before }, view)), path }];
    });
  }

  #call(check: () => Iterable<Report>): Outcome {
    this.#runs++;
    try {
      const reports = [...check()];
      return reports.length === 0 ? NOTHING : { reports, error: undefined };
    } catch (error) {
      return { reports: [], error: error instanceof Error ? error.message : String(error) };
    }
  }

  #engineRule(id: string): EngineRule | undefined {
    const rule = this.#rules.find((other) => other.id === id);
    return rule?.scope === 'engine' ? rule : undefined;
  }

  #applyExceptions(
    findings: readonly Finding[],
    input: RunInput,
    failed: boolean,
  ): { kept: readonly Finding[]; about: readonly Finding[]; silencedBy: ReadonlyMap<Finding, Exception> } {
    const { view, texts } = input;
    const parsedOf = (path: string) => texts.get(path)?.parsed;
    const accepted = acceptedFindings(findings, { parsedOf, document: (path) => view.document(path) });
    const exceptions = [...configuredExceptions(view.configuration)];
    for (const [path, text] of texts)
      if (view.document(path)?.comments.length !== 0) exceptions.push(...documentExceptions(path, text.parsed));
    const silencedBy = new Map<Finding, Exception>();
    if (exceptions.length + accepted.exceptions.length === 0) return { kept: findings, about: [], silencedBy };
    const used = new Set<Exception>();
    const kept = findings.filter((finding) => {
      if (cannotBeSilenced(finding.rule)) return true;
      const location = locate(finding.at, parsedOf);
      const matching = exceptions
        .filter((exception) => exception.rules.includes(finding.rule) && exception.covers(location, finding.where))
        .concat(accepted.meeting(finding));
      for (const exception of matching) used.add(exception);
      const silencing = matching.find(
        (exception) => exception.reason !== '' && (exception.until === '' || exception.until >= view.today),
      );
      if (silencing) silencedBy.set(finding, silencing);
      return silencing === undefined;
    });
    const about: Finding[] = [];
    const say = (name: string, message: string, at: Place, data: MessageData): void => {
      const rule = this.#engineRule(name);
      const finding = rule && judge(rule, { at, message, data }, view);
      if (finding) about.push(finding);
    };
    // What an accepted finding stood in may be unreadable at this moment: then nobody can say that it is settled.
    const mayBeHidden = failed || input.limits.length > 0 || view.incomplete !== undefined;
    const inBaseline = new Set(accepted.exceptions);
    const openEnded = new Map<string, Exception[]>();
    for (const exception of [...exceptions, ...accepted.exceptions]) {
      const data = { rule: exception.rules.join(', '), until: exception.until };
      const isGrave = exception.rules.some((id) => this.#isGrave(id, view));
      const mayBeMet = (inBaseline.has(exception) && mayBeHidden) || exception.rules.some((id) => this.#compares(id));
      const isUsed = used.has(exception) || mayBeMet;
      const { name, message = 'found' } = aboutException(exception, view.today, isUsed, isGrave) ?? {};
      if (name === 'exception/open-ended' && inBaseline.has(exception)) push(openEnded, message, exception);
      else if (name !== undefined) say(name, message, exception.at, data);
    }
    // One finding for all that have no end: a first baseline often has hundreds.
    for (const [message, [first, ...more]] of openEnded) {
      if (!first) continue;
      const rule = more.length === 0 ? first.rules.join(', ') : `${more.length + 1} accepted findings`;
      say('exception/open-ended', message, first.at, { rule, until: first.until });
    }
    return { kept, about, silencedBy };
  }

  /** True for a rule that finds something only beside an earlier state: without one nobody can say what it would meet. */
  #compares(id: string): boolean {
    return this.#rules.find((rule) => rule.id === id)?.scope === 'comparison';
  }

  /** True for a rule whose findings ask for something to be done. */
  #isGrave(id: string, view: WorkspaceView): boolean {
    const severity = view.configuration.rules[id] ?? this.#rules.find((rule) => rule.id === id)?.severity;
    return severity === 'error' || severity === 'warning';
  }
}

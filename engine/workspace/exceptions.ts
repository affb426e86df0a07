import type { Configuration } from '../configuration/configuration';
import { compileGlob } from '../configuration/glob';
import { embeddedPlaceholders, isPlaceholder } from '../facts/placeholder';
import { addPeriod, readDate } from '../kinds/dates';
import type { ParsedDocument } from '../parse/block';
import type { Place } from './finding';
import type { Location } from './locate';

/** A statement that a finding is accepted, wherever it was made. */
export interface Exception {
  readonly rules: readonly string[];
  readonly reason: string;
  /** ISO date, inclusive; empty where open-ended. */
  readonly until: string;
  readonly at: Place;
  covers(location: Location, where: string): boolean;
}

/** Rules that nobody can silence. */
export function cannotBeSilenced(rule: string): boolean {
  return /^(?:syntax|exception|engine|limit)\//.test(rule) || rule === 'framework/undecided';
}

/** What is to be said of an exception itself: the rule, and its message where it has several; undefined where all is well. */
export function aboutException(
  { reason, until }: Exception,
  today: string,
  used: boolean,
  /** True where it is for a rule of level warning or error. */
  isGrave: boolean,
): { readonly name: string; readonly message?: string } | undefined {
  if (reason === '') return { name: 'exception/no-reason' };
  if (until !== '' && until < today) return { name: 'exception/expired' };
  if (!used) return { name: 'exception/unused' };
  if (!isGrave) return undefined;
  if (until === '') return { name: 'exception/open-ended' };
  return until > addPeriod(today, 'P12M') ? { name: 'exception/open-ended', message: 'far' } : undefined;
}

/** A reason that is still a placeholder is none. */
export function ownReason(reason: string): string {
  return isPlaceholder(reason) || embeddedPlaceholders(reason).length > 0 ? '' : reason;
}

/** Reads `aims-ignore rule, rule: reason; until 2026-12-31`. */
function readIgnore(comment: string): { rules: string[]; reason: string; until: string } {
  const body = comment.replace(/^aims-ignore\b[ \t:]*/, '');
  const match = /^([\w/, *-]+?)(?::[ \t]*([\s\S]*))?$/.exec(body.trim());
  const rest = (match?.[2] ?? '').trim();
  const until = /;?[ \t]*until[ \t]+(\S+?)[.;]?$/i.exec(rest);
  const rules = (match?.[1] ?? '')
    .split(',')
    .map((rule) => rule.trim())
    .filter((rule) => rule !== '');
  return {
    rules,
    reason: ownReason((until ? rest.slice(0, until.index) : rest).replace(/[;\s]+$/, '')),
    until: until ? readDate(until[1] ?? '').iso || '0000-01-01' : '',
  };
}

/** The exceptions written as comments in a document. */
export function documentExceptions(path: string, parsed: ParsedDocument): Exception[] {
  const found: Exception[] = [];
  parsed.blocks.forEach((block, index) => {
    block.facts.forEach((fact, factIndex) => {
      if (fact.key !== '#comment' || fact.value === null) return;
      const { rules, reason, until } = readIgnore(fact.value);
      const covered = coveredBlocks(parsed, index, factIndex);
      const at: Place = { on: 'fact', path, block: index, fact: factIndex };
      found.push({ rules, reason, until, at, covers: (location) => location.path === path && covered(location) });
    });
  });
  return found;
}

type Covers = (location: Location) => boolean;

function coveredBlocks(parsed: ParsedDocument, index: number, comment: number): Covers {
  const block = parsed.blocks[index];
  const within =
    (from: number, to: number): Covers =>
    (location) =>
      location.block >= from && location.block < to;
  if (!block) return () => false;
  if (block.kind === 'entry' || block.kind === 'item' || block.kind === 'yaml')
    return coveredYaml(parsed, index, comment);
  if (block.kind === 'table-row' || block.kind === 'table-head') return within(index, index + 1);
  if (block.kind !== 'html') return within(index, index + 1);
  const previous = parsed.blocks[index - 1];
  if (!previous || previous.frontMatter) return () => true;
  if (previous.kind === 'heading') {
    const level = Number(previous.facts.find((fact) => fact.key === '#level')?.value ?? 1);
    let end = index + 1;
    while (
      end < parsed.blocks.length &&
      !(
        parsed.blocks[end]?.kind === 'heading' &&
        Number(parsed.blocks[end]?.facts.find((fact) => fact.key === '#level')?.value ?? 1) <= level
      )
    )
      end++;
    return within(index - 1, end);
  }
  let end = index + 2;
  while (parsed.blocks[index + 1]?.kind === 'table-head' && parsed.blocks[end]?.kind === 'table-row') end++;
  return within(index + 1, end);
}

/** A comment before a key or item covers it with its content; one at the end of a line covers that entry. */
function coveredYaml(parsed: ParsedDocument, index: number, comment: number): Covers {
  const block = parsed.blocks[index];
  if (!block) return () => false;
  const at = block.spans[4 * comment] ?? 0;
  const lineStart = block.text.lastIndexOf('\n', at) + 1;
  const alone = block.text.slice(lineStart, at).trim() === '';
  const keys = block.facts
    .map((fact, fact_) => ({ fact, index: fact_, start: block.spans[4 * fact_] ?? 0 }))
    .filter(({ fact }) => !String(fact.key).startsWith('#'));
  const target = alone
    ? keys.find(({ start }) => start > at)
    : keys.filter(({ start }) => start >= lineStart && start < at).shift();
  if (!target) return (location) => location.block === index;
  // A comment before a whole item covers all of it, and before a list key the whole list.
  if (target.index === 0 && block.kind === 'entry' && target.fact.value === '') {
    const list = String(target.fact.key);
    return (location) => location.block === index || parsed.blocks[location.block]?.context === list;
  }
  const inside = (fact: number): boolean =>
    fact === target.index || (fact >= 0 && inside(block.facts[fact]?.parent ?? -1));
  return (location) => location.block === index && (target.index === 0 || inside(location.fact));
}

/** The exceptions of `aims.yaml`: a path or glob, and after `#` a row's id. */
export function configuredExceptions(configuration: Configuration): Exception[] {
  return configuration.exceptions.map(({ rule, at, reason, until, index }) => {
    const hash = at.indexOf('#');
    const path = compileGlob(hash < 0 ? at : at.slice(0, hash));
    const row = hash < 0 ? '' : at.slice(hash + 1).toLowerCase();
    return {
      rules: rule.split(',').map((name) => name.trim()),
      reason: ownReason(reason),
      until,
      at: { on: 'configuration', keys: ['exceptions', index] },
      covers: (location: Location, where: string) =>
        path(location.path) &&
        (row === '' ||
          (where.split('.').length > 1 ? where.toLowerCase().startsWith(`${row}.`) : where.toLowerCase() === row) ||
          where.toLowerCase().split('/')[0] === row),
    };
  });
}

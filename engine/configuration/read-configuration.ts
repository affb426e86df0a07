import validate from 'gen/validate-configuration';
import { isPeriod } from '../kinds/dates';
import type { ParsedDocument } from '../parse/block';
import {
  type Configuration,
  type ConfigurationProblem,
  type ConfiguredException,
  DEFAULT_CONFIGURATION,
  type Severity,
} from './configuration';

type Plain = string | Plain[] | { [key: string]: Plain };

/** The value of an `aims.yaml`, rebuilt from its facts: scalars stay text, `true` and numbers too. */
function plainValue(parsed: ParsedDocument): { [key: string]: Plain } {
  const root: { [key: string]: Plain } = {};
  for (const block of parsed.blocks) {
    const made: (Plain | undefined)[] = [];
    block.facts.forEach((fact, index) => {
      if (typeof fact.key === 'string' && fact.key.startsWith('#')) return;
      const children = block.facts.filter((other) => other.parent === index);
      const value: Plain = fact.value ?? (children.some((child) => typeof child.key === 'number') ? [] : {});
      made[index] = value;
      const parent = fact.parent < 0 ? undefined : made[fact.parent];
      if (fact.parent < 0 && block.kind === 'item') {
        const list = root[block.context];
        if (Array.isArray(list)) list.push(value);
        else root[block.context] = [value];
      } else if (fact.parent < 0) root[String(fact.key)] = value;
      else if (Array.isArray(parent)) parent.push(value);
      else if (parent && typeof parent === 'object') parent[String(fact.key)] = value;
    });
  }
  return root;
}

/** Reads `aims.yaml`. Wrong parts are problems and their defaults hold; the rest counts. */
export function readConfiguration(parsed: ParsedDocument): Configuration {
  const value = plainValue(parsed);
  const problems: ConfigurationProblem[] = [];
  if (!validate(value)) {
    for (const error of validate.errors ?? []) {
      const keys = error.instancePath
        .split('/')
        .slice(1)
        .map((key) => key.replace(/~1/g, '/').replace(/~0/g, '~'));
      const extra = error.params.additionalProperty;
      if (error.keyword === 'additionalProperties' && typeof extra === 'string')
        problems.push({ keys: [...keys, extra], message: 'unknown-key', detail: extra });
      else if (error.keyword !== 'anyOf' && error.keyword !== 'oneOf' && error.keyword !== 'if')
        problems.push({ keys, message: 'wrong-value', detail: expected(error) });
    }
  }
  const text = (key: string): string => (typeof value[key] === 'string' ? (value[key] as string) : '');
  const texts = (given: Plain | undefined): string[] =>
    typeof given === 'string'
      ? given === ''
        ? []
        : [given]
      : Array.isArray(given)
        ? given.filter((item): item is string => typeof item === 'string')
        : [];
  const map = (given: Plain | undefined): { [key: string]: Plain } =>
    given && typeof given === 'object' && !Array.isArray(given) ? given : {};
  const textMap = (given: Plain | undefined): Record<string, string> =>
    Object.fromEntries(
      Object.entries(map(given)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    );
  const review = textMap(value.review);
  for (const [key, period] of Object.entries(review)) {
    if (isPeriod(period)) continue;
    if (!problems.some((problem) => problem.keys.join('/') === `review/${key}`))
      problems.push({ keys: ['review', key], message: 'bad-period', detail: period });
    delete review[key];
  }
  const { warn_before: warnBefore, ...periods } = review;
  const rules: Record<string, Severity | 'off'> = {};
  for (const [rule, severity] of Object.entries(textMap(value.rules))) {
    if (/^(?:error|warning|information|hint|off)$/.test(severity)) rules[rule] = severity as Severity | 'off';
  }
  const exceptions = (Array.isArray(value.exceptions) ? value.exceptions : []).map(
    (item, index): ConfiguredException => {
      const { rule = '', at = '', reason = '', until = '' } = textMap(item);
      return { rule, at, reason, until, index };
    },
  );
  const synonyms = Object.fromEntries(
    Object.entries(map(value.synonyms)).map(([field, words]) => [
      field,
      Object.fromEntries(Object.entries(map(words)).map(([canonical, list]) => [canonical, texts(list)])),
    ]),
  );
  return {
    ...DEFAULT_CONFIGURATION,
    organization: text('organization'),
    roles: texts(value.roles),
    frameworks: texts(value.frameworks),
    asOf: textMap(value.as_of),
    documents: Object.fromEntries(Object.entries(map(value.documents)).map(([kind, globs]) => [kind, texts(globs)])),
    include: texts(value.include),
    exclude: texts(value.exclude),
    review: periods,
    warnBefore: warnBefore ?? DEFAULT_CONFIGURATION.warnBefore,
    rules,
    synonyms,
    exceptions,
    problems,
    present: true,
  };
}

function expected(error: { keyword: string; params: Readonly<Record<string, unknown>>; message?: string }): string {
  const allowed = error.params.allowedValues;
  if (Array.isArray(allowed)) return `one of ${allowed.join(', ')}`;
  if (error.keyword === 'type')
    return (
      { array: 'a list', object: 'keys with values', string: 'a text' }[String(error.params.type)] ??
      String(error.params.type)
    );
  return error.keyword === 'pattern' ? 'another form' : (error.message ?? error.keyword);
}

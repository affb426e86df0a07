import type { Span } from '../text/span';
import { filledText } from '../workspace/names';
import type { WorkspaceState } from '../workspace/snapshot';
import { thingAt } from './cursor';
import { dateMarkdown, fieldMarkdown, kindMarkdown, listMarkdown, valueMarkdown } from './hover/field';
import { lawMarkdown } from './hover/law';
import { inline, paragraphs, titled } from './hover/markdown';
import { documentMarkdown, namedMarkdown, rowMarkdown } from './hover/named';
import { ruleMarkdown } from './hover/rule';
import { clauseMarkdown, controlMarkdown, groupMarkdown } from './hover/standard';
import { systemMarkdown } from './hover/system';
import type { Meaning } from './things/thing';

/** What is shown for the thing at the cursor. */
export interface HoverContent {
  readonly markdown: string;
  readonly span: Span;
  /** What can be explained in full: a rule, a control or a clause; empty where there is no page. */
  readonly topic: string;
}

/** What stands at an offset, explained; undefined where there is nothing of ours. */
export function hover(state: WorkspaceState, path: string, offset: number): HoverContent | undefined {
  const thing = thingAt(state, path, offset);
  const markdown = thing && explainMeaning(state, thing.meaning);
  return markdown ? { markdown, span: thing.span, topic: topicOf(thing.meaning) } : undefined;
}

function topicOf(meaning: Meaning): string {
  if (meaning.is === 'rule') return meaning.rule;
  return meaning.is === 'control' || meaning.is === 'clause' ? meaning.id : '';
}

function explainMeaning(state: WorkspaceState, meaning: Meaning): string | undefined {
  const { view } = state;
  switch (meaning.is) {
    case 'control':
      return controlMarkdown(state, meaning.id, 'short');
    case 'clause':
      return clauseMarkdown(state, meaning.id, 'short');
    case 'group':
      return groupMarkdown(state, meaning.id);
    case 'named':
      return namedMarkdown(state, meaning.named, 'short');
    case 'path':
      return pathMarkdown(state, meaning);
    case 'field':
      return fieldMarkdown(meaning.field, meaning.rows);
    case 'list':
      return listMarkdown(meaning.rows);
    case 'value':
      return valueMarkdown(meaning.field, meaning.value, meaning.text);
    case 'date':
      return dateMarkdown(view, meaning.field, meaning.iso, meaning.row);
    case 'section':
      return paragraphs(`**${meaning.section.title}**`, meaning.section.help);
    case 'kind':
      return kindMarkdown(view, meaning.kind);
    case 'framework': {
      const [title, edition] = [view.catalogue.frameworkTitle(meaning.id), view.catalogue.frameworkName(meaning.id)];
      return title === meaning.id
        ? undefined
        : paragraphs(`**${title}**`, edition === meaning.id || edition === title ? '' : edition);
    }
    case 'topic':
      return paragraphs(`**Annex ${meaning.topic.id} · ${meaning.topic.title}**`, meaning.topic.meaning);
    case 'law':
      return lawMarkdown(view, meaning.basis);
    case 'rule':
      return ruleMarkdown(view, meaning.rule);
    case 'setting':
      return paragraphs(`**${inline(meaning.name)}**`, meaning.help, titled('Values', meaning.values));
    case 'placeholder':
      return '**Placeholder.** It counts as empty until somebody fills it in.';
    case 'address':
      return undefined;
  }
}

function pathMarkdown(state: WorkspaceState, meaning: Extract<Meaning, { is: 'path' }>): string {
  const { path, document, row } = meaning;
  if (document && row?.entity === 'system') return systemMarkdown(state, row, 'short');
  const control = row?.entity === 'control-decision' ? controlMarkdown(state, row.id, 'short') : undefined;
  if (control !== undefined) return control;
  if (document && row) return rowMarkdown(row, document, row.id, filledText(row, 'name') || filledText(row, 'title'));
  if (document) return documentMarkdown(state, document);
  return paragraphs(`**${inline(path)}**`, 'A file that is listed and not read. As evidence its date counts.');
}

import type { WorkspaceState } from '../../workspace/snapshot';
import { kindMarkdown } from '../hover/field';
import { documentMarkdown, namedMarkdown } from '../hover/named';
import { clauseMarkdown, controlMarkdown, groupMarkdown } from '../hover/standard';

/** What an entry is about, as Markdown, in the words that hovers use; empty where there is nothing to add. */
export function topicDocumentation(state: WorkspaceState, topic: string): string {
  const { view } = state;
  const space = topic.indexOf(' ');
  const subject = topic.slice(space + 1);
  switch (topic.slice(0, space)) {
    case 'control':
      return controlMarkdown(state, subject, 'short') ?? '';
    case 'group':
      return groupMarkdown(state, subject) ?? '';
    case 'clause':
      return clauseMarkdown(state, subject, 'short') ?? '';
    case 'named': {
      const named = view.names.byId(subject)[0];
      return named ? namedMarkdown(state, named, 'short') : '';
    }
    case 'kind': {
      const kind = view.kinds.find((each) => each.kind === subject);
      return kind ? kindMarkdown(view, kind) : '';
    }
    case 'file': {
      const document = view.document(subject);
      return document ? documentMarkdown(state, document) : '';
    }
    default:
      return '';
  }
}

import {
  l10n,
  MarkdownString,
  Position,
  Range,
  ThemeColor,
  ThemeIcon,
  TreeItem,
  TreeItemCollapsibleState,
  Uri,
} from 'vscode';
import type { NodeState } from '../../server/protocol';
import { rootUri } from '../root-uri';
import type { ShownNode, TreeFilter } from './tree-model';

const GOOD = 'testing.iconPassed';
const WORK = 'charts.blue';
const TIME = 'list.warningForeground';
const MISSING = 'list.errorForeground';
const QUIET = 'disabledForeground';
const UNCLEAR = 'charts.purple';

/** The icon of each state. The description says the same in words: neither shape nor colour carries it alone. */
const ICONS: Readonly<Record<NodeState, readonly [icon: string, color: string] | undefined>> = {
  evidenced: ['pass-filled', GOOD],
  approved: ['pass', GOOD],
  drafted: ['edit', WORK],
  template: ['file', QUIET],
  none: ['circle-large-outline', MISSING],
  stale: ['history', TIME],
  excluded: ['circle-slash', QUIET],
  unknown: ['question', UNCLEAR],
  current: ['pass-filled', GOOD],
  draft: ['edit', WORK],
  missing: ['error', MISSING],
  suspect: ['warning', TIME],
  overdue: ['history', TIME],
  'not-due': ['circle-large-outline', QUIET],
  'out-of-scope': ['circle-slash', QUIET],
  retired: ['archive', QUIET],
  'in-force': ['pass', GOOD],
  'in-review': ['eye', WORK],
  superseded: ['archive', QUIET],
  recorded: ['check', GOOD],
  due: ['calendar', TIME],
  group: undefined,
};

/** Sections with more than this many groups start closed. */
const OPENED_CHILDREN = 12;

/** The topic that *Explain* takes for a node; undefined where there is nothing to explain. */
export function topicOf(node: ShownNode): string | undefined {
  return /^(?:control|clause)\/(.+)$/.exec(node.data.id)?.[1];
}

/** What VS Code draws for a node. `expanded`: what the user has last done with it. */
export function treeItem(node: ShownNode, filter: TreeFilter, expanded: boolean | undefined): TreeItem {
  const { label, description, tooltip, state, action, place } = node.data;
  const [name, rest] = nameAndTitle(node);
  const item = new TreeItem(name, collapsibleState(node, filter, expanded));
  // Another id while a text is searched: found nodes are shown open without disturbing what is open otherwise.
  item.id = filter.text ? `found\n${node.key}` : node.key;
  item.description = [description, rest].filter(Boolean).join(' · ');
  const icon = ICONS[state];
  if (icon) item.iconPath = new ThemeIcon(icon[0], new ThemeColor(icon[1]));
  const next = action && !tooltip.includes(action.title) ? l10n.t('Next: {0}', action.title) : '';
  // As text: register text is not Markdown of ours.
  item.tooltip = new MarkdownString().appendText([tooltip, next].filter(Boolean).join('\n') || label);
  const reason = tooltip.split('\n').find((line) => line !== description && !line.startsWith(label)) ?? '';
  item.accessibilityInformation = { label: [label, description, reason].filter(Boolean).join(', ') };
  item.contextValue = [action && 'action', topicOf(node) && 'topic', place && 'place'].filter(Boolean).join(' ');
  if (place) {
    const position = new Position(place.line, place.character);
    const target = Uri.joinPath(rootUri(node.root), ...place.path.split('/'));
    item.command = {
      command: 'vscode.open',
      title: l10n.t('Open'),
      arguments: [target, { selection: new Range(position, position) }],
    };
  }
  return item;
}

/** Where a row has an id, that stands alone: titles are long, and in a narrow view the state in words has to be seen. */
function nameAndTitle(node: ShownNode): [name: string, title: string] {
  const { label } = node.data;
  const id = /^(?:control|clause|system)\/(.+)$/.exec(node.data.id)?.[1];
  return id !== undefined && label.startsWith(`${id} `) ? [id, label.slice(id.length + 1)] : [label, ''];
}

function collapsibleState(
  node: ShownNode,
  filter: TreeFilter,
  expanded: boolean | undefined,
): TreeItemCollapsibleState {
  if (node.children.length === 0) return TreeItemCollapsibleState.None;
  const isSection = node.parent === undefined || node.data.id === 'root';
  const usually = isSection && node.children.length <= OPENED_CHILDREN;
  const opened = filter.text !== '' || (expanded ?? usually);
  return opened ? TreeItemCollapsibleState.Expanded : TreeItemCollapsibleState.Collapsed;
}

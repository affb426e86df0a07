import type { LogOutputChannel } from 'vscode';
import { commands, type Disposable, l10n, Uri, window } from 'vscode';
import { COMMANDS } from '../../server/protocol';
import type { Explanations } from '../explain';
import { pathBelow, rootUri } from '../root-uri';
import type { Session } from '../session';
import type { CoverageView } from '../views/coverage-view';
import { topicOf } from '../views/node-look';
import type { ShownNode } from '../views/tree-model';
import { makeNew } from './new';
import { Report } from './report';
import { checkAsItIs, setUp } from './set-up';

/** What the commands act on. */
export interface Parts {
  readonly session: Session;
  readonly view: CoverageView;
  readonly explanations: Explanations;
  readonly log: LogOutputChannel;
  /** The version of the extension. */
  readonly version: string;
}

/** Registers every command of the extension. */
export function registerCommands({ session, view, explanations, log, version }: Parts): Disposable[] {
  const report = new Report(session, version);
  const all: Record<string, (argument?: unknown) => unknown> = {
    'aims.new': () => makeNew(session),
    'aims.newSystem': () => makeNew(session, ['row:system']),
    'aims.newRisk': () => makeNew(session, ['row:risk']),
    'aims.newAssessment': () => makeNew(session, ['assessment:']),
    'aims.newDocument': () => makeNew(session, ['kind:', 'evidence:']),
    'aims.setUp': () => setUp(session),
    'aims.checkAsItIs': () => checkAsItIs(session),
    [COMMANDS.explain]: (topic) => explanations.show(isNode(topic) ? topicOf(topic) : topic),
    'aims.showCoverage': () => commands.executeCommand('aims.coverage.focus'),
    'aims.showReport': () => report.show(),
    'aims.saveReport': (to) => report.save(to),
    'aims.refresh': () => refresh(session),
    'aims.openOnly': () => view.show({ openOnly: true }),
    'aims.showAll': () => view.show({ openOnly: false }),
    'aims.filter': () => askForFilter(view),
    'aims.clearFilter': () => view.show({ text: '' }),
    'aims.revealAtCursor': () => view.revealAtCursor(),
    'aims.runNextAction': (node) => runNextAction(session, isNode(node) ? node : view.selected),
    'aims.declareKind': () => declareKind(session),
    'aims.restartServer': () => session.connection.restart(),
    'aims.showLog': () => log.show(),
  };
  return [report, ...Object.entries(all).map(([name, run]) => commands.registerCommand(name, run))];
}

function isNode(value: unknown): value is ShownNode {
  return typeof value === 'object' && value !== null && 'key' in value && 'data' in value;
}

/** Has every root read anew, also on a file system that reports no changes. */
async function refresh(session: Session): Promise<void> {
  for (const { root } of session.store.roots) session.watch.created([Uri.joinPath(rootUri(root), 'aims.yaml')]);
  await session.store.refresh();
}

async function askForFilter(view: CoverageView): Promise<void> {
  const value = view.filter.text;
  const prompt = l10n.t('Show only what has this text in its name or state. Empty shows everything.');
  const text = await window.showInputBox({ title: l10n.t('Filter the coverage view'), prompt, value });
  if (text !== undefined) view.show({ text: text.trim() });
}

async function runNextAction(session: Session, node: ShownNode | undefined): Promise<void> {
  const action = node?.data.action;
  if (node && action) return session.runAction(node.root, action.action);
  void window.showInformationMessage(
    node
      ? l10n.t('There is nothing that could be done for “{0}” automatically.', node.data.label)
      : l10n.t('Select something in the coverage view first.'),
  );
}

async function declareKind(session: Session): Promise<void> {
  const document = window.activeTextEditor?.document;
  const root = document && session.store.rootOf(document.uri);
  if (!document || !root) return;
  await session.runAction(root.root, `declare-kind ${pathBelow(root.root, document.uri)}`);
}

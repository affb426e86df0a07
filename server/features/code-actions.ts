import {
  type CodeAction,
  CodeActionKind,
  type Command,
  type Diagnostic,
  type WorkspaceEdit,
} from 'vscode-languageserver';
import type { Snapshot } from '../../engine/engine';
import type { Action } from '../../engine/features/actions/action';
import { cursorActions } from '../../engine/features/actions/cursor-actions';
import type { Change } from '../../engine/features/change';
import { actionsFor, fixAll, hasFix } from '../../engine/features/code-actions';
import type { Finding } from '../../engine/workspace/finding';
import { workspaceEdit } from '../changes';
import { type DocumentContext, type Feature, type FeatureHost, offsetOf } from '../feature-host';
import { COMMANDS } from '../protocol';
import type { DiagnosticData } from '../publish';
import { APPLY } from './commands';

/** What a code action carries until somebody chooses it: enough to compute its edit from the newest state. */
export interface ActionData {
  readonly uri: string;
  readonly title: string;
  readonly where: { readonly rule: string; readonly message: string; readonly where: string } | undefined;
  readonly offset: number;
  readonly all: 'file' | 'workspace' | 'everything' | undefined;
}

const FIX_ALL = 'source.fixAll.aims';

/** Fixes, scaffolds, exceptions, and an explanation for every finding; edits are computed when an action is chosen. */
export const codeActions: Feature = {
  capabilities: {
    codeActionProvider: {
      codeActionKinds: [CodeActionKind.QuickFix, CodeActionKind.Refactor, FIX_ALL],
      resolveProvider: true,
    },
  },
  register(host) {
    host.connection.onCodeAction(async ({ textDocument: { uri }, range, context }) => {
      const document = await host.checkedDocument(uri);
      if (!document) return [];
      const { snapshot, path, lines } = document;
      const offset = offsetOf(lines, range.start);
      const end = offsetOf(lines, range.end);
      const wanted = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const result: CodeAction[] = [];
      const here = (snapshot.findingsByPath.get(path) ?? []).filter((finding) => {
        const span = snapshot.spanOf(finding.at);
        return span.start <= end && offset <= span.end;
      });
      if (wanted('quickfix')) {
        for (const finding of here) {
          const diagnostics = context.diagnostics.filter((diagnostic) => isAbout(diagnostic, finding));
          for (const action of actionsFor(snapshot, finding))
            result.push(toCodeAction(uri, action, diagnostics, offset));
          const alike = snapshot.findings.filter((other) => other.rule === finding.rule && hasFix(snapshot, other));
          const inFile = alike.filter((other) => other.path === path);
          const base = { kind: CodeActionKind.QuickFix, diagnostics };
          if (inFile.length > 1)
            result.push({
              ...base,
              title: `Fix all ${finding.rule} in this file`,
              data: dataOf(uri, '', finding, offset, 'file'),
            });
          if (alike.length > inFile.length)
            result.push({
              ...base,
              title: `Fix all ${finding.rule} in the workspace`,
              data: dataOf(uri, '', finding, offset, 'workspace'),
            });
          result.push({
            ...base,
            title: `Explain ${finding.rule}`,
            command: { title: 'Explain', command: COMMANDS.explain, arguments: [finding.rule] },
          });
        }
      }
      if (wanted('refactor'))
        for (const action of cursorActions(snapshot, path, offset)) result.push(toCodeAction(uri, action, [], offset));
      if (wanted(FIX_ALL) && context.only) {
        const own = (snapshot.findingsByPath.get(path) ?? []).filter((finding) => hasFix(snapshot, finding));
        if (own.length > 0) {
          const edit = workspaceEdit(host, document.session.root, snapshot, fixAll(snapshot, own)) ?? {};
          result.push({ title: 'Fix all AIMS findings that can be fixed', kind: FIX_ALL, edit });
        }
      }
      const unique = result.filter(
        (action, index) => result.findIndex((other) => other.title === action.title) === index,
      );
      if (host.client.resolveEdits && host.client.codeActionLiterals) return unique;
      const done = await Promise.all(unique.map((action) => resolve(action)));
      // What would do nothing here, such as creating a file where the client cannot, is not offered.
      const useful = done.filter(({ edit, command }) => edit !== undefined || command !== undefined);
      return host.client.codeActionLiterals ? useful : useful.flatMap(asCommand);
    });
    host.connection.onCodeActionResolve(resolve);

    async function resolve(action: CodeAction): Promise<CodeAction> {
      const data = action.data as ActionData | undefined;
      const edit = data && (await editOf(host, data));
      if (edit) action.edit = edit;
      return action;
    }
  },
};

/** The edit of an action by the newest state; undefined where it has none any more. */
export async function editOf(host: FeatureHost, data: ActionData): Promise<WorkspaceEdit | undefined> {
  const document = await host.checkedDocument(data.uri);
  const change = document && changeOf(document, data);
  return document && change && workspaceEdit(host, document.session.root, document.snapshot, change);
}

/** The command that does what a code action would, for clients that know only commands. */
function asCommand({ title, command, data }: CodeAction): Command[] {
  if (command) return [{ ...command, title }];
  return data === undefined ? [] : [{ title, command: APPLY, arguments: [data] }];
}

type Checked = DocumentContext & { readonly snapshot: Snapshot };

function changeOf({ snapshot, path }: Checked, data: ActionData): Change | undefined {
  const { where } = data;
  if (data.all && where) {
    return fixAll(
      snapshot,
      snapshot.findings.filter(
        (other) => other.rule === where.rule && (data.all === 'workspace' || other.path === path),
      ),
    );
  }
  // Several findings may stand at one place, such as each control a statement lacks: the title tells them apart.
  const meant = (other: Finding) =>
    where !== undefined &&
    other.path === path &&
    other.rule === where.rule &&
    other.where === where.where &&
    other.message === where.message;
  const actions = where
    ? snapshot.findings.filter(meant).flatMap((finding) => actionsFor(snapshot, finding))
    : cursorActions(snapshot, path, data.offset);
  return actions.find((action) => action.title === data.title)?.change();
}

function toCodeAction(uri: string, action: Action, diagnostics: Diagnostic[], offset: number): CodeAction {
  return {
    title: action.title,
    kind: action.kind === 'quickfix' ? CodeActionKind.QuickFix : CodeActionKind.RefactorRewrite,
    ...(diagnostics.length > 0 ? { diagnostics } : {}),
    ...(action.preferred ? { isPreferred: true } : {}),
    data: dataOf(uri, action.title, action.finding, offset, undefined),
  };
}

function dataOf(
  uri: string,
  title: string,
  finding: Finding | undefined,
  offset: number,
  all: ActionData['all'],
): ActionData {
  const where = finding && { rule: finding.rule, message: finding.message, where: finding.where };
  return { uri, title, where, offset, all };
}

function isAbout(diagnostic: Diagnostic, finding: Finding): boolean {
  const data = diagnostic.data as DiagnosticData | undefined;
  return diagnostic.code === finding.rule && (data === undefined || data.where === finding.where);
}

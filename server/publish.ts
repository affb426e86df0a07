import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver';
import type { Severity } from '../engine/configuration/configuration';
import type { Snapshot } from '../engine/engine';
import { findingMessage, relatedMessage } from '../engine/messages/message';
import { locationOf, rangeOf } from './feature-host';

const SEVERITY: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What we put beside a diagnostic, so that a code action finds its finding again. */
export interface DiagnosticData {
  readonly rule: string;
  readonly message: string;
  readonly where: string;
}

/** The diagnostics of every path of a snapshot that has some. */
export function diagnosticsOf(snapshot: Snapshot, root: string): Map<string, Diagnostic[]> {
  const result = new Map<string, Diagnostic[]>();
  for (const finding of snapshot.findings) {
    const { path, span } = snapshot.locate(finding.at);
    const known = snapshot.view.paths.has(path) ? path : (snapshot.view.documents[0]?.path ?? path);
    const lines = snapshot.texts.get(known)?.lines;
    const start = { line: 0, character: 0 };
    const data: DiagnosticData = { rule: finding.rule, message: finding.message, where: finding.where };
    const diagnostic: Diagnostic = {
      range: lines && known === path ? rangeOf(lines, span) : { start, end: start },
      severity: SEVERITY[finding.severity],
      source: 'AIMS',
      code: finding.rule,
      message: findingMessage(finding, snapshot.rules),
      data,
    };
    if (finding.related.length > 0) {
      diagnostic.relatedInformation = finding.related.map((other) => ({
        location: locationOf(snapshot, root, other.at),
        message: relatedMessage(finding.rule, other, snapshot.rules),
      }));
    }
    const list = result.get(known);
    if (list) list.push(diagnostic);
    else result.set(known, [diagnostic]);
  }
  return result;
}

import { FOOT_LINE } from '../coverage/grade';
import { countSeverities } from './check-result';
import type { DiffReport, DocumentRow, StateName } from './diff-report';
import type { FindingRow } from './finding-rows';

/** `aims diff --format json`, version 1. What is no longer there has its place in the earlier state. */
export function diffJson({ today, from, to, grades, documents, findings }: DiffReport): string {
  const result = {
    version: 1,
    today,
    from: stateJson(from),
    to: stateJson(to),
    coverage: {
      before: grades.before,
      after: grades.after,
      changes: grades.changes.map(({ kind, id, title, from: was, to: is, direction, reason, next }) => ({
        kind,
        id,
        title: title === '' ? null : title,
        from: was ?? null,
        to: is ?? null,
        direction,
        reason,
        next: next === '' ? null : next,
      })),
    },
    documents: {
      came: documents.came.map(documentJson),
      went: documents.went.map(documentJson),
      moved: documents.moved.map((each) => ({ from: each.from, ...documentJson(each) })),
      changed: documents.changed.map(documentJson),
    },
    findings: {
      new: findings.added.map(findingJson),
      settled: findings.settled.map(findingJson),
      severity: findings.regraded.map((row) => ({ was: row.was, ...findingJson(row) })),
      silenced: findings.silenced.map(findingJson),
    },
    summary: {
      new: countSeverities(findings.added),
      settled: findings.settled.length,
      severity: findings.regraded.length,
      silenced: findings.silenced.length,
      remaining: findings.remaining,
    },
    foot: FOOT_LINE,
  };
  return `${JSON.stringify(result, null, 2)}\n`;
}

function stateJson({ revision, commit, date }: StateName): object {
  return { revision: revision ?? null, commit: commit ?? null, date: date ?? null };
}

function documentJson({ path, kind }: DocumentRow): object {
  return { path, kind };
}

function findingJson({ fixable: _, ...row }: FindingRow & { readonly was?: unknown }): object {
  const { was: _was, ...finding } = row;
  return finding;
}

import { foldId } from '../../workspace/names';
import type { WorkspaceView } from '../../workspace/workspace-view';

/** Prefixes of ids we propose where the root has none of its own yet. */
const PREFIXES: Readonly<Record<string, string>> = {
  system: 'AIS-',
  risk: 'R-',
  treatment: 'T-',
  model: 'M-',
  dataset: 'DS-',
  supplier: 'SUP-',
  objective: 'OBJ-',
  incident: 'INC-',
  concern: 'CON-',
  nonconformity: 'NC-',
  change: 'CHG-',
  competence: 'CMP-',
  party: 'PTY-',
  resource: 'RES-',
  metric: 'MET-',
  audit: 'AUD-',
  commitment: 'CC-',
  improvement: 'IMP-',
  obligation: 'LEG-',
  'ai-impact-assessment': 'AIA-',
  'ai-policy': 'POL-',
  policy: 'POL-',
  procedure: 'PRO-',
  record: 'REC-',
  'statement-of-applicability': 'SOA-',
  'aims-scope': 'SCO-',
  // As set-up names them; letters of the kind would take the ids of the entries.
  'ai-system-inventory': 'INV-',
  'risk-register': 'RR-',
};

/** The next id of a sort: the prefix and padding the root uses, one after its highest number, and free everywhere. */
export function freeId(view: WorkspaceView, sort: string): string {
  const own = [...view.names.all()]
    .filter(
      (named) => named.entity === sort || (named.row === named.document.metadata && named.document.kind.kind === sort),
    )
    .map((named) => named.id);
  // Rows that nobody has filled in yet define no name, but their ids are taken all the same.
  const unfilled = view.documents
    .filter(({ status }) => status !== 'template')
    .flatMap(({ rows }) => rows.filter((row) => row.unfilled && row.id !== ''));
  const taken = new Set(unfilled.map((row) => foldId(row.id)));
  own.push(...unfilled.filter((row) => row.entity === sort).map((row) => row.id));
  const parts = own.map((id) => /^(.*?)(\d+)$/.exec(id)).filter((match) => match !== null);
  const counts = new Map<string, number>();
  for (const match of parts) counts.set(match[1] ?? '', (counts.get(match[1] ?? '') ?? 0) + 1);
  const prefix =
    [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ??
    PREFIXES[sort] ??
    `${sort
      .replace(/[^a-z]/g, '')
      .slice(0, 3)
      .toUpperCase()}-`;
  const numbers = parts.filter((match) => match[1] === prefix);
  const width = Math.max(3, ...numbers.map((match) => match[2]?.length ?? 0));
  const padded =
    numbers.length === 0 || numbers.some((match) => match[2]?.startsWith('0') || (match[2]?.length ?? 0) >= 3);
  let next = Math.max(0, ...numbers.map((match) => Number(match[2]))) + 1;
  for (; ; next++) {
    const id = `${prefix}${padded ? String(next).padStart(width, '0') : next}`;
    if (view.names.byId(foldId(id)).length === 0 && !taken.has(foldId(id))) return id;
  }
}

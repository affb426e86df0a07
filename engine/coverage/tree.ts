import { addPeriod } from '../kinds/dates';
import type { DocumentRecord } from '../kinds/record';
import { isLive } from '../workspace/document-status';
import { reviewDue } from '../workspace/evidence';
import type { Place } from '../workspace/finding';
import { filledText, push, valueOf } from '../workspace/names';
import { onField, onFile, onRow } from '../workspace/places';
import type { Snapshot } from '../workspace/snapshot';
import { type Coverage, coverageOf } from './coverage';
import { type DocumentStateName, documentState } from './document-state';
import { gapsOf } from './gaps';
import { FOOT_LINE, GRADE_WORDS, type GradedItem, isOpen } from './grade';
import { ROUTE } from './route';
import { type GradedSystem, OPEN_SYSTEM_STATES } from './system-grade';
import type { CoverageNode, CoverageTree, NodePlace, NodeState } from './tree-node';

/** What the state of a system's assessment is called where people read it. */
export const SYSTEM_WORDS: Readonly<Record<GradedSystem['state'], string>> = {
  'out-of-scope': 'out of scope',
  retired: 'retired',
  'not-due': 'not due yet',
  missing: 'not assessed',
  draft: 'draft assessment',
  current: 'assessed',
  suspect: 'suspect assessment',
  overdue: 'overdue assessment',
  unknown: 'unknown',
};
const REVIEW_WINDOW = 'P90D';

/** The coverage view of a snapshot; computed once. */
export function coverageTree(snapshot: Snapshot): CoverageTree {
  return snapshot.remember(coverageTree, () => {
    const coverage = coverageOf(snapshot);
    const reviews = reviewNodes(snapshot);
    const openSystems = coverage.systems.filter((system) => OPEN_SYSTEM_STATES.includes(system.state));
    const openControls = coverage.controls.filter(isOpen);
    const count = (severity: string) => snapshot.findings.filter((finding) => finding.severity === severity).length;
    return {
      sections: [
        frameworkNode(snapshot, coverage),
        systemsNode(snapshot, coverage),
        documentsNode(snapshot),
        reviews,
        routeNode(snapshot),
      ],
      counts: {
        errors: count('error'),
        warnings: count('warning'),
        openControls: openControls.length,
        controls: coverage.controls.length,
        openSystems: openSystems.length,
        systems: coverage.systems.filter((system) => system.state !== 'out-of-scope' && system.state !== 'retired')
          .length,
        reviewsDue: reviews.children.reduce((sum, owner) => sum + owner.children.length, 0),
      },
      foot: FOOT_LINE,
    };
  });
}

function frameworkNode(snapshot: Snapshot, coverage: Coverage): CoverageNode {
  const { catalogue } = snapshot.view;
  const chapters = [...catalogue.clauses.values()].filter((clause) => !clause.number.includes('.'));
  const graded = (id: string, label: string, items: readonly GradedItem[]): CoverageNode => {
    const nodes = items.map((item) => itemNode(snapshot, item));
    return group(id, label, openWords(items.map(isOpen)), nodes);
  };
  const clauses = chapters.map(({ number, title }) => {
    const items = coverage.clauses.filter((item) => item.id.startsWith(`${number}.`));
    return graded(`clauses/${number}`, `${number} ${title}`, items);
  });
  const groups = catalogue.groups.map(({ id, title }) => {
    const items = coverage.controls.filter((item) => catalogue.controls.get(item.id)?.group === id);
    return graded(`group/${id}`, `${id} ${title}`, items);
  });
  const children = [
    group('clauses', 'Clauses 4 to 10', openWords(coverage.clauses.map(isOpen)), clauses),
    group('controls', 'Annex A controls', openWords(coverage.controls.map(isOpen)), groups),
  ];
  return group('framework', catalogue.frameworkName('iso-42001'), countWords(coverage.controls), children);
}

function openWords(areOpen: readonly boolean[]): string {
  const open = areOpen.filter((isOpen) => isOpen).length;
  return open === 0 ? 'nothing open' : `${open} of ${areOpen.length} open`;
}

function countWords(items: readonly GradedItem[]): string {
  const evidenced = items.filter((item) => item.grade === 'evidenced').length;
  return `${evidenced} of ${items.length} controls with evidence linked`;
}

function itemNode(snapshot: Snapshot, item: GradedItem): CoverageNode {
  const { id, kind, title, grade, reason, next, action } = item;
  const words = grade === 'none' && !item.counted ? 'may be shown otherwise' : GRADE_WORDS[grade];
  return {
    id: `${kind}/${id}`,
    label: `${id} ${title}`,
    description: words,
    state: grade,
    tooltip: lines(`${id} ${title}: ${words}`, reason, next === '' ? '' : `Next: ${next}`),
    open: isOpen(item),
    place: item.at && nodePlace(snapshot, item.at),
    action: begins(action),
    children: [],
  };
}

/** What begins the next step; undefined where only a person can. */
function begins(action: string): CoverageNode['action'] {
  return action === '' ? undefined : { title: actionTitle(action), action };
}

function actionTitle(action: string): string {
  if (action.startsWith('insert-row')) return 'Insert the row';
  if (action.startsWith('create-evidence')) return 'Create the evidence document';
  if (action.startsWith('create-assessment')) return 'Create the impact assessment';
  return 'Create the document';
}

function systemsNode(snapshot: Snapshot, coverage: Coverage): CoverageNode {
  const children = coverage.systems.map((system): CoverageNode => {
    const { row, id, name, state, reason, next, action } = system;
    const tier = valueOf(row, 'ai_act.tier');
    const facts = [valueOf(row, 'lifecycle'), tier === '' ? '' : `AI Act tier: ${tier}`]
      .filter((fact) => fact !== '')
      .join(', ');
    return {
      id: `system/${id}`,
      label: name === '' ? id : `${id} ${name}`,
      description: SYSTEM_WORDS[state],
      state,
      tooltip: lines(`${id} ${name}: ${SYSTEM_WORDS[state]}`, facts, reason, next === '' ? '' : `Next: ${next}`),
      open: OPEN_SYSTEM_STATES.includes(state),
      place: nodePlace(snapshot, onRow(row)),
      action: begins(action),
      children: [],
    };
  });
  return group(
    'systems',
    'AI systems',
    children.length === 0 ? 'none registered' : openWords(children.map(({ open }) => open)),
    children,
  );
}

const DOCUMENT_STATES: Readonly<Record<DocumentStateName, NodeState>> = {
  unknown: 'unknown',
  template: 'template',
  draft: 'draft',
  'in review': 'in-review',
  'in force': 'in-force',
  overdue: 'overdue',
  superseded: 'superseded',
  retired: 'retired',
  recorded: 'recorded',
};

function documentsNode(snapshot: Snapshot): CoverageNode {
  const byKind = new Map<string, DocumentRecord[]>();
  for (const document of snapshot.view.documents) {
    push(byKind, document.kind.title, document);
  }
  const children = [...byKind]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([title, documents]) => {
      const nodes = documents.map((document) => documentNode(snapshot, document));
      return group(`kind/${documents[0]?.kind.kind ?? title}`, title, String(nodes.length), nodes);
    });
  return group('documents', 'Documents', `${snapshot.view.documents.length}`, children);
}

function documentNode(snapshot: Snapshot, document: DocumentRecord): CoverageNode {
  const state = documentState(snapshot.view, document);
  const owner = filledText(document.metadata, 'owner');
  const guessed = document.recognised === 'shape' ? ` (recognised by ${document.why})` : '';
  return {
    id: `document/${document.path}`,
    label: document.title || document.path,
    description: `${state}${guessed}`,
    state: DOCUMENT_STATES[state],
    tooltip: lines(
      document.path,
      `State: ${state}`,
      owner === '' ? '' : `Owner: ${owner}`,
      `Taken for "${document.kind.title}" because ${document.recognised === 'shape' ? 'of ' : ''}${document.why}.`,
    ),
    open: state === 'unknown' || state === 'draft' || state === 'in review' || state === 'overdue',
    place: { path: document.path, line: 0, character: 0 },
    action: undefined,
    children: [],
  };
}

/** Reviews due within 90 days, and those past, by who has to do them. */
function reviewNodes(snapshot: Snapshot): CoverageNode {
  const { view } = snapshot;
  const horizon = addPeriod(view.today, REVIEW_WINDOW);
  const byOwner = new Map<string, { due: string; node: CoverageNode }[]>();
  const add = (owner: string, due: string, id: string, label: string, at: Place): void => {
    if (due === '' || due > horizon) return;
    const late = due < view.today;
    const node: CoverageNode = {
      id: `review/${id}`,
      label,
      description: late ? `was due ${due}` : `due ${due}`,
      state: late ? 'overdue' : 'due',
      tooltip: lines(label, late ? `Should have been reviewed by ${due}.` : `To be reviewed by ${due}.`),
      open: true,
      place: nodePlace(snapshot, at),
      action: undefined,
      children: [],
    };
    push(byOwner, owner === '' ? 'No owner' : owner, { due, node });
  };
  for (const document of view.documents) {
    if (!isLive(document) || view.isSuperseded(document)) continue;
    const { metadata } = document;
    const due =
      document.kind.class === 'governing' && document.status === 'approved'
        ? reviewDue(view, document)
        : valueOf(metadata, 'next_review');
    const at: Place = metadata.fields.has('next_review') ? onField(metadata, 'next_review') : onFile(document.path);
    add(filledText(metadata, 'owner'), due, document.path, document.title || document.path, at);
  }
  for (const row of [...view.rows('risk'), ...view.rows('supplier')]) {
    if (row.fields.has('next_review'))
      add(
        filledText(row, 'owner'),
        valueOf(row, 'next_review'),
        `${row.path}#${row.id}`,
        `${row.id} ${filledText(row, 'title') || filledText(row, 'name')}`.trim(),
        onField(row, 'next_review'),
      );
  }
  const owners = [...byOwner]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([owner, entries]) => {
      const children = entries.sort((a, b) => (a.due < b.due ? -1 : 1)).map(({ node }) => node);
      return group(`owner/${owner}`, owner, String(children.length), children);
    });
  const total = owners.reduce((sum, owner) => sum + owner.children.length, 0);
  return group('reviews', 'Reviews due in 90 days', total === 0 ? 'none' : String(total), owners);
}

/** What is still to do, phase by phase, in the order of doing it. */
function routeNode(snapshot: Snapshot): CoverageNode {
  const gaps = gapsOf(snapshot);
  const phases = ROUTE.map((phase) => {
    const children = gaps
      .filter((gap) => gap.phase === phase)
      .map(
        (gap): CoverageNode => ({
          id: `next/${gap.id}`,
          label: gap.next,
          description: gap.label,
          state: 'due',
          tooltip: lines(
            gap.label,
            gap.reason,
            `Next: ${gap.next}`,
            gap.owner === '' ? 'Nobody is named for it.' : `Falls to: ${gap.owner}`,
          ),
          open: true,
          place: gap.at && nodePlace(snapshot, gap.at),
          action: begins(gap.action),
          children: [],
        }),
      );
    return group(
      `phase/${phase.id}`,
      phase.title,
      children.length === 0 ? 'nothing open' : String(children.length),
      children,
    );
  });
  return group('route', 'Next actions', gaps.length === 0 ? 'none' : String(gaps.length), phases);
}

function group(id: string, label: string, description: string, children: readonly CoverageNode[]): CoverageNode {
  return {
    id,
    label,
    description,
    state: 'group',
    tooltip: lines(label, description),
    open: children.some((child) => child.open),
    place: undefined,
    action: undefined,
    children,
  };
}

function nodePlace(snapshot: Snapshot, at: Place): NodePlace {
  const { path, span } = snapshot.locate(at);
  const position = snapshot.texts.get(path)?.lines.positionAt(span.start) ?? { line: 0, character: 0 };
  return { path, line: position.line, character: position.character };
}

function lines(...parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n');
}

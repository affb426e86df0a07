import { documentState } from '../../coverage/document-state';
import type { DocumentRecord } from '../../kinds/record';
import { reviewDue } from '../../workspace/evidence';
import { filledText, valueOf } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import type { WorkspaceView } from '../../workspace/workspace-view';
import { type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { count, documentStateMark, late, orNone, pathText } from './words';

const CLASSES = [
  ['governing', 'Governing documents'],
  ['register', 'Registers'],
  ['record', 'Records'],
] as const;

/** Every document that was recognised, by class, with who answers for it and when it is due. */
export function documentsSection(snapshot: Snapshot): Section {
  const { view } = snapshot;
  const tables = CLASSES.map(([name, title]) => {
    const own = view.documents.filter((document) => document.kind.class === name);
    if (own.length === 0) return undefined;
    return table({
      caption: title,
      remark: count(own.length, 'document'),
      columns: [
        ['Document', 42],
        ['State', 18],
        ['Version, owner', 20],
        ['Approved or dated, review', 20],
      ],
      rows: own.map((document) => documentRow(view, document)),
    });
  });
  return section('documents', 'Documents', count(view.documents.length, 'document'), html`${tables}`);
}

function documentRow(view: WorkspaceView, document: DocumentRecord): Html {
  const { metadata, kind, path, title, recognised, why } = document;
  const approved = valueOf(metadata, 'approved_on');
  const by = filledText(metadata, 'approved_by');
  const dated = ['assessed_on', 'held_on', 'reviewed', 'date']
    .map((field) => valueOf(metadata, field))
    .find((day) => day !== '');
  const due = document.status === 'approved' ? reviewDue(view, document) : valueOf(metadata, 'next_review');
  const version = filledText(metadata, 'version');
  const state = documentState(view, document);
  const remarks = [
    ...(kind.title === title ? [] : [kind.title]),
    ...(recognised === 'shape' ? [`recognised by ${why}`] : []),
  ];
  return html`<tr><th scope="row">${title !== '' && html`${title}<br>`}${pathText(path)}<span class="soft">${remarks.join(', ')}</span></th>
<td>${documentStateMark(state)}</td>
<td>${version !== '' && html`<span class="soft">version ${version}</span>`}${kind.class === 'record' ? filledText(metadata, 'owner') : orNone(filledText(metadata, 'owner'), 'No owner')}</td>
<td>${approved !== '' ? html`${approved}${by !== '' && html`<span class="soft">by ${by}</span>`}` : dated}${
    due !== '' &&
    state !== 'retired' &&
    state !== 'superseded' &&
    html`<p>${due < view.today ? late(`review was due ${due}`) : `review by ${due}`}</p>`
  }</td></tr>
`;
}

import { evidenceTitle, type ReferencedEvidence, referencedEvidence } from '../../coverage/referenced-evidence';
import type { Snapshot } from '../../workspace/snapshot';
import { Address, type Content, type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { answer, count, late, orNone, pathText } from './words';

/** Every piece of evidence that is referred to: whether it is there, what it supports, and how long it counts. */
export function evidenceSection(snapshot: Snapshot): Section {
  const all = referencedEvidence(snapshot);
  const missing = all.filter(({ there }) => there === 'missing').length;
  const body =
    all.length === 0
      ? html`<p>Nothing is referred to as evidence.</p>`
      : table({
          caption: 'Evidence that the statement and the registers refer to',
          remark: count(all.length, 'item'),
          columns: [
            ['Evidence', 38],
            ['There', 16],
            ['Supports', 26],
            ['Date, holds until', 20],
          ],
          rows: all.map((each) => evidenceRow(snapshot, each)),
        });
  return section('evidence', 'Evidence', missing === 0 ? count(all.length, 'item') : `${missing} missing`, body);
}

function evidenceRow({ view }: Snapshot, evidence: ReferencedEvidence): Html {
  const { date, until, uses } = evidence;
  const subjects = [
    ...new Set(uses.map(({ subject, about }) => (/control/.test(about) ? subject : `${about} ${subject}`))),
  ];
  return html`<tr><th scope="row">${nameOf(evidence)}</th><td>${there(evidence)}</td><td>${subjects.join(', ')}</td><td>${orNone(date, 'Undated')}${
    until !== '' && html`<p>${until < view.today ? late(`until ${until}`) : `until ${until}`}</p>`
  }</td></tr>
`;
}

function nameOf(evidence: ReferencedEvidence): Content {
  const { target, there } = evidence;
  const address = there === 'web' ? Address.web(target) : undefined;
  if (address) return html`<a href="${address}" rel="noreferrer">${target}</a>`;
  if (there === 'words') return target;
  const title = evidenceTitle(evidence);
  return html`${title !== '' && html`${title}<br>`}${pathText(target)}`;
}

function there({ there }: ReferencedEvidence): Html {
  switch (there) {
    case 'file':
      return answer('yes', 'exists');
    case 'missing':
      return answer('no', 'missing');
    case 'outside':
      return answer('unclear', 'outside this folder');
    case 'folder':
      return answer('unclear', 'a folder');
    case 'web':
      return answer('unclear', 'not checked here');
    case 'words':
      return answer('unclear', 'words only');
  }
}

import type { Finding } from '../../workspace/finding';
import { foldId } from '../../workspace/names';
import { nearestId } from '../../workspace/nearest';
import { relativePath } from '../../workspace/paths';
import type { Snapshot } from '../../workspace/snapshot';
import { editing } from '../change';
import { setField } from '../edits/field-edits';
import { type Action, quickFix } from './action';
import { declareKind } from './declare-kind';
import { movedTo, replaceAt, writtenAddress } from './replace-reference';

type FixMaker = (snapshot: Snapshot, finding: Finding) => Action[];

/** What corrects a finding of a rule. `fix: true` only where the correction is certain; a guess is offered, never run by itself. */
export const FIXES: Readonly<Record<string, FixMaker>> = {
  'soa/control-title': (snapshot, finding) => {
    const { at, data } = finding;
    if (at.on !== 'field') return [];
    const { row, field } = at;
    const title = String(data.own ?? '');
    const other = String(data.other ?? '');
    const actions: Action[] = [];
    if (field === 'title') {
      actions.push(
        likely(finding, `Write the title of ${row.id}: ${title}`, false, () =>
          editing(setField(snapshot, row, 'title', title)),
        ),
      );
      const taken = snapshot.view.document(row.path)?.rows.some((each) => each.id === other);
      if (!taken)
        actions.push(
          quickFix(finding, `Make this the row of ${other}`, () => editing(setField(snapshot, row, 'id', other))),
        );
    }
    return actions;
  },
  'soa/unknown-control': (snapshot, finding) => {
    const { at } = finding;
    if (at.on !== 'field' && at.on !== 'row') return [];
    const near = nearestId(at.row.id, snapshot.view.catalogue.controls.keys());
    return near === ''
      ? []
      : [likely(finding, `Write ${near}`, false, () => editing(setField(snapshot, at.row, 'id', near)))];
  },
  'reference/unresolved': (snapshot, finding) => [...nearFix(snapshot, finding), ...movedFix(snapshot, finding)],
  'reference/broken-link': movedFix,
  'evidence/missing': movedFix,
  'reference/case-mismatch': (snapshot, finding) => {
    const written = writtenAddress(snapshot, finding);
    const real = String(finding.data.path ?? '');
    if (written === undefined || real === '') return [];
    const hash = written.indexOf('#');
    const address =
      relativePath(finding.path, real).replace(/[ ()]/g, encodeURIComponent) + (hash < 0 ? '' : written.slice(hash));
    return [
      likely(finding, `Write the real name: ${address}`, true, () => replaceAt(snapshot, finding, address, written)),
    ];
  },
  'reference/by-name': (snapshot, finding) => {
    const id = String(finding.data.id ?? '');
    return id === '' ? [] : [likely(finding, `Refer by id: ${id}`, true, () => replaceAt(snapshot, finding, id))];
  },
  'reference/missing-anchor': (snapshot, finding) => {
    const near = String(finding.data.near ?? '');
    const written = writtenAddress(snapshot, finding);
    if (near === '' || written === undefined || !written.includes('#')) return [];
    const address = `${written.slice(0, written.indexOf('#'))}#${near}`;
    return [likely(finding, `Link to #${near}`, false, () => replaceAt(snapshot, finding, address, written))];
  },
  'document/unknown-value': (snapshot, finding) => {
    const { at } = finding;
    if (at.on !== 'field' || !at.item) return [];
    const definition = at.row.fields.get(at.field)?.definition;
    const words =
      definition?.type === 'boolean' ? ['true', 'false'] : (definition?.values ?? []).map(({ value }) => value);
    const near = nearestId(at.item.text.replace(/[\s-]+/g, '_'), words);
    return near === '' ? [] : [likely(finding, `Write ${near}`, false, () => replaceAt(snapshot, finding, near))];
  },
  'document/kind-undeclared': (snapshot, finding) =>
    declareKind(snapshot, finding.path)
      ? [likely(finding, `Declare the kind: ${finding.data.kind}`, true, () => declareKind(snapshot, finding.path))]
      : [],
};

/** An id of which there is one that differs only in padding or separators is certain; another near one is a guess. */
function nearFix(snapshot: Snapshot, finding: Finding): Action[] {
  const near = String(finding.data.near ?? '');
  const { at } = finding;
  if (near === '' || finding.message === 'pathNear' || finding.message === 'group' || at.on !== 'field' || !at.item)
    return [];
  const written = at.item.text;
  const plain = (id: string) =>
    foldId(id)
      .replace(/[^\p{L}\p{N}.]+/gu, '')
      .replace(/(?<!\d)0+(?=\d)/g, '');
  const certain = plain(at.item.value) === plain(near);
  return [
    likely(finding, `Write ${near}`, certain, () =>
      replaceAt(snapshot, finding, near, written.includes(at.item?.value ?? '\u0000') ? at.item?.value : undefined),
    ),
  ];
}

function movedFix(snapshot: Snapshot, finding: Finding): Action[] {
  const written = writtenAddress(snapshot, finding);
  const address = written === undefined ? undefined : movedTo(snapshot, finding.path, written);
  if (written === undefined || address === undefined) return [];
  return [likely(finding, `Link to ${address}`, true, () => replaceAt(snapshot, finding, address, written))];
}

/** What most likely is meant; `fix` where it is certain. */
function likely(finding: Finding, title: string, fix: boolean, change: Action['change']): Action {
  return quickFix(finding, title, change, { fix, preferred: true });
}

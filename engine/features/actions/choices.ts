import { isLive } from '../../workspace/document-status';
import type { Finding } from '../../workspace/finding';
import { foldId } from '../../workspace/names';
import { nearestId } from '../../workspace/nearest';
import { relativePath } from '../../workspace/paths';
import { isMeantAsPath } from '../../workspace/references';
import type { Snapshot } from '../../workspace/snapshot';
import { documentName } from '../../workspace/wording';
import { type Change, editing } from '../change';
import { type FileEdit, insertField, setFact, setField } from '../edits/field-edits';
import { freeId } from '../scaffold/free-id';
import { whyOnlyByHand } from '../scaffold/human-fields';
import { type Action, quickFix } from './action';
import { nearestSetting } from './nearest-setting';
import { replaceAt, writtenAddress } from './replace-reference';
import { closeFrontMatter, quoteValue } from './syntax-repairs';
import { takeOut } from './take-out-exception';

/**
 * What somebody can choose: what is written where the finding stands, or a title with the edit. A text alone replaces
 * `expected`, or without it all that is marked. Nothing is offered where the edit cannot be made.
 */
interface Choice {
  readonly title?: string;
  readonly text?: string;
  readonly expected?: string;
  readonly edit?: FileEdit | undefined;
}

type ChoiceMaker = (snapshot: Snapshot, finding: Finding, data: Readonly<Record<string, string>>) => readonly Choice[];

/** Corrections that only a person can choose: what is meant is a guess, or there are several. None runs by itself. */
const CHOICES: Readonly<Record<string, ChoiceMaker>> = {
  'date/ambiguous': (_, __, { first = '', second = '' }) => [{ text: first }, { text: second }],
  'reference/ambiguous': ({ view }, { related }) =>
    related.flatMap(({ at }) =>
      at.on === 'row' && view.names.byId(at.row.id).length === 1
        ? [{ title: `Refer by id: ${at.row.id}`, text: at.row.id }]
        : [],
    ),
  'assessment/system-unknown': nearestOfKind,
  'risk/system-unknown': nearestOfKind,
  'system/model-unknown': nearestOfKind,
  'reference/wrong-kind': nearestOfKind,
  'reference/version-behind': (_, { at }, { written = '', current = '' }) => {
    const text = (at.on === 'field' && at.item?.text) || '';
    // A version that stands apart from its id, or is more than a number, is for a person to write.
    return text.endsWith(written) && /^[\w.-]+$/.test(current)
      ? [{ text: text.slice(0, -written.length) + current.replace(/^v/i, '') }]
      : [];
  },
  'document/register-disagrees': (snapshot, { at }, { there = '' }) => {
    if (at.on !== 'field' || there === 'approved') return [];
    const value = at.field === 'status' ? there.replace(' ', '_') : there;
    return [{ title: `Write what the document says: ${there}`, edit: setField(snapshot, at.row, at.field, value) }];
  },
  'document/metadata-conflict': (snapshot, { at, related, path }, { first = '', other = '' }) => {
    const above = related[0]?.at;
    const text = snapshot.texts.get(path);
    if (at.on !== 'fact' || above?.on !== 'field' || !text || whyOnlyByHand(above.field)) return [];
    return [
      { title: `Write ${first} here, as above`, edit: setFact(text, at.block, at.fact, first) },
      { title: `Write ${other} above, as here`, edit: setField(snapshot, above.row, above.field, other) },
    ];
  },
  'document/superseded-but-referenced': (snapshot, finding, { newer }) => {
    const expected = writtenAddress(snapshot, finding);
    const found = snapshot.view.documents.find(
      (each) => isLive(each) && each.metadata.fields.has('supersedes') && documentName(each) === newer,
    );
    if (!found || !expected) return [];
    // The heading that was linked to in the old document need not exist in the new one.
    const address = relativePath(finding.path, found.path).replace(/[ ()]/g, encodeURIComponent);
    const text = isMeantAsPath(expected) ? address : found.metadata.id;
    return [{ title: `Refer to ${newer}`, text, expected }];
  },
  'framework/undecided': (snapshot, { path }) => {
    const row = snapshot.view.document(path)?.metadata;
    return ['iso-42001', 'iso-27001'].map((framework) => ({
      title: `This is about ${snapshot.view.catalogue.frameworkName(framework)}`,
      edit: row && insertField(snapshot, row, 'framework', framework),
    }));
  },
  'id/duplicate': (snapshot, { at, path }) => {
    const kind = snapshot.view.document(path)?.kind;
    if (at.on !== 'field' || !kind) return [];
    const id = freeId(snapshot.view, at.row.definition ? at.row.entity : (kind.single ?? kind.kind));
    return [{ title: `Give this one the id ${id}`, edit: setField(snapshot, at.row, 'id', id) }];
  },
  'configuration/invalid': nearestSetting,
  'exception/unused': (snapshot, { at }, { rule }) => [
    { title: `Remove the exception for ${rule}`, edit: takeOut(snapshot, at) },
  ],
  'syntax/yaml': (snapshot, finding, { text, detail }) => {
    if (text) return [{ text: `"${text}"` }];
    return detail?.endsWith('quotation marks')
      ? [{ title: 'Put the text in quotation marks', edit: quoteValue(snapshot, finding) }]
      : [];
  },
  'syntax/front-matter': (snapshot, finding) => [
    { title: 'Close the block with ---', edit: closeFrontMatter(snapshot, finding) },
  ],
};

/** What can be chosen for a finding; offered, and never run by itself. */
export function choices(snapshot: Snapshot, finding: Finding): Action[] {
  const data = Object.fromEntries(Object.entries(finding.data).map(([name, value]) => [name, String(value)]));
  return (CHOICES[finding.rule]?.(snapshot, finding, data) ?? []).flatMap(
    ({ text, expected, edit, title = `Write ${text}` }) => {
      // What a message shortens is not all that stands there.
      const isWhole = !title.includes('…');
      const change: Change | undefined = text ? replaceAt(snapshot, finding, text, expected) : editing(edit);
      return change && isWhole ? [quickFix(finding, title, () => change)] : [];
    },
  );
}

/** The id next to a wrong one, of those that the field may name and does not name yet. */
function nearestOfKind({ view }: Snapshot, { at }: Finding): Choice[] {
  if (at.on !== 'field' || !at.item) return [];
  const { definition, items = [] } = at.row.fields.get(at.field) ?? {};
  const named = items.map(({ value }) => foldId(value));
  const ids = [...view.names.all()]
    .filter(
      ({ entity, id, row }) => definition?.refersTo?.includes(entity) && row !== at.row && !named.includes(foldId(id)),
    )
    .map(({ id }) => id);
  const { value } = at.item;
  return [{ text: nearestId(value, ids), expected: value }];
}

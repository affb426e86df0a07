import type { DocumentRecord, Place } from '../../kinds/record';
import { isLive } from '../../workspace/document-status';
import { onFact, onField } from '../../workspace/places';
import { fieldReferences, linkReferences } from '../../workspace/references';
import { documentLedTo, type Resolution } from '../../workspace/resolve';
import { documentName } from '../../workspace/wording';
import { defineRule } from '../rule';

export default defineRule({
  id: 'document/superseded-but-referenced',
  scope: 'workspace',
  severity: 'warning',
  references: ['7.5.3'],
  reads: 'all',
  messages: {
    retired: '{target} is retired, yet this still refers to it. Refer to what holds now, or take the reference out.',
    replaced: '{target} has been replaced by {newer}, yet this still refers to the old one. Refer to {newer}.',
    superseded: '{target} has been replaced, yet this still refers to it. Refer to what holds now.',
  },
  *check(view) {
    const gone = (resolution: Resolution, from: DocumentRecord): DocumentRecord | undefined => {
      // A row of a retired register leads to that register; both are out of use.
      const target = documentLedTo(resolution);
      if (!target || target === from || target.status === 'template') return undefined;
      return target.status === 'retired' || view.isSuperseded(target) ? target : undefined;
    };
    const say = (target: DocumentRecord) => {
      const newer = view.documents.find((document) => isLive(document) && replaces(document, target));
      const data = { target: documentName(target), newer: newer ? documentName(newer) : '' };
      return { message: newer ? 'replaced' : target.status === 'retired' ? 'retired' : 'superseded', data };
    };
    const replaces = (document: DocumentRecord, target: DocumentRecord): boolean => {
      const field = document.metadata.fields.get('supersedes');
      return (
        field?.items.some((item) => documentLedTo(view.resolve(document.path, item, field.definition)) === target) ===
        true
      );
    };
    for (const document of view.documents) {
      if (!isLive(document) || view.isSuperseded(document)) continue;
      for (const { row, field, item, resolution } of fieldReferences(document, view)) {
        if (
          field.definition.name === 'supersedes' ||
          ['document-entry', 'external-document', 'change'].includes(row.entity)
        )
          continue;
        const target = gone(resolution, document);
        if (target) yield { at: onField(row, field.definition.name, item), ...say(target) };
      }
      // A record keeps what held on its day; a document that guides people today does not.
      if (document.kind.class !== 'governing') continue;
      for (const link of linkReferences(document, view)) {
        if (isAboutThePast(document, link)) continue;
        const target = gone(link.resolution, document);
        if (target && !replaces(document, target)) yield { at: onFact(document.path, link), ...say(target) };
      }
    }
  },
});

function isAboutThePast(document: DocumentRecord, link: Place): boolean {
  return document.sections.some(
    ({ block, endBlock, title }) =>
      link.block >= block &&
      link.block < endBlock &&
      /histor|change|version|supersed|replac|archiv|retired|former|previous|verlauf|änderung|abgelöst/i.test(title),
  );
}

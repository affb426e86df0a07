import type { DocumentRecord } from '../kinds/record';
import { filledText, foldId } from './names';

const SUFFIX = /[._-](en|de|fr|es|nl|ja|it|pt|pl|zh|ko)(?=\.[^./]+$)/i;

/** True for translations of one document: the same id, or the same path but for a language, and each in another language. */
export function areTranslations(documents: readonly DocumentRecord[]): boolean {
  const languages = documents.map(languageOf);
  const identities = new Set(documents.map(identityOf));
  return (
    new Set(documents).size === documents.length &&
    identities.size === 1 &&
    new Set(languages).size === documents.length
  );
}

/** The language a document says, or its file name does (`risks.de.csv`); empty where neither. */
function languageOf(document: DocumentRecord): string {
  return (
    filledText(document.metadata, 'language').toLowerCase() || (SUFFIX.exec(document.path)?.[1]?.toLowerCase() ?? '')
  );
}

function identityOf(document: DocumentRecord): string {
  return document.metadata.id === '' ? document.path.replace(SUFFIX, '').toLowerCase() : foldId(document.metadata.id);
}

import { defineKind } from '../define-kind';

/** How something is done, step by step. */
export default defineKind({
  kind: 'procedure',
  title: 'Procedure',
  class: 'governing',
  purpose: 'Says how something is done: who starts, who does what, who decides, and what is kept. Its `clauses` name what it serves.',
  clauses: [],
  controls: [],
  fields: [],
  rows: [],
  sections: [
    { id: 'purpose', title: 'Purpose', synonyms: ['purpose of this procedure', 'introduction', 'objective of this procedure', 'overview', 'zweck', 'einleitung', 'zielsetzung', 'objet', 'finalité', 'propósito', 'objeto', 'finalidad', 'doel van', 'inleiding', '目的'], help: 'What is the procedure for?' },
    { id: 'scope', title: 'Scope', synonyms: ['applicability', 'when this applies', 'geltungsbereich', 'anwendungsbereich', 'périmètre', "champ d'application", 'alcance', 'ámbito', 'toepassingsgebied', 'reikwijdte', '適用範囲'], help: 'When and for what is it used?' },
    { id: 'responsibilities', title: 'Responsibilities', synonyms: ['roles and responsibilities', 'responsibility', 'roles', 'accountability', 'verantwortlichkeiten', 'verantwortung', 'zuständigkeiten', 'responsabilités', 'responsabilidades', 'verantwoordelijkheden', '役割と責任'], help: 'Who does what, and who decides?' },
  ],
  shape: {
    titles: [/^(?!.*\bstored\b).*\bprocedure(?: template)?\s*(?:$|[—–:(|])/i, /^procedure(?: for|:| [—–-])/i, /^standard operating procedure\b/i, /Verfahrensanweisung|Arbeitsanweisung/i, /^procédure (?:de|d['’]|pour)/i, /^procedimiento (?:de|para)/i, /手順書/],
    fileNames: [/(?:^|-)procedure(?:-template)?$/i, /verfahrensanweisung/i, /(?:^|-)procedimiento(?:$|-)/i],
  },
});

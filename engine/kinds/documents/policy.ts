import { defineKind } from '../define-kind';

/** A policy on one subject, beside the AI policy (A.2 and others). */
export default defineKind({
  kind: 'policy',
  title: 'Policy',
  class: 'governing',
  purpose: 'Says what holds for one subject, such as data for AI or human oversight. Its `controls` name what it serves.',
  clauses: [],
  controls: ['A.2.3'],
  fields: [],
  rows: [],
  sections: [
    { id: 'purpose', title: 'Purpose', synonyms: ['purpose of this policy', 'introduction', 'overview', 'policy statement', 'zweck', 'einleitung', 'zielsetzung', 'objet', 'finalité', 'propósito', 'objeto', 'finalidad', 'doel van', 'inleiding', '目的'], help: 'What is this policy there to reach?' },
    { id: 'scope', title: 'Scope', synonyms: ['applicability', 'who this applies to', 'geltungsbereich', 'anwendungsbereich', 'périmètre', "champ d'application", 'alcance', 'ámbito', 'toepassingsgebied', 'reikwijdte', '適用範囲'], help: 'To whom and to what does it apply?' },
    { id: 'responsibilities', title: 'Responsibilities', synonyms: ['roles and responsibilities', 'responsibility', 'accountability', 'roles', 'verantwortlichkeiten', 'verantwortung', 'zuständigkeiten', 'responsabilités', 'responsabilidades', 'verantwoordelijkheden', '役割と責任'], help: 'Who does what, and who owns the policy?' },
    { id: 'review', title: 'Review', synonyms: ['policy review', 'maintenance', 'review cycle', 'überprüfung', 'überarbeitung', 'révision', 'revue', 'revisión', 'herziening', 'evaluatie', '見直し'], help: 'When is it looked at again?' },
  ],
  shape: {
    titles: [/^(?!security policy$)(?!.*\b(?:privacy|cookie|refund|return|stored|retry|cache|vulnerability disclosure)\b).*\bpolicy(?: statement| template)?\s*(?:$|[—–:(|])/i, /(?:Richtlinie|Leitlinie)\s*(?:$|[—–:(|])/, /^politique (?:de|d['’]|relative)/i, /^política (?:de|sobre)/i, /(?:^| )\w*beleid\s*(?:$|[—–:(|])/i],
    fileNames: [/^(?!.*(?:privacy|cookie|refund|return|retry|cache|bucket|network|^security-policy$))[a-z0-9-]+-(?:policy|richtlinie|leitlinie|beleid)(?:-template)?$/i],
  },
});

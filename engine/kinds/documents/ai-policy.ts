import { defineKind } from '../define-kind';

/** The AI policy of top management (5.2, A.2.2). */
export default defineKind({
  kind: 'ai-policy',
  title: 'AI policy',
  class: 'governing',
  purpose: 'Says in a few pages what the organisation wants and refuses with AI, and what its management commits to.',
  clauses: ['5.2'],
  controls: ['A.2.2', 'A.2.3', 'A.2.4'],
  oneOf: true,
  fields: [],
  rows: [],
  sections: [
    { id: 'purpose', title: 'Purpose', synonyms: ['purpose of this policy', 'introduction', 'intent', 'objective of this policy', 'policy statement', 'zweck', 'einleitung', 'zielsetzung', 'objet', 'finalité', 'introduction', 'propósito', 'objeto', 'finalidad', 'doel van', 'inleiding', '目的'], help: 'Why does the organisation have this policy, and what does it want from AI?' },
    { id: 'scope', title: 'Scope', synonyms: ['applicability', 'scope of this policy', 'who this applies to', 'geltungsbereich', 'anwendungsbereich', 'périmètre', "champ d'application", 'alcance', 'ámbito', 'toepassingsgebied', 'reikwijdte', '適用範囲'], help: 'To whom and to which AI systems does it apply?' },
    { id: 'principles', title: 'Principles', synonyms: ['ai principles', 'guiding principles', 'responsible ai', 'values', 'grundsätze', 'leitprinzipien', 'prinzipien', 'leitsätze', 'principes', 'valeurs', 'principios', 'valores', 'beginselen', '原則'], help: 'What holds for every AI system here, and what will you not do?' },
    { id: 'commitments', title: 'Commitments', synonyms: ['commitment', 'management commitment', 'we commit', 'verpflichtung', 'verpflichtungen', 'selbstverpflichtung', 'engagements', 'compromisos', 'compromiso', 'verbintenis', 'toezegging', 'コミットメント', '誓約'], help: 'Does management commit to the requirements that apply, to AI objectives and to getting better?' },
    { id: 'roles', title: 'Roles and responsibilities', synonyms: ['responsibilities', 'responsibility', 'roles', 'accountability', 'governance', 'who does what', 'verantwortlichkeiten', 'verantwortung', 'zuständigkeiten', 'rollen', 'responsabilités', 'rôles', 'responsabilidades', 'verantwoordelijkheden', '役割と責任'], help: 'Who answers for the policy and for keeping to it?' },
    { id: 'review', title: 'Review', synonyms: ['policy review', 'review and maintenance', 'review cycle', 'maintenance', 'überprüfung', 'überarbeitung', 'prüfung der richtlinie', 'révision', 'revue', 'revisión', 'herziening', 'evaluatie', 'beoordeling', '見直し'], help: 'When is it looked at again, and what makes that happen sooner?' },
  ],
  shape: {
    titles: [/(?<!\b(?:generative|of|for|using) )\b(?:AI|AIMS|artificial intelligence)(?:[ -](?:management system|governance))?[ -]policy(?: statement| template)?\s*(?:$|[—–:(|-])/i, /\bKI-(?:Richtlinie|Politik|Leitlinie)\b/i, /politique (?:en matière )?d['’](?:IA\b|intelligence artificielle)/i, /política de (?:la )?(?:IA\b|inteligencia artificial)/i, /\bAI-beleid\b/i, /AI(?:基本)?(?:方針|ポリシー)/],
    fileNames: [/(?:^|-)(?<!(?:generative|of|for)-)(?:ai|aims|artificial-intelligence)(?:-(?:management-system|governance))?-policy(?:-statement|-template)?(?:$|[.]|-v?\d|-[a-z]{2}$)/i, /(?:^|-)ki-(?:richtlinie|politik|leitlinie)(?:$|[-.])/i],
  },
});

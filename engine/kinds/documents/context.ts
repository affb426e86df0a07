import { defineKind } from '../define-kind';

/** The organisation, its roles towards AI and the issues around it (4.1). */
export default defineKind({
  kind: 'context',
  title: 'Context of the organisation',
  class: 'governing',
  purpose: 'Says who you are, what role you play towards AI, and which issues inside and outside help or hinder.',
  clauses: ['4.1'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'issue',
      list: 'issues',
      listSynonyms: ['internal issues', 'external issues', 'context issues', 'themen', 'enjeux', 'cuestiones'],
      title: 'issue',
      identity: 'issue',
      fields: [
        { name: 'id', type: 'id', synonyms: ['issue id', 'nr', 'no', 'ref', 'identifiant', '番号'], help: 'A short name for the issue, if you use one.' },
        { name: 'issue', type: 'text', requiredFrom: 'draft', synonyms: ['issues', 'factor', 'topic', 'context issue', 'title', 'thema', 'faktor', 'enjeu', 'cuestión', 'factor de contexto', 'kwestie', 'onderwerp', '課題'], help: 'What it is, in one sentence.' },
        { name: 'type', type: 'enum', values: [{ value: 'internal', meaning: 'It lies inside the organisation.', synonyms: ['intern', 'interne', 'interno', 'interna', '内部'] }, { value: 'external', meaning: 'It lies outside.', synonyms: ['extern', 'externe', 'externo', 'externa', '外部'] }], synonyms: ['internal/external', 'internal or external', 'issue type', 'art', 'tipo', 'soort', '内部/外部'], help: 'Internal or external.' },
        { name: 'effect', type: 'text', synonyms: ['impact', 'impact on aims', 'effect on aims', 'relevance', 'relevance to aims', 'auswirkung', 'bedeutung', 'effet', 'pertinence', 'efecto', 'relevancia', 'gevolg', 'relevantie', '影響'], help: 'How it helps or hinders the management system.' },
        { name: 'response', type: 'text', synonyms: ['action', 'how addressed', 'treatment', 'measures', 'umgang', 'maßnahme', 'réponse', 'respuesta', 'reactie', '対応'], help: 'What you do about it, or where that is written.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that watches it.' },
        { name: 'last_reviewed', type: 'date', synonyms: ['last reviewed', 'reviewed', 'letzte prüfung', 'dernière revue', 'última revisión'], help: 'When it was last looked at.' },
      ],
    },
  ],
  sections: [
    { id: 'roles', title: 'Our roles towards AI', synonyms: ['roles towards ai', 'role in the ai', 'our role', 'ai roles', 'organisational role', 'organization role', 'provider', 'unsere rolle', 'rollen in bezug', 'rôle vis-à-vis', 'nos rôles', 'papel respecto', 'nuestro papel', 'onze rol', 'AIに対する役割'], help: 'Which role do you play towards which AI systems: provider, deployer, developer, user?' },
    { id: 'internal-issues', title: 'Internal issues', synonyms: ['internal context', 'internal factors', 'internal and external', 'external and internal', 'interne themen', 'interner kontext', 'enjeux internes', 'contexte interne', 'cuestiones internas', 'contexto interno', 'interne kwesties', 'interne context', '内部の課題'], help: 'What inside the organisation helps or hinders: people, skills, structure, contracts?' },
    { id: 'external-issues', title: 'External issues', synonyms: ['external context', 'external factors', 'internal and external', 'external and internal', 'externe themen', 'externer kontext', 'enjeux externes', 'contexte externe', 'cuestiones externas', 'contexto externo', 'externe kwesties', 'externe context', '外部の課題'], help: 'What outside helps or hinders: law, market, technology, culture, climate where it matters?' },
  ],
  shape: {
    titles: [/\bcontext of (?:the )?organi[sz]ation\b/i, /\borgani[sz]ational context\b/i, /\b(?:AIMS|AI management system) context\b/i, /Kontext der Organisation/i, /contexte de l['’]organisme|contexte de l['’]organisation/i, /contexto de la organización/i, /context van de organisatie/i, /組織の状況/],
    fileNames: [/(?:^|-)(?:context-of-the-organi[sz]ation|organi[sz]ation(?:al)?-context|aims-context)(?:$|[-.])/i, /kontext-der-organisation/i],
  },
});

import { defineKind } from '../define-kind';

/** Who has an interest in the management system and what they need (4.2). */
export default defineKind({
  kind: 'interested-parties',
  title: 'Interested parties',
  class: 'register',
  purpose: 'Lists who has an interest in your AI, what they need, and which of those needs the management system takes up.',
  clauses: ['4.2'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'party',
      list: 'parties',
      listSynonyms: ['interested parties', 'stakeholders', 'interessierte parteien', 'parties intéressées', 'partes interesadas', 'belanghebbenden'],
      title: 'interested party',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['party id', 'stakeholder id', 'nr', 'no', 'ref', 'identifiant', 'identificador', '番号'], help: 'A short name for the party, if you use one.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['interested party', 'party', 'stakeholder', 'stakeholder group', 'interessierte partei', 'anspruchsgruppe', 'partie intéressée', 'parte interesada', 'belanghebbende', 'naam', '利害関係者'], help: 'Who it is. People affected by your systems belong here, too.' },
        { name: 'needs', type: 'text', requiredFrom: 'draft', synonyms: ['needs and expectations', 'requirements', 'expectations', 'interest / expectation', 'interest', 'nature of interest / concern', 'relevant requirements', 'bedürfnisse', 'erwartungen', 'anforderungen', 'erfordernisse und erwartungen', 'besoins', 'besoins et attentes', 'attentes', 'exigences', 'necesidades', 'necesidades y expectativas', 'expectativas', 'behoeften', 'verwachtingen', 'behoeften en verwachtingen', 'ニーズ', 'ニーズと期待'], help: 'What they need or expect.' },
        { name: 'addressed', type: 'boolean', synonyms: ['addressed by aims', 'addressed in aims', 'addressed?', 'relevant', 'relevance', 'relevance to aims', 'berücksichtigt', 'pris en compte', 'abordado', 'atendido', 'behandeld', '対応する'], help: 'Whether the management system takes this up.' },
        { name: 'how', type: 'text', synonyms: ['how addressed', 'response', 'engagement method', 'engagement', 'approach', 'umgang', 'wie berücksichtigt', 'comment', 'cómo', 'hoe', '対応方法'], help: 'Where or how it is taken up.' },
        { name: 'owner', type: 'text', synonyms: ['contact', 'responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that keeps in touch.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\binterested parties\b/i, /\bstakeholder (?:register|analysis)\b/i, /Interessierte Parteien/i, /parties intéressées/i, /partes interesadas/i, /belanghebbenden/i, /利害関係者/],
    fileNames: [/(?:^|-)interested-part(?:ies|y)(?:$|[-.])/i, /(?:^|-)stakeholder-(?:register|analysis)(?:$|[-.])/i, /interessierte-parteien/i],
  },
});

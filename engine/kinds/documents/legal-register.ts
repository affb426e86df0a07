import { defineKind } from '../define-kind';

/** Obligations from law and contract (4.1, 4.2). */
export default defineKind({
  kind: 'legal-register',
  title: 'Legal register',
  class: 'register',
  purpose: 'Lists the laws, contracts and other obligations that matter for your AI systems and what each asks of you.',
  clauses: ['4.1', '4.2'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'obligation',
      list: 'obligations',
      listSynonyms: ['legal requirements', 'requirements', 'laws', 'pflichten', 'rechtspflichten', 'obligaciones', 'verplichtingen'],
      title: 'obligation',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['obligation id', 'requirement id', 'legal id', 'nr', 'no', 'ref', 'identifiant', 'identificador', '番号'], help: 'A short name, such as OBL-04.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['obligation', 'requirement', 'legal requirement', 'duty', 'title', 'pflicht', 'rechtspflicht', 'anforderung', 'verpflichtung', 'exigence', 'obligación', 'requisito', 'requisito legal', 'verplichting', 'eis', '義務', '要求事項'], help: 'What has to be done or left.' },
        { name: 'source', type: 'text', synonyms: ['law', 'regulation', 'legislation', 'legal source', 'law / regulation', 'law or contract', 'contract', 'article', 'legal reference', 'gesetz', 'rechtsquelle', 'quelle', 'loi', 'règlement', 'ley', 'norma', 'fuente', 'wet', 'bron', '法令', '根拠'], help: 'The law with its article, or the contract.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'affected systems', 'applies to', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '対象システム'], help: 'The AI systems it concerns, or all.' },
        { name: 'meaning', type: 'text', synonyms: ['what it means for us', 'what it means', 'relevance', 'impact on aims', 'how met', 'how addressed', 'interpretation', 'implementation', 'bedeutung', 'was das für uns heißt', 'umsetzung', 'signification', 'significado', 'cumplimiento', 'betekenis', '当社への影響'], help: 'What it means for you in practice and where that is dealt with.' },
        { name: 'applies_from', type: 'date', synonyms: ['applies from', 'effective date', 'in force since', 'applicable from', 'deadline', 'application date', 'gilt ab', 'anwendbar ab', 'applicable à partir du', 'aplicable desde', 'van toepassing vanaf', '適用日'], help: 'The day from which it applies.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'verantwortlich', 'zuständig', 'responsable', 'eigenaar', '責任者'], help: 'The role that watches it.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'review date', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When it is checked again.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:legal|regulatory|compliance|obligations?)(?: and (?:contractual|regulatory|other))?(?: obligations?| requirements?)? register\b/i, /\blegal(?:,| and) (?:regulatory|contractual)(?: and contractual)? (?:obligations|requirements)\b/i, /Rechts(?:kataster|register|verzeichnis)/i, /registre (?:légal|juridique|des obligations)/i, /registro (?:legal|de obligaciones|de requisitos legales)/i, /wettenregister|register van wet/i, /法令登録簿|法規制一覧/],
    fileNames: [/(?:^|-)(?:legal|regulatory|obligations?)-(?:requirements-)?register(?:$|[-.])/i, /rechtskataster/i],
  },
});

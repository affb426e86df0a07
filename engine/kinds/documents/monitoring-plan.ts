import { defineKind } from '../define-kind';

/** What is measured, how, how often and by whom (9.1, A.6.2.6). */
export default defineKind({
  kind: 'monitoring-plan',
  title: 'Monitoring plan',
  class: 'governing',
  purpose: 'Says what you watch about your AI systems and the management system, how, how often, and who does it.',
  clauses: ['9.1'],
  controls: ['A.6.2.6'],
  fields: [],
  rows: [
    {
      entity: 'metric',
      list: 'metrics',
      listSynonyms: ['monitoring', 'measurements', 'indicators', 'kpis', 'kennzahlen', 'indicateurs', 'indicadores', 'indicatoren'],
      title: 'metric',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['metric id', 'kpi id', 'monitoring id', 'ref', 'nr', 'no', 'identifiant', 'identificador', '番号'], help: 'A short name that results refer to, such as MET-007.' },
        { name: 'metric', type: 'text', requiredFrom: 'draft', synonyms: ['indicator', 'metric / indicator', 'kpi', 'kri', 'measure', 'what is monitored', 'what is measured', 'parameter', 'name', 'title', 'kennzahl', 'messgröße', 'indikator', 'indicateur', 'métrique', 'indicador', 'métrica', 'indicator naam', 'maatstaf', '指標', '監視項目'], help: 'What is watched or measured.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'ki-system', 'ki-systeme', 'système', 'systèmes', 'sistema', 'sistemas', 'systeem', 'systemen', '対象システム'], help: 'The AI systems it is about, or all.' },
        { name: 'method', type: 'text', synonyms: ['monitoring method', 'how', 'how measured', 'measurement method', 'data source', 'tool', 'methode', 'messmethode', 'méthode', 'método', 'werkwijze', '方法', '測定方法'], help: 'How it is measured, so that two people get the same result.' },
        { name: 'frequency', type: 'text', synonyms: ['interval', 'how often', 'when', 'monitoring frequency', 'period', 'häufigkeit', 'intervall', 'turnus', 'fréquence', 'périodicité', 'frecuencia', 'periodicidad', 'frequentie', '頻度'], help: 'How often, such as monthly. Then a missing result shows.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'who', 'by whom', 'verantwortlich', 'wer', 'responsable', 'quién', 'eigenaar', 'verantwoordelijke', '責任者', '担当'], help: 'The role that does it.' },
        { name: 'target', type: 'text', synonyms: ['target value', 'threshold', 'limit', 'alert threshold', 'threshold for alert', 'trigger', 'acceptance criteria', 'zielwert', 'schwellenwert', 'grenzwert', 'cible', 'seuil', 'umbral', 'valor objetivo', 'streefwaarde', 'drempelwaarde', '目標値', '閾値'], help: 'The value that is good, and the one at which somebody acts.' },
        { name: 'evaluation', type: 'text', synonyms: ['evaluated by', 'reported to', 'reporting', 'evaluated when', 'escalation', 'auswertung', 'bewertung durch', 'évaluation', 'evaluación', 'evaluatie', '評価'], help: 'Who looks at the results, and when.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bmonitoring(?:,| and) (?:measurement|evaluation)(?:.*)? plan\b/i, /\bmonitoring plan\b/i, /(?:Überwachungs|Monitoring-?)plan/i, /plan de (?:surveillance|suivi)/i, /plan de (?:seguimiento|monitorización|monitoreo)/i, /(?:monitoring|bewakings)plan/i, /監視(?:測定)?計画/],
    fileNames: [/(?:^|-)monitoring(?:-and-measurement|-and-evaluation)?-plan(?:$|[-.])/i, /ueberwachungsplan|überwachungsplan/i],
  },
});

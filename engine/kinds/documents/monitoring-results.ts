import { defineKind } from '../define-kind';

/** What monitoring showed (9.1). */
export default defineKind({
  kind: 'monitoring-results',
  title: 'Monitoring results',
  class: 'record',
  purpose: 'Keeps what monitoring showed: which value, when, and whether it met its target.',
  clauses: ['9.1'],
  controls: ['A.6.2.6'],
  fields: [],
  rows: [
    {
      entity: 'result',
      list: 'results',
      listSynonyms: ['monitoring results', 'measurements', 'ergebnisse', 'résultats', 'resultados', 'resultaten'],
      title: 'result',
      identity: 'metric',
      fields: [
        { name: 'metric', type: 'text', refersTo: ['metric'], requiredFrom: 'draft', synonyms: ['metric id', 'kpi', 'kpi id', 'indicator', 'measure', 'kennzahl', 'indikator', 'messgröße', 'indicateur', 'métrique', 'indicador', 'métrica', 'maatstaf', '指標'], help: 'The metric of the monitoring plan: its id.' },
        { name: 'date', type: 'date', requiredFrom: 'draft', synonyms: ['measured on', 'month', 'measurement date', 'datum', 'gemessen am', 'mesuré le', 'fecha', 'meetdatum', '日付', '測定日'], help: 'The day of the result, or the month it is for.' },
        { name: 'period', type: 'text', synonyms: ['period covered', 'reporting period', 'quarter', 'zeitraum', 'berichtszeitraum', 'période', 'periodo', 'período', 'periode', '対象期間'], help: 'The month, quarter or year the value is for, where that is not the day of the result.' },
        { name: 'value', type: 'text', requiredFrom: 'draft', synonyms: ['result', 'actual', 'measured value', 'reading', 'wert', 'messwert', 'ist', 'ergebnis', 'valeur', 'résultat', 'valor', 'resultado', 'waarde', 'resultaat', '値', '結果'], help: 'What was measured, with its unit.' },
        { name: 'met', type: 'boolean', values: [
          { value: 'true', meaning: 'The target was met.', synonyms: ['met', 'target met', 'within target', 'within limits', 'achieved', 'pass', 'passed', 'ok', 'green', 'erreicht', 'eingehalten', 'atteint', 'conforme', 'cumplido', 'alcanzado', 'gehaald', '達成'] },
          { value: 'false', meaning: 'The target was missed.', synonyms: ['not met', 'missed', 'target missed', 'outside target', 'above limit', 'below target', 'fail', 'failed', 'red', 'breach', '🔴', 'nicht erreicht', 'verfehlt', 'überschritten', 'non atteint', 'no cumplido', 'no alcanzado', 'niet gehaald', '未達'] },
        ], synonyms: ['target met', 'target met?', 'within target', 'met target', 'on target', 'rag', 'ziel erreicht', 'erreicht', 'cible atteinte', 'atteint', 'objetivo cumplido', 'cumplido', 'doel gehaald', 'gehaald', '達成'], help: 'Whether the target was met.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'ki-system', 'système', 'sistema', 'systeem', '対象システム'], help: 'The AI systems it is for, where the metric covers several.' },
        { name: 'action', type: 'text', synonyms: ['actions', 'action taken', 'follow-up', 'actions required', 'maßnahme', 'massnahme', 'mesure prise', 'acción', 'actie', '処置'], help: 'What was done where a target was missed.' },
        { name: 'notes', type: 'text', synonyms: ['note', 'comment', 'comments', 'remarks', 'bemerkung', 'kommentar', 'commentaire', 'comentario', 'opmerking', '備考'], help: 'What one has to know to read the value right.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['report', 'evidence link', 'nachweis', 'preuve', 'evidencia', 'bewijs', '証拠'], help: 'Where the data or the report is.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bmonitoring (?:results|report|log)\b/i, /(?:Überwachungs|Monitoring-?)(?:ergebnisse|bericht)/i, /résultats de surveillance/i, /resultados de seguimiento/i, /monitoringresultaten/i, /監視結果/],
    fileNames: [/(?:^|-)monitoring-(?:results|report)(?:$|[-.])/i, /ueberwachungsergebnisse|überwachungsergebnisse/i],
  },
});

import { defineKind } from '../define-kind';

/** What you want to reach with AI and how you see it (6.2). */
export default defineKind({
  kind: 'objectives',
  title: 'AI objectives',
  class: 'register',
  purpose: 'Says what you want to reach with AI, how it is measured, who does what and by when, and what came of it.',
  clauses: ['6.2'],
  controls: ['A.6.1.2', 'A.9.3'],
  fields: [],
  rows: [
    {
      entity: 'objective',
      list: 'objectives',
      listSynonyms: ['ai objectives', 'goals', 'ziele', 'objectifs', 'objetivos', 'doelstellingen'],
      title: 'objective',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['obj id', 'objective id', 'objective no', 'ref', 'reference', 'no', 'nr', 'ziel-id', 'identifiant', 'identificador', '番号'], help: 'A short name, such as OBJ-003.' },
        { name: 'objective', type: 'text', requiredFrom: 'draft', synonyms: ['objective statement', 'objective description', 'ai objective', 'title', 'name', 'goal', 'description', 'ziel', 'zielsetzung', 'objectif', 'objetivo', 'doelstelling', 'doel', '目標', '目的'], help: 'What you want to reach, in one sentence.' },
        { name: 'measure', type: 'text', synonyms: ['kpi', 'metric', 'indicator', 'measure of success', 'how measured', 'measurement', 'kennzahl', 'messgröße', 'indikator', 'indicateur', 'mesure', 'métrique', 'indicador', 'métrica', 'medida', 'indicator / kpi', 'maatstaf', '指標', '測定方法'], help: 'What you measure to see it.' },
        { name: 'target', type: 'text', synonyms: ['target value', 'goal value', 'threshold', 'zielwert', 'soll', 'sollwert', 'cible', 'valeur cible', 'meta', 'valor objetivo', 'streefwaarde', '目標値'], help: 'The value that counts as reached.' },
        { name: 'actions', type: 'text', synonyms: ['action', 'action plan', 'what will be done', 'plan', 'initiatives', 'maßnahmen', 'massnahmen', 'aktionen', "plan d'action", 'acciones', 'plan de acción', 'acties', '実施事項', '施策'], help: 'What is done for it.' },
        { name: 'resources', type: 'text', synonyms: ['resource', 'resources required', 'budget', 'ressourcen', 'mittel', 'ressources', 'recursos', 'middelen', '資源'], help: 'Who and what is needed: people, time, money.' },
        { name: 'owner', type: 'text', synonyms: ['objective owner', 'responsible', 'who', 'verantwortlich', 'responsable', 'propietario', 'eigenaar', 'verantwoordelijke', '責任者'], help: 'The role that answers for it.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'target date', 'deadline', 'timeframe', 'timeline', 'when', 'completion date', 'fällig', 'termin', 'bis wann', 'frist', 'échéance', 'délai', 'plazo', 'fecha límite', 'vencimiento', 'streefdatum', 'deadline datum', '期限'], help: 'By when it is reached.' },
        { name: 'evaluation', type: 'text', synonyms: ['how evaluated', 'evaluation of results', 'evaluation method', 'monitoring', 'monitoring method', 'monitoring frequency', 'bewertung', 'auswertung', 'évaluation', 'evaluación', 'seguimiento', 'evaluatie', '評価方法'], help: 'How and how often you look at the result.' },
        { name: 'result', type: 'text', synonyms: ['results', 'current result', 'period result', 'actual', 'actual value', 'outcome', 'achieved', 'ergebnis', 'ist', 'istwert', 'résultat', 'réalisé', 'resultado', 'resultaat', '結果', '実績'], help: 'What came of it, with the date. Write met or missed once it is due.' },
        { name: 'policy', type: 'text', list: true, refersTo: ['document', 'path'], synonyms: ['policy alignment', 'policy reference', 'related policy', 'policy link', 'richtlinie', 'bezug zur richtlinie', 'politique', 'política', 'beleid', '方針'], help: 'The policy that the objective serves.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:AI|AIMS)(?: management system)? objectives\b/i, /^objectives register\b/i, /\bKI-Ziele\b/i, /objectifs (?:d['’]|en matière d['’]|de l['’])IA\b/i, /objetivos de (?:la )?IA\b/i, /AI-doelstellingen/i, /AI(?:の)?(?:目標|目的)/],
    fileNames: [/(?:^|-)(?:ai|aims)-objectives(?:-register)?(?:$|[-.])/i, /(?:^|-)objectives-register(?:$|[-.])/i, /(?:^|-)ki-ziele(?:$|[-.])/i],
  },
});

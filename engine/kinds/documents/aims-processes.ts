import { defineKind } from '../define-kind';

/** The processes of the management system and how they connect (4.4). */
export default defineKind({
  kind: 'aims-processes',
  title: 'Processes of the AI management system',
  class: 'governing',
  purpose: 'Shows on one page which processes exist, who runs them and what each hands to the next.',
  clauses: ['4.4'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'process',
      list: 'processes',
      listSynonyms: ['process map', 'prozesse', 'processus', 'procesos', 'processen'],
      title: 'process',
      identity: 'process',
      fields: [
        { name: 'id', type: 'id', synonyms: ['process id', 'prozess-id', 'nr', 'no', '番号'], help: 'A short name for the process, if you use one.' },
        { name: 'process', type: 'text', requiredFrom: 'draft', synonyms: ['process name', 'name', 'activity', 'prozess', 'processus', 'proceso', 'proces', 'プロセス'], help: 'What the process is called.' },
        { name: 'starts_when', type: 'text', synonyms: ['starts when', 'trigger', 'input', 'inputs', 'auslöser', 'eingaben', 'déclencheur', 'entrées', 'entradas', 'disparador', 'aanleiding', 'invoer', '入力'], help: 'What starts it and what it needs.' },
        { name: 'result', type: 'text', synonyms: ['output', 'outputs', 'ergebnis', 'ergebnisse', 'résultat', 'sorties', 'resultado', 'salidas', 'resultaat', 'uitvoer', '出力'], help: 'What it delivers.' },
        { name: 'goes_to', type: 'text', synonyms: ['goes to', 'recipient', 'customer', 'next process', 'geht an', 'empfänger', 'destinataire', 'destinatario', 'gaat naar', '次工程'], help: 'Which process or role takes the result.' },
        { name: 'owner', type: 'text', synonyms: ['run by', 'process owner', 'responsible', 'prozesseigner', 'prozessverantwortlicher', 'verantwortlich', 'pilote', 'responsable', 'proceseigenaar', 'eigenaar', '責任者'], help: 'The role that runs it.' },
        { name: 'documents', type: 'text', list: true, refersTo: ['document', 'path'], synonyms: ['document', 'procedure', 'procedures', 'reference', 'dokumente', 'procédure', 'procedimiento', '文書'], help: 'Where it is written down.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bprocesses of the (?:AIMS|AI management system)\b/i, /\b(?:AIMS|AI management system) (?:processes|process map|manual)\b/i, /Prozesse des (?:KI-Managementsystems|KIMS|AIMS)|Prozesslandkarte.*KI/i, /processus du (?:système de management de l['’]IA|SMIA)/i, /procesos del (?:sistema de gestión de (?:la )?IA|SGIA)/i, /processen van het AI-managementsysteem/i],
    fileNames: [/(?:^|-)aims-(?:processes|process-map|manual)(?:$|[-.])/i, /ai-management-system-(?:processes|manual)/i],
  },
});

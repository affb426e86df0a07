import { defineKind } from '../define-kind';
import { OPEN_STATUS } from '../fields/action-status';

/** Concerns that people raised (A.3.3). */
export default defineKind({
  kind: 'concern-log',
  title: 'Concern log',
  class: 'register',
  purpose: 'Lists concerns that people raised about AI and what came of them. Names of those who raised them do not belong here.',
  clauses: [],
  controls: ['A.3.3'],
  fields: [],
  rows: [
    {
      entity: 'concern',
      list: 'concerns',
      listSynonyms: ['concern log', 'reports', 'complaints', 'bedenken', 'hinweise', 'préoccupations', 'inquietudes', 'meldingen'],
      title: 'concern',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['concern id', 'concern no', 'case id', 'ref', 'nr', 'no', 'hinweis-id', 'identifiant', 'identificador', 'meldingsnummer', '番号'], help: 'A short name, such as CON-001.' },
        { name: 'date', type: 'date', requiredFrom: 'draft', synonyms: ['raised on', 'date raised', 'received on', 'date received', 'reported on', 'datum', 'eingegangen am', 'gemeldet am', 'reçu le', 'date de réception', 'fecha', 'recibido el', 'ontvangen op', '受付日'], help: 'The day it was raised.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'ki-system', 'ki-systeme', 'système', 'systèmes', 'sistema', 'sistemas', 'systeem', 'systemen', '対象システム'], help: 'The AI systems it is about, if any.' },
        { name: 'description', type: 'text', requiredFrom: 'draft', synonyms: ['concern', 'concern description', 'summary', 'title', 'bedenken', 'hinweis', 'beschreibung', 'anliegen', 'préoccupation', 'descripción', 'inquietud', 'beschrijving', 'melding', 'zorg', '懸念', '内容'], help: 'What the concern is, without naming the person.' },
        { name: 'channel', type: 'text', synonyms: ['reporting channel', 'how raised', 'received via', 'raised by', 'source', 'kanal', 'meldeweg', 'canal', 'kanaal', '経路'], help: 'How it reached you, such as the form, a talk, or without a name.' },
        { name: 'outcome', type: 'text', synonyms: ['result', 'resolution', 'response', 'decision', 'action taken', 'ergebnis', 'entscheidung', 'maßnahme', 'résultat', 'suite donnée', 'resultado', 'resolución', 'uitkomst', 'resultaat', '結果', '対応'], help: 'What came of it, and whether the person got an answer.' },
        { name: 'owner', type: 'text', synonyms: ['handled by', 'responsible', 'assigned to', 'verantwortlich', 'bearbeitet von', 'responsable', 'eigenaar', 'behandelaar', '担当者'], help: 'The role that handles it; not the one it is about.' },
        { name: 'status', type: 'enum', values: OPEN_STATUS, synonyms: ['state', 'concern status', 'zustand', 'statut', 'estado', '状況'], help: 'Whether it is still open.' },
        { name: 'closed_on', type: 'date', synonyms: ['closed', 'date closed', 'closed date', 'resolved on', 'geschlossen am', 'abgeschlossen am', 'clos le', 'cerrado el', 'gesloten op', '完了日'], help: 'The day it was closed.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:AI )?concerns? (?:log|register)\b/i, /(?:Hinweis|Bedenken)(?:register|verzeichnis)/i, /registre des préoccupations/i, /registro de (?:inquietudes|preocupaciones)/i, /register van zorgen/i],
    fileNames: [/(?:^|-)concerns?-(?:log|register)(?:$|[-.])/i, /hinweisregister/i],
  },
});

import { defineKind } from '../define-kind';
import { ACTION_STATUS } from '../fields/action-status';

/** What could be better, and what came of it (10.1). */
export default defineKind({
  kind: 'improvement-log',
  title: 'Improvement log',
  class: 'register',
  purpose: 'Lists ideas and chances to make the management system or an AI system better, and what came of them.',
  clauses: ['10.1'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'improvement',
      list: 'improvements',
      listSynonyms: ['opportunities', 'improvement log', 'ideas', 'verbesserungen', 'améliorations', 'mejoras', 'verbeteringen'],
      title: 'improvement',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['improvement id', 'ofi id', 'ref', 'nr', 'no', 'identifiant', 'identificador', 'verbeternummer', '番号'], help: 'A short name, such as IMP-004.' },
        { name: 'date', type: 'date', requiredFrom: 'draft', synonyms: ['date raised', 'raised on', 'raised', 'proposed on', 'datum', 'vorgeschlagen am', 'date de proposition', 'fecha', 'datum voorstel', '提案日'], help: 'The day it came up.' },
        { name: 'source', type: 'text', synonyms: ['origin', 'raised from', 'raised by', 'quelle', 'herkunft', 'origine', 'origen', 'bron', '発生元'], help: 'Where it came up: an audit, a review, a result, a person.' },
        { name: 'finding', type: 'text', requiredFrom: 'draft', synonyms: ['improvement', 'opportunity', 'improvement opportunity', 'opportunity for improvement', 'idea', 'suggestion', 'description', 'title', 'verbesserung', 'verbesserungsvorschlag', 'idee', 'beschreibung', 'amélioration', 'mejora', 'oportunidad de mejora', 'descripción', 'verbetering', 'verbetervoorstel', '改善事項', '改善提案'], help: 'What could be better, and why.' },
        { name: 'clause', type: 'text', list: true, refersTo: ['clause'], synonyms: ['clauses', 'iso clause', 'kapitel', 'normkapitel', 'chapitre', 'cláusula', 'normparagraaf', '箇条'], help: 'The clause it belongs to, if any.' },
        { name: 'control', type: 'text', list: true, refersTo: ['control'], synonyms: ['controls', 'control id', 'annex a control', 'kontrolle', 'mesure annexe a', 'beheersmaatregel', '管理策'], help: 'The control it belongs to, if any.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '対象システム'], help: 'The AI systems it is about, if any.' },
        { name: 'cause', type: 'text', synonyms: ['root cause', 'ursache', 'causa', 'oorzaak', '原因'], help: 'What lies behind it, where that is known.' },
        { name: 'similar_elsewhere', type: 'text', synonyms: ['similar elsewhere', 'similar cases', 'extent', 'ähnliche fälle', 'cas similaires', 'casos similares', 'vergelijkbare gevallen', '水平展開'], help: 'Where else it would help.' },
        { name: 'correction', type: 'text', synonyms: ['immediate action', 'sofortmaßnahme', 'acción inmediata', 'directe correctie', '応急処置'], help: 'What was done at once, if anything.' },
        { name: 'action', type: 'text', synonyms: ['actions', 'proposed action', 'improvement action', 'maßnahme', 'massnahme', 'mesure', 'acción', 'actie', 'maatregel', '処置', '改善策'], help: 'What is done about it.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'action owner', 'assigned to', 'verantwortlich', 'responsable', 'eigenaar', '担当者', '責任者'], help: 'The role that sees it through.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'deadline', 'target date', 'fällig', 'frist', 'échéance', 'vencimiento', 'fecha límite', 'vervaldatum', '期限'], help: 'By when.' },
        { name: 'status', type: 'enum', values: ACTION_STATUS, synonyms: ['state', 'progress', 'zustand', 'statut', 'estado', '状況'], help: 'How far it has come.' },
        { name: 'closed_on', type: 'date', synonyms: ['closed', 'date closed', 'closed date', 'completed on', 'geschlossen am', 'abgeschlossen am', 'clos le', 'cerrado el', 'gesloten op', '完了日'], help: 'The day it was finished.' },
        { name: 'effectiveness', type: 'text', synonyms: ['effectiveness check', 'effect', 'benefit', 'result', 'wirksamkeit', 'wirkung', 'efficacité', 'eficacia', 'doeltreffendheid', 'effect gemeten', '有効性', '効果'], help: 'What it brought.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:continual |continuous )?improvements? (?:log|register)\b/i, /Verbesserungs(?:register|liste|protokoll)/i, /registre (?:des|d['’])améliorations?/i, /registro de mejoras/i, /verbeterregister/i, /改善(?:台帳|記録)/],
    fileNames: [/(?:^|-)improvements?-(?:log|register)(?:$|[-.])/i, /verbesserungs(?:register|liste)/i],
  },
});

import { defineKind } from '../define-kind';
import { ACTION_STATUS } from '../fields/action-status';

/** Who does what about which risk, and by when (6.1.3, 8.3). */
export default defineKind({
  kind: 'risk-treatment-plan',
  title: 'AI risk treatment plan',
  class: 'governing',
  purpose: 'Says who does what about which risk and by when. The risk owners approve it and what remains.',
  clauses: ['6.1.3', '8.3'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'treatment',
      list: 'treatments',
      listSynonyms: ['treatment plan', 'actions', 'behandlungen', 'maßnahmen'],
      title: 'treatment',
      identity: 'risk',
      fields: [
        { name: 'id', type: 'id', synonyms: ['treatment id', 'action id', 'plan id', 'ref', 'nr', 'no', 'maßnahmen-id', 'identifiant', 'identificador', '番号'], help: 'A short name for the line, if you use one.' },
        { name: 'risk', type: 'text', list: true, refersTo: ['risk'], requiredFrom: 'draft', synonyms: ['risk id', 'risk ids', 'risks', 'risk ref', 'risk reference', 'related risk', 'related risks', 'risiko', 'risiken', 'risiko-id', 'risque', 'risques', 'id risque', 'riesgo', 'riesgos', 'id riesgo', 'risico', "risico's", 'リスク', 'リスクID'], help: 'The risk that is treated: its id in the risk register.' },
        { name: 'controls', type: 'text', list: true, refersTo: ['control'], synonyms: ['control', 'control reference', 'control ref', 'control id', 'control implemented', 'planned controls', 'annex a controls', 'annex a control', 'kontrolle', 'kontrollen', 'contrôle', 'mesures', 'controles', 'beheersmaatregelen', 'beheersmaatregel', '管理策'], help: 'The controls that are put in place, such as A.6.2.4.' },
        { name: 'action', type: 'text', synonyms: ['actions', 'treatment action', 'treatment', 'treatment detail', 'description', 'measure', 'task', 'mitigation', 'maßnahme', 'massnahme', 'behandlung', 'aktion', 'mesure', 'action de traitement', 'acción', 'tratamiento', 'actie', 'maatregel', '処置', '対策'], help: 'What is done, so that one can see later whether it was.' },
        { name: 'owner', type: 'text', synonyms: ['action owner', 'treatment owner', 'responsible', 'responsible person', 'assigned to', 'verantwortlich', 'verantwortlicher', 'responsable', 'propietario', 'eigenaar', 'verantwoordelijke', '責任者', '担当者'], help: 'The role that does it.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'due on', 'target date', 'target', 'deadline', 'implementation date', 'completion date', 'fällig', 'fällig am', 'termin', 'zieltermin', 'frist', 'échéance', 'date cible', 'fecha límite', 'fecha objetivo', 'vencimiento', 'streefdatum', 'vervaldatum', '期限'], help: 'By when it is done.' },
        { name: 'status', type: 'enum', values: ACTION_STATUS, synonyms: ['action status', 'treatment status', 'progress', 'implementation status', 'umsetzungsstatus', 'fortschritt', 'statut', 'état', 'estado', 'voortgang', '状況', '進捗'], help: 'How far it has come.' },
        { name: 'approved_by', type: 'text', synonyms: ['approved by', 'approver', 'risk owner approval', 'approved', 'genehmigt von', 'freigegeben von', 'approuvé par', 'aprobado por', 'goedgekeurd door', '承認者'], help: 'The risk owner who approved it. Only that person fills this in.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\brisk treatment plan\b/i, /Risikobehandlungsplan/i, /plan de traitement des? risques/i, /plan de tratamiento de riesgos/i, /risicobehandelplan/i, /リスク対応計画/],
    fileNames: [/(?:^|-)(?:risk-)?treatment-plan(?:$|[-.])/i, /^(?:.*-)?rtp(?:$|[-.])/i, /risikobehandlungsplan/i, /risicobehandelplan/i],
  },
});

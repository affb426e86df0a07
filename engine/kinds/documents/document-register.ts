import { defineKind } from '../define-kind';
import { CLASS_FIELDS } from '../metadata';

// A list says "active" or "current" of a document that is in force; in the document itself that would be no approval.
const STATUS = (CLASS_FIELDS.governing.find((field) => field.name === 'status')?.values ?? []).map((status) =>
  status.value === 'approved' ? { ...status, synonyms: [...(status.synonyms ?? []), 'active', 'current', 'valid', 'live', 'released', 'published', 'gültig', 'aktiv', 'en vigueur', 'vigente', 'geldig', '有効', '✅', '🟢'] } : status,
);

/** Which documents exist and where (7.5). */
export default defineKind({
  kind: 'document-register',
  title: 'Document register',
  class: 'register',
  purpose: 'Lists the documents of the management system with version, owner and place, so that everybody finds the one in force.',
  clauses: ['7.5.1', '7.5.2', '7.5.3'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'document-entry',
      list: 'documents',
      listSynonyms: ['document list', 'master list', 'dokumente', 'documenten', 'documentos'],
      title: 'document',
      // A row names a document that has this id itself: it defines no id of its own.
      identity: 'document',
      fields: [
        { name: 'document', type: 'text', refersTo: ['document', 'path'], requiredFrom: 'draft', synonyms: ['id', 'document id', 'doc id', 'document no', 'document number', 'doc no', 'doc ref', 'document reference', 'reference', 'ref', 'dokument-id', 'dokumentnummer', 'dokument', 'nr', 'identifiant', 'référence', 'identificador', 'código', 'documentnummer', '文書番号'], help: 'The document: its id or a link to it.' },
        { name: 'title', type: 'text', synonyms: ['document title', 'document name', 'name', 'titel', 'bezeichnung', 'titre', 'título', '文書名'], help: 'What it is called.' },
        { name: 'type', type: 'text', synonyms: ['document type', 'doc type', 'category', 'dokumenttyp', 'dokumentart', 'type de document', 'tipo de documento', 'documenttype', '種類'], help: 'What kind of document it is.' },
        { name: 'version', type: 'text', synonyms: ['current version', 'revision', 'rev', 'versie', 'versión', '版', 'バージョン'], help: 'The version in force, in quotes.' },
        { name: 'owner', type: 'text', synonyms: ['document owner', 'responsible', 'verantwortlich', 'dokumentenverantwortlicher', 'propriétaire', 'responsable', 'propietario', 'eigenaar', '責任者', '管理者'], help: 'The role that keeps it right.' },
        { name: 'status', type: 'enum', values: STATUS, synonyms: ['document status', 'dokumentstatus', 'statut', 'estado', '状態'], help: 'Where the document is in its life.' },
        { name: 'approved_by', type: 'text', synonyms: ['approved by', 'approver', 'genehmigt von', 'freigegeben von', 'approuvé par', 'aprobado por', 'goedgekeurd door', '承認者'], help: 'Who approved it.' },
        { name: 'approved_on', type: 'date', synonyms: ['approved on', 'approval date', 'date approved', 'genehmigt am', 'freigegeben am', 'approuvé le', 'aprobado el', 'goedgekeurd op', '承認日'], help: 'The day it was approved.' },
        { name: 'last_reviewed', type: 'date', synonyms: ['last reviewed', 'last review', 'letzte prüfung', 'dernière revue', 'última revisión', 'laatst beoordeeld', '最終レビュー'], help: 'When it was last looked at.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When it has to be looked at again.' },
        { name: 'clauses', type: 'text', list: true, refersTo: ['clause'], synonyms: ['clause', 'clause reference', 'iso clause', 'kapitel', 'normkapitel', 'chapitre', 'cláusula', 'paragraaf', '箇条'], help: 'The clauses it serves.' },
        { name: 'location', type: 'text', refersTo: ['path', 'document'], synonyms: ['path', 'file', 'link', 'url', 'storage', 'storage location', 'where', 'ablage', 'ablageort', 'speicherort', 'emplacement', 'ubicación', 'locatie', 'vindplaats', '保管場所'], help: 'Where it is kept.' },
        { name: 'classification', type: 'text', synonyms: ['confidentiality', 'access', 'vertraulichkeit', 'klassifizierung', 'confidentialité', 'confidencialidad', 'vertrouwelijkheid', '機密区分'], help: 'Who may read it.' },
        { name: 'retention', type: 'text', synonyms: ['retention period', 'keep until', 'aufbewahrung', 'aufbewahrungsfrist', 'conservation', 'conservación', 'bewaartermijn', '保存期間'], help: 'How long it is kept.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:document|documented information)s? (?:register|control register|master list|index)\b/i, /\bmaster (?:document list|list of documents)\b/i, /Dokumenten(?:register|verzeichnis|liste|lenkungsliste)/i, /registre (?:documentaire|des documents)|liste maîtresse/i, /lista maestra de documentos|registro de documentos/i, /documentenregister/i, /文書(?:管理)?台帳/],
    fileNames: [/(?:^|-)(?:document|documents)-register(?:$|[-.])/i, /(?:^|-)master-document-list(?:$|[-.])/i, /dokumenten(?:register|verzeichnis)/i],
  },
});

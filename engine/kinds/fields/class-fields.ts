import type { AllowedValue, DocumentClass, FieldDefinition } from '../kind';

const STATUS: readonly AllowedValue[] = [
  {
    value: 'draft',
    meaning: 'Being written; nobody may rely on it yet.',
    synonyms: ['entwurf', 'brouillon', 'borrador', 'concept', '草案', 'wip', 'work in progress'],
  },
  {
    value: 'in_review',
    meaning: 'Written and waiting for approval.',
    synonyms: [
      'in review',
      'under review',
      'review',
      'in prüfung',
      'en revue',
      'en revisión',
      'in beoordeling',
      'レビュー中',
    ],
  },
  {
    value: 'approved',
    meaning: 'Approved by the person named, on the date named.',
    synonyms: ['genehmigt', 'freigegeben', 'approuvé', 'aprobado', 'goedgekeurd', '承認済み', 'in force', 'effective'],
  },
  {
    value: 'retired',
    meaning: 'No longer valid; kept for the record.',
    synonyms: [
      'obsolete',
      'archived',
      'superseded',
      'withdrawn',
      'zurückgezogen',
      'außer kraft',
      'abrogé',
      'retirado',
      'vervallen',
      '廃止',
    ],
  },
  {
    value: 'template',
    meaning: 'A form to copy. It counts for nothing until it is filled.',
    synonyms: ['vorlage', 'modèle', 'plantilla', 'sjabloon', 'テンプレート'],
  },
];

const common: readonly FieldDefinition[] = [
  { name: 'kind', type: 'text', help: 'What this document is. The rest of the checks follow from it.', synonyms: [] },
  {
    name: 'id',
    type: 'id',
    synonyms: [
      'document id',
      'doc id',
      'document number',
      'document no',
      'reference',
      'doc ref',
      'dokument-id',
      'identifier',
    ],
    help: 'A short name that other documents use, such as POL-1. It stays the same for ever.',
  },
  {
    name: 'title',
    type: 'text',
    synonyms: ['document title', 'titel', 'titre', 'título', '表題'],
    help: 'What the document is called.',
  },
  {
    name: 'language',
    type: 'text',
    synonyms: ['lang', 'sprache'],
    help: 'The language it is written in, such as en or de. Translations share one id.',
  },
  {
    name: 'version',
    type: 'text',
    synonyms: ['document version', 'revision', 'rev', 'versie', 'versión', '版'],
    help: 'The version of the document. Write it in quotes, so that 1.10 stays 1.10.',
  },
  {
    name: 'status',
    type: 'enum',
    values: STATUS,
    synonyms: ['document status', 'dokumentstatus', 'statut', 'estado'],
    help: 'Where the document is in its life.',
  },
  {
    name: 'owner',
    type: 'text',
    synonyms: [
      'document owner',
      'policy owner',
      'responsible',
      'verantwortlich',
      'eigentümer',
      'dokumentenverantwortlicher',
      'propriétaire',
      'responsable',
      'eigenaar',
      '責任者',
      'author/owner',
    ],
    help: 'The role (better than a name) that keeps the document right.',
  },
  {
    name: 'framework',
    type: 'text',
    synonyms: ['standard'],
    help: 'The framework that ids in this document belong to, such as iso-42001.',
  },
  {
    name: 'controls',
    type: 'text',
    list: true,
    refersTo: ['control'],
    synonyms: ['annex a controls', 'related controls', 'iso 42001 controls'],
    help: 'The controls this document serves.',
  },
  {
    name: 'clauses',
    type: 'text',
    list: true,
    refersTo: ['clause'],
    synonyms: ['related clauses', 'iso clause', 'clause'],
    help: 'The clauses this document serves.',
  },
  {
    name: 'supersedes',
    type: 'id',
    refersTo: ['document', 'path'],
    synonyms: ['replaces', 'ersetzt'],
    help: 'The document this one replaces.',
  },
  { name: 'classification', type: 'text', synonyms: ['confidentiality', 'vertraulichkeit'], help: 'Who may read it.' },
];

const governing: readonly FieldDefinition[] = [
  {
    name: 'approved_by',
    type: 'text',
    requiredFrom: 'approved',
    synonyms: [
      'approved by',
      'approver',
      'approval',
      'freigegeben von',
      'genehmigt von',
      'approuvé par',
      'aprobado por',
      'goedgekeurd door',
      '承認者',
      'approval authority',
    ],
    help: 'Who approved it: a name or a body. Only that person fills this in.',
  },
  {
    name: 'approved_on',
    type: 'date',
    requiredFrom: 'approved',
    synonyms: [
      'approved on',
      'approval date',
      'date approved',
      'freigegeben am',
      'genehmigt am',
      'approuvé le',
      'aprobado el',
      'goedgekeurd op',
      '承認日',
      'date of approval',
    ],
    help: 'The day it was approved. Write 2026-11-20.',
  },
  {
    name: 'next_review',
    type: 'date',
    synonyms: [
      'next review date',
      'review due',
      'review date',
      'next revision',
      'review by',
      'nächste prüfung',
      'nächste überprüfung',
      'prochaine revue',
      'próxima revisión',
      'volgende beoordeling',
      '次回レビュー',
    ],
    help: 'When it has to be looked at again.',
  },
  {
    name: 'effective_date',
    type: 'date',
    synonyms: ['effective from', 'gültig ab', 'valid from'],
    help: 'The day from which it applies.',
  },
  {
    name: 'review_cycle',
    type: 'text',
    synonyms: ['review frequency', 'review interval', 'prüfintervall'],
    help: 'How often it is reviewed, such as yearly.',
  },
  {
    name: 'last_reviewed',
    type: 'date',
    synonyms: ['last review', 'last updated', 'last reviewed on', 'letzte prüfung'],
    help: 'When it was last looked at.',
  },
];

const register: readonly FieldDefinition[] = [
  {
    name: 'reviewed',
    type: 'date',
    synonyms: ['last reviewed', 'reviewed on', 'last review', 'last updated', 'updated', 'letzte prüfung', 'stand'],
    help: 'When the register was last gone through as a whole.',
  },
  {
    name: 'next_review',
    type: 'date',
    synonyms: ['next review date', 'review due', 'nächste prüfung'],
    help: 'When it has to be gone through again.',
  },
];

const record: readonly FieldDefinition[] = [
  {
    name: 'date',
    type: 'date',
    synonyms: ['record date', 'held on', 'datum', 'fecha', '日付', 'date of record', 'dated', 'created'],
    help: 'The day it happened or was recorded.',
  },
  {
    name: 'author',
    type: 'text',
    synonyms: [
      'prepared by',
      'recorded by',
      'written by',
      'erstellt von',
      'auteur',
      'autor',
      'opgesteld door',
      '作成者',
    ],
    help: 'Who made the record.',
  },
  {
    name: 'valid_until',
    type: 'date',
    synonyms: ['valid until', 'expires', 'expiry', 'gültig bis'],
    help: 'Until when the record can serve as evidence, where it says so itself.',
  },
  { name: 'reviewed', type: 'date', synonyms: [], help: 'When it was last confirmed.' },
];

/** The metadata fields of a class of documents. */
export const CLASS_FIELDS: Readonly<Record<DocumentClass, readonly FieldDefinition[]>> = {
  governing: [...common, ...governing],
  register: [...common, ...register],
  record: [...common, ...record],
};

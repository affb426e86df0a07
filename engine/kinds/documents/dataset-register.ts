import { defineKind } from '../define-kind';

/** The data used for AI (A.4.3, A.7). */
export default defineKind({
  kind: 'dataset-register',
  title: 'Dataset register',
  class: 'register',
  purpose: 'Lists the data your AI systems were built or tested with or use, where it comes from and what you may do with it.',
  clauses: [],
  controls: ['A.4.3', 'A.7.3', 'A.7.4', 'A.7.5', 'A.7.6'],
  fields: [],
  rows: [
    {
      entity: 'dataset',
      list: 'datasets',
      listSynonyms: ['data', 'data sets', 'data sources', 'datensätze', 'jeux de données', 'conjuntos de datos', 'gegevensverzamelingen'],
      title: 'dataset',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['dataset id', 'data id', 'data set id', 'ref', 'nr', 'datensatz-id', 'identifiant', 'identificador', 'データID'], help: 'A short name, such as DS-002.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['dataset', 'data set', 'dataset name', 'data source', 'datensatz', 'bezeichnung', 'jeu de données', 'nom', 'conjunto de datos', 'nombre', 'gegevensverzameling', 'naam', 'データセット名', 'データセット'], help: 'What the dataset is called.' },
        { name: 'version', type: 'text', synonyms: ['dataset version', 'release', 'snapshot', 'versie', 'versión', 'バージョン'], help: 'The version or delivery in use, in quotes.' },
        { name: 'purpose', type: 'text', synonyms: ['use', 'used for', 'intended use', 'category', 'data category', 'data type', 'training / test', 'zweck', 'verwendung', 'datenkategorie', 'usage', 'uso', 'finalidad', 'doel', '用途'], help: 'What it is used for: training, testing, reference, operation.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'used in', 'used by', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '利用システム'], help: 'The AI systems that use it. The inventory may say it instead.' },
        { name: 'provenance', type: 'text', synonyms: ['origin', 'dataset source', 'collected from', 'collection method', 'acquisition', 'acquired from', 'how obtained', 'lineage', 'herkunft', 'erhebung', 'origine', 'collecte', 'procedencia', 'origen', 'recogida', 'herkomst', '来歴', '取得元'], help: 'Where it comes from, who collected it, how and when.' },
        { name: 'licence', type: 'text', synonyms: ['license', 'rights', 'usage rights', 'terms', 'lizenz', 'nutzungsrechte', 'droits', 'licencia', 'derechos', 'licentie', 'rechten', 'ライセンス'], help: 'What you may do with it, and by what right.' },
        { name: 'quality', type: 'text', synonyms: ['data quality', 'quality criteria', 'quality checks', 'quality requirements', 'known bias', 'datenqualität', 'qualität', 'qualité', 'calidad', 'kwaliteit', '品質', 'データ品質'], help: 'What it has to meet, what was checked and what was found, also for which groups it is weak.' },
        { name: 'preparation', type: 'text', synonyms: ['data preparation', 'processing', 'cleaning', 'labelling', 'labeling', 'pre-processing', 'preprocessing', 'annotation', 'aufbereitung', 'datenaufbereitung', 'préparation', 'preparación', 'voorbereiding', '前処理', 'データ準備'], help: 'What was done with it before use: cleaning, selection, labels, anonymising.' },
        { name: 'personal_data', type: 'boolean', values: [
          { value: 'true', meaning: 'It holds data about persons.', synonyms: ['special categories', 'special category', 'sensitive', 'pseudonymised', 'pseudonymized', 'pii', 'phi', 'health data', 'besondere kategorien', 'pseudonymisiert', 'pseudonymisé', 'seudonimizado', 'gepseudonimiseerd'] },
          { value: 'false', meaning: 'It holds none.', synonyms: ['anonymous', 'anonymised', 'anonymized', 'synthetic', 'no personal data', 'anonym', 'anonymisiert', 'synthetisch', 'anonyme', 'anonymisé', 'anónimo', 'anonimizado', 'anoniem', 'geanonimiseerd', '匿名化'] },
        ], synonyms: ['personal data', 'contains personal data', 'pii', 'personal information', 'personal data processed', 'personenbezogene daten', 'personenbezug', 'données personnelles', 'données à caractère personnel', 'datos personales', 'persoonsgegevens', '個人データ', '個人情報'], help: 'Whether it holds data about persons.' },
        { name: 'legal_basis', type: 'text', synonyms: ['legal basis', 'lawful basis', 'basis', 'gdpr basis', 'rechtsgrundlage', 'base légale', 'base juridique', 'base legal', 'base jurídica', 'rechtsgrond', 'grondslag', '法的根拠'], help: 'What allows you to use the personal data, such as consent or a contract.' },
        { name: 'retention', type: 'text', synonyms: ['retention period', 'kept until', 'deletion', 'aufbewahrung', 'löschfrist', 'conservation', 'conservación', 'bewaartermijn', '保存期間'], help: 'How long it is kept and how it is deleted.' },
        { name: 'owner', type: 'text', synonyms: ['data owner', 'data steward', 'responsible', 'verantwortlich', 'datenverantwortlicher', 'responsable', 'eigenaar', 'gegevenseigenaar', '責任者'], help: 'The role that answers for it.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['datasheet', 'data sheet', 'documentation', 'quality report', 'nachweis', 'datenblatt', 'preuve', 'evidencia', 'bewijs', '証拠'], help: 'The datasheet, quality report or agreement.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When it is looked at again.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:dataset|data set|AI data) (?:register|inventory|registry)\b/i, /Datensatz(?:register|verzeichnis)/i, /registre des (?:jeux de )?données/i, /(?:registro|inventario) de (?:conjuntos de )?datos\b/i, /datasetregister/i, /データセット(?:台帳|一覧)/],
    fileNames: [/(?:^|-)(?:datasets?|ai-data)-(?:register|inventory)(?:$|[-.])/i, /datensatz(?:register|verzeichnis)/i],
  },
});

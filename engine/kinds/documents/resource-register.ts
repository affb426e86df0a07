import { defineKind } from '../define-kind';

/** Tools, computing and people that AI systems depend on (A.4). */
export default defineKind({
  kind: 'resource-register',
  title: 'Resource register',
  class: 'register',
  purpose: 'Lists what your AI systems depend on beside models and data: tools, computing, people.',
  clauses: ['7.1'],
  controls: ['A.4.2', 'A.4.4', 'A.4.5', 'A.4.6'],
  fields: [],
  rows: [
    {
      entity: 'resource',
      list: 'resources',
      listSynonyms: ['ai resources', 'tooling', 'tools', 'ressourcen', 'ressources', 'recursos', 'middelen'],
      title: 'resource',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['resource id', 'asset id', 'ref', 'nr', 'ressourcen-id', 'identifiant', 'identificador', '資源ID'], help: 'A short name, such as RS-04.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['resource', 'resource name', 'tool', 'asset', 'ressource', 'bezeichnung', 'nom', 'recurso', 'nombre', 'middel', 'naam', '資源', '名称'], help: 'What it is called.' },
        { name: 'type', type: 'enum', values: [
          { value: 'tooling', meaning: 'Tools, frameworks and platforms.', synonyms: ['tool', 'tools', 'software', 'framework', 'platform', 'library', 'werkzeug', 'werkzeuge', 'outil', 'herramienta', 'gereedschap', 'ツール'] },
          { value: 'computing', meaning: 'Machines, cloud, storage and networks.', synonyms: ['compute', 'system', 'infrastructure', 'hardware', 'cloud', 'hosting', 'storage', 'rechenleistung', 'infrastruktur', 'calcul', 'infraestructura', 'rekenkracht', 'infrastructuur', '計算資源'] },
          { value: 'human', meaning: 'People and what they can do.', synonyms: ['people', 'person', 'staff', 'human resources', 'personnel', 'personal', 'menschen', 'personnes', 'personas', 'mensen', '人的資源'] },
          { value: 'data', meaning: 'Data that is not in the dataset register.', synonyms: ['daten', 'données', 'datos', 'gegevens', 'データ'] },
          { value: 'other', meaning: 'Anything else.', synonyms: ['sonstiges', 'autre', 'otro', 'overig', 'その他'] },
        ], synonyms: ['resource type', 'asset type', 'category', 'art', 'tipo', 'soort', '種類'], help: 'Tooling, computing, human, data or other.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai systems', 'used in', 'used by', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '利用システム'], help: 'The AI systems that depend on it, or all.' },
        { name: 'lifecycle', type: 'text', synonyms: ['lifecycle stage', 'life cycle stage', 'stage', 'lebenszyklus', 'cycle de vie', 'ciclo de vida', 'levenscyclus', 'ライフサイクル'], help: 'In which stages of life it is needed.' },
        { name: 'provenance', type: 'text', synonyms: ['origin', 'obtained from', 'location', 'herkunft', 'ort', 'origine', 'lieu', 'procedencia', 'ubicación', 'herkomst', 'locatie', '出所'], help: 'Where it comes from and where it stands.' },
        { name: 'licence', type: 'text', synonyms: ['license', 'terms', 'lizenz', 'licencia', 'licentie', 'ライセンス'], help: 'The licence or contract.' },
        { name: 'version', type: 'text', synonyms: ['release', 'versie', 'versión', 'バージョン'], help: 'The version in use, in quotes.' },
        { name: 'supplier', type: 'text', list: true, refersTo: ['supplier'], synonyms: ['suppliers', 'vendor', 'lieferant', 'fournisseur', 'proveedor', 'leverancier', '供給者'], help: 'Who delivers it: an id of the supplier register.' },
        { name: 'owner', type: 'text', synonyms: ['resource owner', 'responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that answers for it.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When it is looked at again.' },
        { name: 'notes', type: 'text', synonyms: ['note', 'comment', 'comments', 'remarks', 'bemerkung', 'bemerkungen', 'kommentar', 'commentaire', 'remarques', 'comentario', 'observaciones', 'opmerking', 'opmerkingen', '備考'], help: 'Anything else a reader has to know.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:AI )?resources? (?:register|inventory)\b/i, /Ressourcen(?:register|verzeichnis)/i, /registre des ressources/i, /registro de recursos/i, /middelenregister/i],
    fileNames: [/(?:^|-)resources?-(?:register|inventory)(?:$|[-.])/i, /ressourcen(?:register|verzeichnis)/i],
  },
});

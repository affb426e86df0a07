import { defineKind } from '../define-kind';

/** Documents from outside that the management system needs (7.5.3). */
export default defineKind({
  kind: 'external-documents',
  title: 'External documents',
  class: 'register',
  purpose: 'Lists documents from outside that you rely on, such as standards, laws and makers\' manuals, with the edition in use.',
  clauses: ['7.5.3'],
  controls: [],
  fields: [],
  rows: [
    {
      entity: 'external-document',
      list: 'documents',
      listSynonyms: ['external documents', 'externe dokumente', 'documents externes', 'documentos externos', 'externe documenten'],
      title: 'external document',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['document id', 'doc id', 'ref', 'reference', 'nr', 'no', 'identifiant', 'identificador', '文書番号'], help: 'A short name, such as EXT-02.' },
        { name: 'title', type: 'text', requiredFrom: 'draft', synonyms: ['document', 'document title', 'name', 'external document', 'titel', 'dokument', 'titre', 'título', 'documento', '文書名'], help: 'What it is called.' },
        { name: 'issuer', type: 'text', synonyms: ['issued by', 'publisher', 'source', 'origin', 'author', 'herausgeber', 'quelle', 'éditeur', 'émetteur', 'emisor', 'editor', 'uitgever', 'bron', '発行元'], help: 'Who publishes it.' },
        { name: 'version', type: 'text', synonyms: ['edition', 'version in use', 'ausgabe', 'fassung', 'édition', 'edición', 'versión', 'uitgave', 'versie', '版'], help: 'The edition you use, in quotes.' },
        { name: 'date', type: 'date', synonyms: ['publication date', 'issued on', 'published', 'datum', 'veröffentlicht am', 'date de publication', 'fecha', 'datum uitgave', '発行日'], help: 'The day of that edition.' },
        { name: 'location', type: 'text', refersTo: ['path', 'document'], synonyms: ['link', 'url', 'where', 'where kept', 'storage location', 'ablageort', 'emplacement', 'ubicación', 'locatie', 'vindplaats', '保管場所'], help: 'Where it is kept or found.' },
        { name: 'relevance', type: 'text', synonyms: ['used for', 'purpose', 'why needed', 'verwendung', 'zweck', 'utilité', 'utilidad', 'gebruikt voor', '用途'], help: 'What you need it for.' },
        { name: 'owner', type: 'text', synonyms: ['responsible', 'monitored by', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that watches for new editions.' },
        { name: 'last_checked', type: 'date', synonyms: ['last checked', 'last reviewed', 'checked on', 'reviewed', 'zuletzt geprüft', 'geprüft am', 'vérifié le', 'revisado el', 'laatst gecontroleerd', '最終確認日'], help: 'When somebody last looked whether it is still the current one.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'next check', 'review due', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende controle', '次回確認'], help: 'When it is checked again.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bexternal documents?\b(?! (?:procedure|policy))/i, /\bdocuments? of external origin\b/i, /Externe Dokumente|Dokumente externer Herkunft/i, /documents (?:externes|d['’]origine externe)/i, /documentos (?:externos|de origen externo)/i, /externe documenten/i, /外部文書/],
    fileNames: [/(?:^|-)external-documents?(?:-register)?(?:$|[.])/i, /externe-dokumente/i],
  },
});

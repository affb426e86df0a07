import { defineKind } from '../define-kind';

/** Who delivers what for AI (A.10.3). */
export default defineKind({
  kind: 'supplier-register',
  title: 'Supplier register',
  class: 'register',
  purpose: 'Lists who delivers models, data, tools or services for your AI, who answers for what, and how you checked them.',
  clauses: ['8.1'],
  controls: ['A.10.2', 'A.10.3'],
  fields: [],
  rows: [
    {
      entity: 'supplier',
      list: 'suppliers',
      listSynonyms: ['vendors', 'third parties', 'lieferanten', 'fournisseurs', 'proveedores', 'leveranciers'],
      title: 'supplier',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', requiredFrom: 'draft', synonyms: ['supplier id', 'vendor id', 'ref', 'nr', 'lieferanten-id', 'lieferantennummer', 'identifiant', 'identificador', '供給者ID'], help: 'A short name, such as SUP-02.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['supplier', 'supplier name', 'vendor', 'vendor name', 'third party', 'company', 'lieferant', 'firma', 'anbieter', 'fournisseur', 'nom', 'proveedor', 'nombre', 'leverancier', 'naam', '供給者', 'ベンダー名'], help: 'Who it is.' },
        { name: 'provides', type: 'text', synonyms: ['product', 'products', 'service', 'services', 'product or service', 'product / service', 'what they provide', 'supplies', 'leistung', 'liefert', 'produkt', 'prestation', 'fournit', 'suministra', 'producto o servicio', 'servicio', 'levert', 'dienst', '提供物'], help: 'What they deliver: a model, data, hosting, a whole system.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'used in', 'used by', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '利用システム'], help: 'The AI systems that depend on them.' },
        { name: 'responsibilities', type: 'text', synonyms: ['responsibility', 'allocation of responsibilities', 'shared responsibilities', 'division of responsibilities', 'verantwortlichkeiten', 'aufteilung der verantwortung', 'responsabilités', 'responsabilidades', 'verantwoordelijkheden', '責任分担'], help: 'What they answer for and what stays with you.' },
        { name: 'due_diligence', type: 'text', synonyms: ['due diligence', 'assessment', 'supplier assessment', 'vendor assessment', 'evaluation', 'risk assessment', 'due diligence status', 'prüfung', 'lieferantenbewertung', 'évaluation', 'diligence raisonnable', 'diligencia debida', 'evaluación', 'beoordeling', 'leveranciersbeoordeling', '評価'], help: 'What you checked and the result: passed, passed with conditions, rejected.' },
        { name: 'due_diligence_on', type: 'date', synonyms: ['due diligence on', 'due diligence date', 'last assessment', 'last assessed', 'assessment date', 'assessed on', 'geprüft am', 'bewertet am', 'letzte bewertung', "date d'évaluation", 'fecha de evaluación', 'beoordeeld op', '評価日'], help: 'The day of the check.' },
        { name: 'contract', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['agreement', 'contract reference', 'contract ref', 'dpa', 'terms', 'vertrag', 'contrat', 'contrato', 'overeenkomst', '契約'], help: 'The contract or terms of use: a link or where it is kept.' },
        { name: 'contract_until', type: 'date', synonyms: ['contract until', 'contract end', 'contract end date', 'contract expiry', 'expires', 'expiry date', 'renewal', 'renewal date', 'upcoming renewal', 'vertrag bis', 'vertragsende', 'laufzeit bis', 'fin de contrat', 'fin del contrato', 'vencimiento del contrato', 'contract tot', 'einddatum contract', '契約終了日'], help: 'The day the contract ends.' },
        { name: 'owner', type: 'text', synonyms: ['supplier owner', 'contract owner', 'relationship owner', 'responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that keeps the contact.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'review date', 'next assessment', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When they are looked at again.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\b(?:AI )?(?:supplier|vendor|third[ -]party)(?:s)? (?:register|inventory|registry)\b/i, /Lieferanten(?:register|verzeichnis|liste)/i, /registre des fournisseurs/i, /registro de proveedores/i, /leveranciersregister/i, /(?:供給者|サプライヤー)(?:台帳|一覧)/],
    fileNames: [/(?:^|-)(?:supplier|vendor|third-party)s?-(?:register|inventory|registry)(?:$|[-.])/i, /lieferanten(?:register|verzeichnis)/i],
  },
});

import { defineKind } from '../define-kind';

/** What you promised customers about AI (A.10.4). */
export default defineKind({
  kind: 'customer-commitments',
  title: 'Customer commitments',
  class: 'register',
  purpose: 'Lists what you promised customers about your AI and who answers for which part.',
  clauses: ['4.2'],
  controls: ['A.10.2', 'A.10.4'],
  fields: [],
  rows: [
    {
      entity: 'commitment',
      list: 'commitments',
      listSynonyms: ['customers', 'customer commitments', 'kunden', 'zusagen', 'engagements', 'compromisos', 'toezeggingen'],
      title: 'commitment',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['commitment id', 'customer id', 'ref', 'nr', 'kunden-id', 'identifiant', 'identificador', '番号'], help: 'A short name, such as CUS-001.' },
        { name: 'name', type: 'text', requiredFrom: 'draft', synonyms: ['customer', 'customer name', 'client', 'customer group', 'kunde', 'kundengruppe', 'cliente', 'klant', 'nom', 'nombre', 'naam', '顧客'], help: 'The customer, or a group of customers with the same terms.' },
        { name: 'provides', type: 'text', synonyms: ['commitment', 'commitments', 'what we provide', 'promise', 'what we promised', 'expectation', 'expectations', 'requirements', 'zusage', 'zusagen', 'leistung', 'engagement', 'compromiso', 'toezegging', '約束', '提供内容'], help: 'What you deliver and what you promised about it: quality, notices, support.' },
        { name: 'systems', type: 'text', list: true, refersTo: ['system'], synonyms: ['system', 'ai system', 'ai systems', 'ki-systeme', 'systèmes', 'sistemas', 'systemen', '対象システム'], help: 'The AI systems it concerns.' },
        { name: 'responsibilities', type: 'text', synonyms: ['responsibility', 'customer responsibilities', 'allocation of responsibilities', 'shared responsibilities', 'verantwortlichkeiten', 'responsabilités', 'responsabilidades', 'verantwoordelijkheden', '責任分担'], help: 'What you answer for and what the customer has to do.' },
        { name: 'due_diligence', type: 'text', synonyms: ['due diligence', 'customer assessment', 'customer check', 'prüfung', 'diligence', 'diligencia debida', 'beoordeling', '評価'], help: 'What you checked about the customer and their use, where that matters.' },
        { name: 'due_diligence_on', type: 'date', synonyms: ['due diligence on', 'due diligence date', 'assessed on', 'geprüft am', 'beoordeeld op', '評価日'], help: 'The day of the check.' },
        { name: 'contract', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['agreement', 'contract reference', 'terms', 'vertrag', 'contrat', 'contrato', 'overeenkomst', '契約'], help: 'The contract or terms: a link or where it is kept.' },
        { name: 'contract_until', type: 'date', synonyms: ['contract until', 'contract end', 'contract end date', 'contract expiry', 'renewal date', 'vertrag bis', 'vertragsende', 'fin de contrat', 'fin del contrato', 'contract tot', '契約終了日'], help: 'The day the contract ends.' },
        { name: 'owner', type: 'text', synonyms: ['account owner', 'responsible', 'verantwortlich', 'responsable', 'eigenaar', '責任者'], help: 'The role that keeps the promise.' },
        { name: 'next_review', type: 'date', synonyms: ['next review date', 'review due', 'review date', 'nächste prüfung', 'prochaine revue', 'próxima revisión', 'volgende beoordeling', '次回レビュー'], help: 'When it is looked at again.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bcustomer (?:AI )?(?:commitments|obligations|expectations) ?(?:register)?\b/i, /Kundenzusagen|Zusagen an Kunden/i, /engagements envers les clients/i, /compromisos con (?:los )?clientes/i, /klanttoezeggingen/i],
    fileNames: [/(?:^|-)customer-(?:commitments|obligations)(?:$|[-.])/i, /kundenzusagen/i],
  },
});

import { defineKind } from '../define-kind';
import { SYSTEM_FIELDS } from '../fields/system';

/** The inventory of AI systems (clause 4.3, A.4, A.6). */
export default defineKind({
  kind: 'ai-system-inventory',
  title: 'AI system inventory',
  class: 'register',
  purpose:
    'Lists every AI system you build, sell or use, with its purpose, owner, role and stage of life. Most other documents refer to it.',
  clauses: ['4.3'],
  controls: ['A.4.2', 'A.6.2.2'],
  oneOf: true,
  fields: [],
  rows: [
    {
      entity: 'system',
      list: 'systems',
      listSynonyms: ['ai systems', 'ai_systems', 'inventory', 'use cases', 'ki-systeme'],
      title: 'AI system',
      identity: 'id',
      fields: SYSTEM_FIELDS,
    },
  ],
  sections: [],
  shape: {
    titles: [
      /\b(?:AI|ML)(?:[ -](?:systems?|use[ -]cases?|assets?))?[ -](?:inventory|register|registry)\b/i,
      /\binventory of (?:all )?(?:AI|artificial intelligence)\b/i,
      /\bKI-(?:System)?-?(?:inventar|verzeichnis|register|übersicht)/i,
      /inventaire des systèmes d['’]IA/i,
      /inventario de sistemas de (?:IA|inteligencia artificial)/i,
      /inventaris van AI-systemen|AI-(?:systeem)?register\b/i,
      /AIシステム(?:台帳|一覧)/,
    ],
    fileNames: [
      /(?:^|-)(?:ai|ml|aims)(?:-(?:systems?|use-cases?|assets?))?-(?:inventory|register|registry)(?:$|[-.])/i,
      /(?:^|-)(?:system|systems)-inventory(?:$|[-.])/i,
      /inventory-of-ai/i,
      /(?:^|-)ki-(?:system(?:e|-)?)?-?(?:inventar|verzeichnis|register)/i,
    ],
  },
});

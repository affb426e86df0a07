import { defineKind } from '../define-kind';

/** What people need to know and do know (7.2). */
export default defineKind({
  kind: 'competence-register',
  title: 'Competence register',
  class: 'register',
  purpose: 'Says what each role has to know about AI, what its holder knows, how that is shown and what is done about gaps.',
  clauses: ['7.2'],
  controls: ['A.4.6'],
  fields: [],
  rows: [
    {
      entity: 'competence',
      list: 'competences',
      listSynonyms: ['competence', 'competencies', 'skills', 'training', 'kompetenzen', 'compétences', 'competencias', 'competenties'],
      title: 'competence',
      identity: 'id',
      fields: [
        { name: 'id', type: 'id', synonyms: ['competence id', 'competency id', 'training id', 'ref', 'nr', 'identifiant', 'identificador', '番号'], help: 'A short name, such as CMP-05.' },
        { name: 'role', type: 'text', requiredFrom: 'draft', synonyms: ['named role', 'named role / person', 'function', 'position', 'job title', 'rolle', 'funktion', 'rôle', 'fonction', 'rol', 'función', 'functie', '役割'], help: 'The role that needs it.' },
        { name: 'person', type: 'text', synonyms: ['name', 'employee', 'holder', 'mitarbeiter', 'person name', 'personne', 'nom', 'persona', 'nombre', 'persoon', 'naam', 'medewerker', '氏名'], help: 'Who holds the role, where you write names.' },
        { name: 'subject', type: 'text', synonyms: ['competence', 'competency', 'skill', 'required competences', 'required competence', 'training topic', 'topic', 'course', 'kompetenz', 'thema', 'schulung', 'compétence', 'sujet', 'competencia', 'tema', 'competentie', 'onderwerp', '力量', 'テーマ'], help: 'What has to be known or done.' },
        { name: 'needed', type: 'text', synonyms: ['required level', 'level required', 'level needed', 'target level', 'needed level', 'soll', 'sollniveau', 'benötigt', 'niveau requis', 'requis', 'nivel requerido', 'requerido', 'vereist niveau', 'benodigd', '必要レベル'], help: 'The level the role needs: a number or word of your scale.' },
        { name: 'held', type: 'text', synonyms: ['current level', 'level held', 'actual level', 'held level', 'ist', 'istniveau', 'vorhanden', 'niveau actuel', 'acquis', 'nivel actual', 'actual', 'huidig niveau', 'aanwezig', '現在レベル'], help: 'The level the person has today.' },
        { name: 'evidence', type: 'text', list: true, refersTo: ['path', 'document'], synonyms: ['evidence of competence', 'certificate', 'certificates', 'training record', 'nachweis', 'zertifikat', 'preuve', 'attestation', 'evidencia', 'certificado', 'bewijs', 'certificaat', '証拠', '証明'], help: 'What shows it: a certificate, a list of participants, a judged piece of work.' },
        { name: 'date', type: 'date', synonyms: ['date completed', 'completed on', 'training date', 'evidence date', 'acquired on', 'datum', 'absolviert am', 'date de formation', 'fecha', 'datum behaald', '日付', '取得日'], help: 'The day of the training or the proof.' },
        { name: 'action', type: 'text', synonyms: ['gap action', 'training action', 'training plan', 'planned training', 'training needed', 'maßnahme', 'geplante schulung', 'action prévue', 'formation prévue', 'acción', 'formación prevista', 'actie', 'geplande training', '処置', '教育計画'], help: 'What is done to close a gap.' },
        { name: 'due', type: 'date', synonyms: ['due date', 'deadline', 'target date', 'next training', 'fällig', 'frist', 'échéance', 'vencimiento', 'fecha límite', 'vervaldatum', '期限'], help: 'By when.' },
      ],
    },
  ],
  sections: [],
  shape: {
    titles: [/\bcompeten(?:ce|cy|cies|ces) (?:register|matrix|records?)\b/i, /\bAI (?:skills matrix|literacy register|training register)\b/i, /Kompetenz(?:matrix|register|nachweis)/i, /matrice (?:de|des) compétences|registre des compétences/i, /matriz de competencias|registro de competencias/i, /competentiematrix|competentieregister/i, /力量(?:一覧|表|台帳)/],
    fileNames: [/(?:^|-)competen(?:ce|cy|cies|ces)(?:-(?:register|matrix))?$/i, /(?:^|-)training-(?:register|matrix)(?:$|[-.])/i, /kompetenz(?:matrix|register)/i],
  },
});

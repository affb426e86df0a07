/** Breakages that no finding answers, by title, each with the reason why. */
export const NOT_CAUGHT: ReadonlyMap<string, string> = new Map([
  [
    'blank fact of a document: records/2026-10-risk-assessment.md author',
    'Who took part stands in the text of many records; only the date of a record is asked for.',
  ],
  [
    'blank fact of a document: risk/risk-register.yaml owner',
    'Each risk has an owner of its own; one for the whole register is good practice and not asked for.',
  ],
  [
    'deleted row: documents/document-register.yaml MR-2026-2',
    'A register of documents has to list governing documents; whether it lists records too is the choice of its owner.',
  ],
  [
    'deleted section: context/scope.md What is inside',
    'The section "Scope statement" says the same part of a scope, so nothing that is expected is missing.',
  ],
  [
    'emptied section: context/scope.md What is inside',
    'The section "Scope statement" says the same part of a scope, so nothing that is expected is missing.',
  ],
  [
    'emptied file: organisation/competence.csv',
    'Training records say in `clauses:` that they serve 7.2, and no control gives the register as its evidence.',
  ],
  [
    'other state: procedures/impact-assessment.md status draft',
    'Coverage falls to "drafted"; a finding is made for draft policies, assessments, plans and evidence only.',
  ],
  [
    'row given twice: documents/document-register.yaml AIMS-001',
    'Both rows say the same of the same document; where they differ from it, each is a finding.',
  ],
]);

import { type CommandResult, DAY, runCommand } from './command-line';
import type { TestFolder } from './test-folder';

/** A Statement of Applicability as a spreadsheet of somebody else has it, with a column that we have no field for. */
export const SOA_CSV = `Ref;Control;Applicable?;Justification;Status;Owner;Evidence;Auditor remark
A 2.2;AI policy;Yes;Two customers ask for it (R-1);In place;Head of AI;policy.pdf;looked good
Annex A.6.2.4;Verification;Y;;In progress;;;
A.9.4;Intended use;N;We use no AI of others;n/a;;;"see ""mail"""
`;

/** Runs `aims import` in a folder. */
export function runImport(folder: TestFolder, ...args: string[]): CommandResult {
  return runCommand(['import', ...args, ...DAY], { cwd: folder.path });
}

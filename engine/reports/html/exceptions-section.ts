import { BASELINE_FILE } from '../../configuration/baseline';
import { findingMessage } from '../../messages/message';
import type { Exception } from '../../workspace/exceptions';
import type { Finding } from '../../workspace/finding';
import type { Snapshot } from '../../workspace/snapshot';
import { placeNumbers } from '../finding-rows';
import { type Content, type Html, html } from './html';
import { type Section, section } from './section';
import { table } from './table';
import { count, pathText, severityName } from './words';

/** What is not reported because somebody accepted it. Nothing of it is hidden here. */
export function exceptionsSection(snapshot: Snapshot): Section {
  const silenced = [...snapshot.silencedBy];
  const number = silenced.length;
  const body = html`<p>${
    number === 0
      ? 'No finding is silenced.'
      : `${count(number, 'finding')} of the checks ${number === 1 ? 'is' : 'are'} not among the open findings, because somebody accepted ${number === 1 ? 'it' : 'them'}. Grades are not changed by this.`
  } An exception that meets nothing, has ended or gives no reason silences nothing; it is itself an open finding.</p>
${number > 0 && [exceptionTable(snapshot, silenced), silencedTable(snapshot, silenced)]}`;
  return section('exceptions', 'Accepted findings', number === 0 ? 'none' : count(number, 'finding'), body, {
    long: number > 0,
  });
}

type Silenced = readonly (readonly [finding: Finding, by: Exception])[];

function exceptionTable(snapshot: Snapshot, silenced: Silenced): Html {
  const uses = new Map<Exception, number>();
  for (const [, exception] of silenced) uses.set(exception, (uses.get(exception) ?? 0) + 1);
  return table({
    caption: 'Exceptions and lines of the baseline in force',
    columns: [
      ['Check', 24],
      ['Reason', 38],
      ['Until', 14],
      ['Where it is written', 24],
    ],
    rows: [...uses].map(([exception, number]) => {
      const { path, start } = placeNumbers(snapshot, exception.at);
      return html`<tr><th scope="row">${pathText(exception.rules.join(', '))}<span class="soft">${count(number, 'finding')}</span></th><td>${exception.reason}</td><td>${exception.until || 'no end'}</td><td>${pathText(path, start.line)}${path === BASELINE_FILE && html`<span class="soft">baseline</span>`}</td></tr>
`;
    }),
  });
}

function silencedTable(snapshot: Snapshot, silenced: Silenced): Content {
  return table({
    caption: `Silenced findings: ${silenced.length}`,
    columns: [
      ['What was found', 48],
      ['Where', 26],
      ['Severity, check', 26],
    ],
    rows: silenced.map(([finding]) => {
      const { path, start } = placeNumbers(snapshot, finding.at);
      return html`<tr><td>${findingMessage(finding, snapshot.rules)}</td><td>${pathText(path, start.line)}</td><td>${severityName(finding.severity)}<p>${pathText(finding.rule)}</p></td></tr>
`;
    }),
  });
}

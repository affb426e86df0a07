import { documentState } from '../../coverage/document-state';
import { FOOT_LINE } from '../../coverage/grade';
import { digestBase64 } from '../../text/fingerprint';
import { filledText } from '../../workspace/names';
import type { Snapshot } from '../../workspace/snapshot';
import { coverageSection } from './coverage-section';
import { documentsSection } from './documents-section';
import { evidenceSection } from './evidence-section';
import { exceptionsSection } from './exceptions-section';
import { findingsSection } from './findings-section';
import { gapsSection } from './gaps-section';
import { Address, type Content, Html, html } from './html';
import { risksSection } from './risks-section';
import { scopeDocuments, scopeWords } from './scope-words';
import type { Section } from './section';
import { statementSection } from './statement-section';
import { reportStyle } from './style';
import { summarySection } from './summary-section';
import { systemsSection } from './systems-section';
import { documentStateMark, pathText } from './words';

/** What a report says of itself beside the state it shows. */
export interface ReportSettings {
  /** The version of the program that makes it. */
  readonly version: string;
  /** Another title than the usual one; empty for that. */
  readonly title?: string;
  /** The revision of the repository that is shown, in words; empty for the files as they are. */
  readonly revision?: string;
}

/** The title of a report unless somebody gives another. */
const REPORT_TITLE = 'AI management system report';

/** The whole report as one HTML file that needs nothing beside itself: no network, no script. The same state gives the same bytes. */
export function reportHtml(snapshot: Snapshot, settings: ReportSettings): string {
  const sections = [
    summarySection(snapshot),
    statementSection(snapshot),
    systemsSection(snapshot),
    risksSection(snapshot),
    findingsSection(snapshot),
    coverageSection(snapshot),
    gapsSection(snapshot),
    evidenceSection(snapshot),
    exceptionsSection(snapshot),
    documentsSection(snapshot),
  ];
  const { organization } = snapshot.view.configuration;
  const title = settings.title || REPORT_TITLE;
  const style = reportStyle();
  const policy = `default-src 'none'; style-src 'sha256-${digestBase64(style)}'; base-uri 'none'; form-action 'none'`;
  return `<!DOCTYPE html>\n${html`<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<title>${title}${organization !== '' && `: ${organization}`}</title>
${Html.styleSheet(style)}
</head>
<body>
<a class="skip" href="${Address.place('content')}">Skip to the content</a>
<header>
<p class="over">ISO/IEC 42001</p>
<h1>${title}</h1>
${facts(snapshot, settings)}
</header>
${contents(sections)}
<main id="content" tabindex="-1">
${sections.map(({ body }) => body)}</main>
<footer>
<p>${FOOT_LINE}</p>
<p class="soft">Clauses and controls are described in our own words; read them with a licensed copy of the standard. Made with AIMS ${settings.version}, which looked only at files of the repository and opened no address.</p>
</footer>
</body>
</html>
`}`;
}

function facts(snapshot: Snapshot, { version, revision = '' }: ReportSettings): Html {
  const { view } = snapshot;
  const { organization, frameworks } = view.configuration;
  const names = frameworks.map((id) => view.catalogue.frameworkName(id));
  return html`<dl class="facts">
<dt>Organisation</dt><dd>${organization === '' ? html`<span class="soft">aims.yaml names none</span>` : html`<b>${organization}</b>`}</dd>
<dt>Scope</dt><dd>${scope(snapshot)}</dd>
<dt>State as of</dt><dd>${view.today}${revision !== '' && `, revision ${revision}`}</dd>
${
  names.length > 0 &&
  html`<dt>Frameworks</dt><dd>${names.join('; ')}</dd>
`
}<dt>Made with</dt><dd>AIMS ${version}</dd>
</dl>`;
}

function scope(snapshot: Snapshot): Content {
  const documents = scopeDocuments(snapshot);
  if (documents.length === 0)
    return html`<span class="soft">No document says what the management system covers.</span>`;
  return documents.map((document) => {
    const version = filledText(document.metadata, 'version');
    const words = scopeWords(snapshot, document).map((text) => html`<p>${text}</p>`);
    return html`${words}<p class="soft">From ${pathText(document.path)}${version !== '' && `, version ${version}`}: ${documentStateMark(documentState(snapshot.view, document))}</p>`;
  });
}

function contents(sections: readonly Section[]): Html {
  const items = sections.map(
    ({
      id,
      title,
      remark,
    }) => html`<li><a href="${Address.place(id)}">${title}</a>${remark !== '' && html`<span class="soft">${remark}</span>`}</li>
`,
  );
  return html`<nav aria-labelledby="contents-title">
<h2 id="contents-title">Contents</h2>
<ol>
${items}</ol>
</nav>
`;
}

import { columnWidths } from './table';

/** Colours on a light page. Every text colour has a contrast of at least 4.5 to paper, panel and the tones of the risk map. */
const LIGHT = `color-scheme:light;--paper:#fff;--panel:#f4f6f6;--ink:#1b2427;--soft:#4d5a60;--line:#cfd7da;--accent:#0b5563;
--good:#1c6541;--warn:#7d4f00;--bad:#a3221a;--info:#28558f;--tone0:#e3f0e8;--tone1:#f0efd6;--tone2:#fbe6c6;--tone3:#f8d3c0;--tone4:#f3c0b9`;

const DARK = `color-scheme:dark;--paper:#14191c;--panel:#1d2428;--ink:#e6eaec;--soft:#aab6bc;--line:#3b474d;--accent:#84cbd8;
--good:#84d1a3;--warn:#e8ba6e;--bad:#f59c91;--info:#a3c5f2;--tone0:#1b3226;--tone1:#35341c;--tone2:#463416;--tone3:#4f2e1e;--tone4:#582523`;

/** Inside VS Code the page takes the colours of its theme; these variables are there only then. */
const THEME = `--paper:var(--vscode-editor-background);--ink:var(--vscode-editor-foreground);--soft:var(--vscode-editor-foreground);
--panel:var(--vscode-sideBar-background);--line:var(--vscode-contrastBorder,var(--vscode-widget-border,var(--vscode-panel-border)));--accent:var(--vscode-textLink-foreground)`;

const RULES = `
@media screen{
body[class*=vscode-]{${THEME}}
body.vscode-high-contrast{--tone0:transparent;--tone1:transparent;--tone2:transparent;--tone3:transparent;--tone4:transparent}
}
*{box-sizing:border-box}
html{scroll-padding-top:1rem}
body{margin:0;padding:0;background:var(--paper);color:var(--ink);font:1rem/1.55 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Liberation Sans",sans-serif;font-variant-numeric:tabular-nums}
a{color:var(--accent);text-underline-offset:.15em}
a:focus-visible,.wide:focus-visible,main:focus-visible{outline:.2rem solid var(--accent);outline-offset:.15rem}
main:focus{outline:none}
.skip{position:absolute;left:-99rem;background:var(--paper);padding:.5rem 1rem;z-index:1}
.skip:focus{left:.5rem;top:.5rem}
header,main,footer{max-width:74rem;padding:0 2rem}
header{padding-top:2.5rem}
h1,h2,h3,h4{line-height:1.25;text-wrap:balance;overflow-wrap:break-word}
h1{font-size:2.1rem;font-weight:650;letter-spacing:-.01em;margin:.2rem 0 .6rem}
h2{font-size:1.5rem;font-weight:650;margin:0 0 .6rem;padding-top:1.4rem;border-top:.15rem solid var(--ink)}
h3{font-size:1.1rem;margin:2rem 0 .5rem}
h4{font-size:1rem;margin:1.4rem 0 .4rem}
section{margin-top:3.2rem}
p,.text{max-width:44rem;margin:.5rem 0}
.lead{font-size:1.1rem}
.over{color:var(--accent);font-weight:600;margin:0}
.soft{color:var(--soft)}
.path{font-family:ui-monospace,"SFMono-Regular",Menlo,Consolas,"Liberation Mono",monospace;font-size:.9em;overflow-wrap:anywhere}
nav{padding:1.5rem 2rem 0}
nav h2{font-size:1rem;border:0;padding:0;margin:0 0 .4rem}
nav ol{list-style:none;margin:0;padding:0;columns:2;column-gap:2rem;max-width:44rem}
nav li{margin:0 0 .45rem;break-inside:avoid}
nav a{text-decoration:none}
nav a:hover{text-decoration:underline}
nav .soft{display:block;font-size:.875rem;line-height:1.3}
dl.facts{display:grid;grid-template-columns:max-content minmax(0,44rem);gap:.35rem 1.5rem;margin:1rem 0}
dl.facts dt{color:var(--soft)}
dd{margin:0;overflow-wrap:break-word}
dd p{margin:0}dd p.soft{margin:.15rem 0 .5rem}
dl.figures{display:grid;grid-template-columns:repeat(auto-fit,minmax(11rem,1fr));gap:1rem;margin:1.5rem 0}
dl.figures div{display:flex;flex-direction:column-reverse;justify-content:flex-end;border-left:.2rem solid var(--accent);padding:.1rem 0 .1rem .8rem}
dl.figures dt{color:var(--soft);font-size:.9rem;line-height:1.35}
dl.figures dd{font-size:1.9rem;font-weight:650;line-height:1.15}
dl.figures small{font-size:1rem;font-weight:400;color:var(--soft)}
.note{border:1px solid var(--line);border-left:.3rem solid var(--bad);padding:.6rem 1rem;max-width:44rem;background:var(--panel)}
.wide{overflow-x:auto;margin:1rem 0 1.5rem}
table{border-collapse:collapse;width:100%;font-size:.875rem;line-height:1.45;table-layout:fixed}
.wide table{min-width:46rem}
.wide.small table{min-width:0;max-width:44rem}
caption{text-align:left;font-weight:600;padding:0 0 .5rem;max-width:44rem}
caption .soft{font-weight:400}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem;border-bottom:1px solid var(--line);overflow-wrap:break-word;unicode-bidi:plaintext}
td:first-child,th:first-child{padding-left:.3rem}
thead th{border-bottom:.12rem solid var(--ink);vertical-align:bottom;color:var(--ink);font-weight:600}
tbody th{font-weight:400}
th b{font-weight:650;white-space:nowrap}
th.group{background:var(--panel);font-weight:600;padding-top:.6rem}
th .soft,td .soft{display:block}
td p{margin:.2rem 0}
td ul,th ul{list-style:none;margin:0;padding:0}
td li+li{margin-top:.3rem}
.number{text-align:right}
td .number{display:block}
.risks td,.risks th{border:1px solid var(--line)}
.risks .axis{background:var(--panel)}
.risks li{display:inline;white-space:nowrap}.risks li:not(:last-child)::after{content:","}
${[0, 1, 2, 3, 4].map((tone) => `.tone${tone}{background:var(--tone${tone})}`).join('')}
.mark{display:inline-block;width:.78em;height:.78em;margin-right:.45em;border:.12em solid;border-radius:50%;vertical-align:-.04em;forced-color-adjust:preserve-parent-color}
.s-full{background:currentColor}
.s-most{background:conic-gradient(currentColor 75%,transparent 0)}
.s-half{background:conic-gradient(currentColor 50%,transparent 0)}
.s-quarter{background:conic-gradient(currentColor 25%,transparent 0)}
.s-late{border-radius:0;transform:rotate(45deg) scale(.85)}
.s-slash{background:linear-gradient(135deg,transparent 44%,currentColor 44% 56%,transparent 56%)}
.s-dashed{border-style:dashed}
.s-square{border-radius:0;background:currentColor}
.good{color:var(--good)}.warn{color:var(--warn)}.bad{color:var(--bad)}.info{color:var(--info)}.quiet{color:var(--soft)}
.state{font-weight:600}
.counted{display:flex;align-items:center;gap:.6rem}.counted span{min-width:2.2ch;text-align:right}.bar{flex:1;height:.6rem;fill:var(--accent)}
.pair{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(100%,19rem),1fr));gap:0 3rem;max-width:64rem}
ol.steps{padding-left:1.6rem;max-width:44rem}
ol.steps li{margin:.6rem 0;padding-left:.3rem}
ol.steps .soft{display:block;font-size:.9rem}
footer{margin-top:4rem;padding-bottom:3rem;border-top:1px solid var(--line);padding-top:1rem}
@media screen and (min-width:68rem){
body:not([class*=vscode-]){display:grid;grid-template-columns:16rem minmax(0,1fr);grid-template-rows:auto auto 1fr}
body:not([class*=vscode-])>*{grid-column:2}
body:not([class*=vscode-])>nav{grid-column:1;grid-row:1/5;position:sticky;top:0;height:100vh;overflow:auto;padding:2.6rem 1rem 1rem 2rem;border-right:1px solid var(--line);background:var(--panel)}
body:not([class*=vscode-])>nav ol{columns:1}
}
@media screen and (max-width:40rem){
header,main,footer,nav{padding-left:1rem;padding-right:1rem}
dl.facts{grid-template-columns:minmax(0,1fr);gap:0}
dl.facts dd{margin-bottom:.6rem}
nav ol{columns:1}
}
@media print{
@page{size:A4;margin:16mm 15mm 18mm;
@bottom-left{content:"This report describes what the repository shows. It is not a statement of conformity.";font:7.5pt system-ui,sans-serif;color:#4d5a60}
@bottom-right{content:counter(page) " / " counter(pages);font:7.5pt system-ui,sans-serif;color:#4d5a60}}
html{font-size:9.5pt}
body{line-height:1.45;print-color-adjust:exact;-webkit-print-color-adjust:exact}
header,main,footer,nav{padding:0;max-width:none}
.skip{display:none}
h1{font-size:20pt}h2{font-size:14pt;padding-top:8pt}h3{font-size:11pt}h4{font-size:10pt}
h2,h3,h4,caption{break-after:avoid}
section{margin-top:18pt}
section.page{break-before:page;margin-top:0}
nav{margin-top:10pt}
.wide{overflow:visible}
.wide table{min-width:0}
table{font-size:8pt;line-height:1.35}
th,td{padding:3pt 4pt}
thead{display:table-header-group}
tr,dl.figures div,.note,ol.steps li,.risks{break-inside:avoid}
th.group{break-after:avoid}
dl.figures{grid-template-columns:repeat(4,1fr)}
dl.figures dd{font-size:16pt}
a{color:inherit;text-decoration:none}
main a[href^=http]::after,footer a[href^=http]::after{content:" (" attr(href) ")";font-size:.9em;overflow-wrap:anywhere}
p,li{orphans:3;widows:3}
}
`;

/** How the report looks: on light and dark screens, in VS Code, in forced colours and on A4. */
export function reportStyle(): string {
  // Put together here, so that each set of colours stands once in the program.
  const colours = [
    ['body', LIGHT],
    ['@media screen and (prefers-color-scheme:dark){body', `${DARK}}`],
    ['@media screen{body.vscode-light,body.vscode-high-contrast-light', LIGHT],
    ['body.vscode-dark,body.vscode-high-contrast:not(.vscode-high-contrast-light)', `${DARK}}`],
  ].map(([selector, values]) => `${selector}{${values}}`);
  return (colours.join('') + RULES + columnWidths()).replace(/\n/g, '');
}

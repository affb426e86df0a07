// The tag that makes markup: text never becomes markup, wherever it is filled in.
import { equal, ok, throws } from 'node:assert/strict';
import { Address, escapeText, Html, html } from '../engine/reports/html/html';

const NASTY = `<script>alert("1")</script>&amp;'`;

describe('the html tag', () => {
  it('escapes text between tags and in attributes', () => {
    const escaped = '&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;amp;&#39;';
    equal(html`<p title="${NASTY}">${NASTY}</p>`.toString(), `<p title="${escaped}">${escaped}</p>`);
  });

  it('takes markup only from itself, also within lists', () => {
    equal(
      html`<ul>${[html`<li>${1}</li>`, '<li>', undefined, false]}</ul>`.toString(),
      '<ul><li>1</li>&lt;li&gt;</ul>',
    );
    // What only looks like it is text or nothing.
    const fake = { toString: () => '<b>' } as unknown as Html;
    ok(!html`<p>${fake}</p>`.toString().includes('<b>'));
  });

  it('fills nothing into places where escaping would not help', () => {
    const text = 'x';
    throws(() => html`<script>${text}</script>`);
    throws(() => html`<style>a{${text}}</style>`);
    throws(() => html`<a onclick="${text}">`);
    throws(() => html`<p style="${text}">`);
    throws(() => html`<img src="${text}">`);
    throws(() => html`<p class=${text}>`);
    throws(() => html`<${text}>`);
    throws(() => html`<p ${text}>`);
    throws(() => html`<p title="${html`<b>`}">`);
    throws(() => Html.styleSheet('</style>'));
  });

  it('takes only addresses where one is followed', () => {
    throws(() => html`<a href="${'javascript:alert(1)'}">`);
    throws(() => html`<p title="${Address.place('x')}">`);
    equal(html`<a href="${Address.place('a b"c')}">`.toString(), '<a href="#a%20b%22c">');
    for (const written of [
      'javascript:alert(1)',
      ' https://example.org',
      'data:text/html,x',
      'https://example.org/"x',
      'https://example.org/\u202ex',
      'https://example.org/ x',
      'vbscript:x',
      '//example.org',
    ])
      equal(Address.web(written), undefined, written);
    equal(html`<a href="${Address.web('https://example.org/?a=1&b=2')}">`.toString().includes('&amp;b=2'), true);
  });

  it('shows what steers a terminal or turns the direction around, and keeps everything else', () => {
    equal(escapeText('\u0000\u001b[31m'), '\u2400\u241b[31m');
    equal(escapeText('\u007f\u0085\u202e\u2066'), '[U+007F][U+0085][U+202E][U+2066]');
    equal(escapeText('\ud800x'), '\ufffdx');
    equal(escapeText('tab\t line\n 𝔘nicode 漢字 עברית é'), 'tab\t line\n 𝔘nicode 漢字 עברית é');
  });
});

// The report as a browser shows it: on light and dark screens, on a narrow one, and on paper.
import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { AxeResults } from 'axe-core';
import { HtmlValidate } from 'html-validate';
import type { Browser, Page } from 'playwright-core';
import { DAY, runCommand } from './support/command-line';
import { HOSTILE, hostileFiles, startBrowser } from './support/report-page';
import { TestFolder } from './support/test-folder';

const FOOT = 'This report describes what the repository shows. It is not a statement of conformity.';
/** A4 without the margins of the page, at 96 pixels an inch. */
const PAPER = { width: Math.floor((180 / 25.4) * 96), height: 980 };

describe('the report as a page', function () {
  this.timeout(60_000);
  const folder = new TestFolder(hostileFiles());
  const validator = new HtmlValidate({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
    // Titles are the user's.
    rules: { 'long-title': 'off' },
  });
  const axe = readFileSync('node_modules/axe-core/axe.min.js', 'utf8');
  const files = { gaps: join(folder.path, 'gaps.html'), hostile: join(folder.path, 'hostile.html') };
  let browser: Browser;

  before(async () => {
    for (const [from, file, ...more] of [
      ['examples/meridian-gaps', files.gaps],
      [folder.path, files.hostile, '--title', HOSTILE.markup],
    ] as const) {
      const { status, stderr } = runCommand(['report', from, '--output', file, ...DAY, ...more]);
      equal(status, 0, stderr);
    }
    browser = await startBrowser();
  });
  after(async () => {
    await browser?.close();
    folder.dispose();
  });

  /** Opens a report and fails on anything that the browser complains of or asks for. */
  async function open(
    file: string,
    options: Parameters<Browser['newPage']>[0],
    look: (page: Page) => Promise<void>,
  ): Promise<void> {
    const page = await browser.newPage(options);
    const wrong: string[] = [];
    page.on('console', (message) => wrong.push(message.text()));
    page.on('pageerror', (error) => wrong.push(error.message));
    page.on('dialog', (dialog) => wrong.push(dialog.message()));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    const address = pathToFileURL(file).href;
    await page.goto(address);
    await look(page);
    deepEqual(wrong, []);
    deepEqual(
      asked.filter((url) => url !== address),
      [],
      'nothing is loaded',
    );
    await page.close();
  }

  /** What axe finds wrong; `contrast` is most of its work, and the same on every width of a screen. */
  async function violations(page: Page, contrast = true): Promise<string[]> {
    await page.evaluate(axe);
    // Of what passes one node each is told: thousands would take long.
    const options = { resultTypes: ['violations'], rules: { 'color-contrast': { enabled: contrast } } };
    const run = (await page.evaluate(`axe.run(document, ${JSON.stringify(options)})`)) as AxeResults;
    const { violations: found, passes } = run;
    ok(
      passes.some(({ id }) => id === (contrast ? 'color-contrast' : 'scrollable-region-focusable')),
      'it looked',
    );
    return found.map(({ id, nodes }) => `${id}: ${nodes[0]?.html} ${nodes[0]?.failureSummary}`);
  }

  it('is valid HTML by the rules of others, with hostile words too', async () => {
    for (const file of Object.values(files)) {
      const { results } = await validator.validateString(readFileSync(file, 'utf8'));
      deepEqual(
        results.flatMap(({ messages }) => messages.map(({ line, ruleId, message }) => `${line} ${ruleId}: ${message}`)),
        [],
      );
    }
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    it(`is accessible to all on a ${colorScheme} screen`, () =>
      open(files.gaps, { colorScheme, viewport: { width: 1280, height: 900 } }, async (page) => {
        deepEqual(await violations(page), []);
        const paper = await page.evaluate('getComputedStyle(document.body).backgroundColor');
        equal(paper === 'rgb(255, 255, 255)', colorScheme === 'light', `the paper is ${paper}`);
      }));
  }

  it('is accessible to all on a narrow screen, where nothing is cut off', () =>
    open(files.gaps, { viewport: { width: 320, height: 640 } }, async (page) => {
      deepEqual(await violations(page, false), []);
      ok(
        await page.evaluate('document.documentElement.scrollWidth <= innerWidth'),
        'the page does not scroll sideways',
      );
    }));

  it('can be used with the keyboard alone', () =>
    open(files.gaps, { viewport: { width: 1280, height: 900 } }, async (page) => {
      await page.keyboard.press('Tab');
      ok(await page.evaluate('document.activeElement.className === "skip"'), 'the way around the contents comes first');
      ok(await page.evaluate('document.activeElement.getBoundingClientRect().left >= 0'), 'and is seen');
      await page.keyboard.press('Enter');
      equal(await page.evaluate('document.activeElement.id'), 'content');
      const dead = await page.evaluate(
        '[...document.querySelectorAll("a[href^=\\"#\\"]")].map((a) => decodeURIComponent(a.hash.slice(1))).filter((id) => !document.getElementById(id))',
      );
      deepEqual(dead, [], 'links of the page that lead nowhere');
    }));

  it('prints on A4 in dark on light, and nothing is cut off', () =>
    open(files.gaps, { colorScheme: 'dark', viewport: PAPER }, async (page) => {
      await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
      deepEqual(await violations(page), []);
      equal(await page.evaluate('getComputedStyle(document.body).backgroundColor'), 'rgb(255, 255, 255)');
      const wide = await page.evaluate(
        '[...document.querySelectorAll("body *")].filter((e) => e.scrollWidth > e.clientWidth + 1 && e.clientWidth > 0 || e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 90))',
      );
      deepEqual(wide, [], 'elements that are wider than the paper');
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1');
      const boxes = new Set([...pdf.matchAll(/\/MediaBox ?\[([^\]]*)\]/g)].map((match) => match[1]?.trim()));
      const [, , width, height] = [...boxes][0]?.split(/\s+/).map(Number) ?? [];
      equal(boxes.size, 1, 'all pages are alike');
      deepEqual([Math.round(width ?? 0), Math.round(height ?? 0)], [595, 842]);
    }));

  it('says at the foot what it is', () =>
    open(files.gaps, {}, async (page) => {
      ok((await page.locator('footer').innerText()).includes(FOOT));
      ok(!/\bcompliant\b|\bcompliance\b/i.test(await page.locator('body').innerText()), 'no word of compliance');
    }));

  it('makes nothing of hostile words but words', () =>
    open(files.hostile, {}, async (page) => {
      await page.evaluate('document.querySelectorAll("*").forEach((e) => e.dispatchEvent(new Event("mouseover")))');
      equal(await page.evaluate('window.hit'), undefined, 'nothing ran');
      equal(await page.locator('script, img, iframe, object, embed, form, input, base, link').count(), 0);
      const attributes = await page.evaluate(
        '[...new Set([...document.querySelectorAll("*")].flatMap((e) => e.getAttributeNames()))].filter((name) => /^(on|style|src)/.test(name))',
      );
      deepEqual(attributes, []);
      const addresses = (await page.evaluate(
        '[...document.querySelectorAll("[href]")].map((e) => e.getAttribute("href"))',
      )) as string[];
      deepEqual(
        addresses.filter(
          (address) => !/^#|^https:\/\/eur-lex\.europa\.eu\/|^https:\/\/example\.org\/evidence\?a=1&b=2$/.test(address),
        ),
        [],
      );
      ok(addresses.includes('https://example.org/evidence?a=1&b=2'));
      const text = (await page.evaluate('document.body.textContent')) as string;
      for (const words of [HOSTILE.markup, HOSTILE.attribute, HOSTILE.address])
        ok(text.includes(words), `it shows ${words}`);
      const raw = readFileSync(files.hostile, 'utf8');
      ok(!/(?![\t\n])[\p{Cc}\u202a-\u202e\u2066-\u2069]/u.test(raw), 'no control characters');
      ok(raw.includes('[U+202E]') && raw.includes('\u241b'), 'they are shown');
    }));

  it('says the same as the other commands', () =>
    open(files.gaps, {}, async (page) => {
      const json = <Shape>(...args: string[]) =>
        JSON.parse(runCommand([...args, 'examples/meridian-gaps', '--format', 'json', ...DAY]).stdout) as Shape;
      const cells = async (selector: string) =>
        (await page.locator(selector).allInnerTexts()).map((text) => text.replace(/\s+/g, ' ').trim());
      const coverage = json<{
        frameworks: { items: { id: string; kind: string; title: string; reason: string }[] }[];
        systems: { id: string; reason: string }[];
      }>('coverage');
      const items = coverage.frameworks[0]?.items ?? [];
      const controls = items.filter(({ kind }) => kind === 'control');
      deepEqual(
        await cells('#statement tbody th[scope=row][id]'),
        controls.map(({ id, title }) => `${id} ${title}`),
        'every control stands once in the statement, in the order of the standard',
      );
      const shown = await cells('#coverage tbody tr');
      equal(shown.length, items.length, 'every clause and control has its grade');
      for (const { id, reason } of items)
        ok(
          shown.some((row) => row.startsWith(`${id} `) && row.includes(reason)),
          `${id}: ${reason}`,
        );
      const systems = await cells('#systems table:first-of-type tbody tr:has(th[id])');
      deepEqual(
        coverage.systems.filter(({ id, reason }) => !systems.some((row) => row.startsWith(id) && row.includes(reason))),
        [],
      );
      equal(systems.length, coverage.systems.length);

      const check = json<{
        findings: { message: string; path: string; line: number; rule: string; severity: string }[];
        summary: Record<string, number>;
      }>('check');
      deepEqual(
        (await cells('#findings tbody tr')).sort(),
        check.findings
          .map(({ message, path, line, rule, ...rest }) => {
            const references = (rest as unknown as { references: string[] }).references.join('; ');
            return `${message} ${path}:${line} ${rule} ${references}`.replace(/\s+/g, ' ').trim();
          })
          .sort(),
        'every finding is listed',
      );
      const summary = (await page.locator('#summary').innerText()).replace(/\s+/g, ' ');
      for (const severity of ['error', 'warning', 'information', 'hint'])
        ok(summary.includes(`${severity} ${check.summary[severity]}`), `${severity}: ${check.summary[severity]}`);
      equal((await cells('#exceptions table:last-of-type tbody tr')).length > 0, (check.summary.silenced ?? 0) > 0);
      ok(summary.includes(`read ${check.summary.documents} documents`));

      const gaps = json<{ phases: { title: string; actions: { next: string; label: string }[] }[] }>('gaps');
      const steps = (await cells('#next ol.steps > li')).map((step) => step.replace(/\s+/g, ' '));
      const actions = gaps.phases.flatMap((phase) => phase.actions);
      deepEqual(
        actions.filter(({ next, label }, index) => !steps[index]?.startsWith(`${next} ${label}`)),
        [],
        'the same steps in the same order',
      );
      equal(steps.length, actions.length);

      const list = json<{ documents: { path: string }[]; entities: { risks: { id: string }[] } }>('list');
      const documents = await cells('#documents tbody th');
      deepEqual(
        list.documents.filter(({ path }) => !documents.some((row) => row.includes(path))),
        [],
      );
      equal(documents.length, list.documents.length);
      const risks = await cells('#risks table:has(caption:text-is("Risk register")) tbody th');
      deepEqual(
        risks.map((text) => text.split(' ')[0]),
        list.entities.risks.map(({ id }) => id),
      );
    }));
});

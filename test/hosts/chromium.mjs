// The browser that shows the real editor, headless.
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { CHROMIUM_ARGUMENTS, ensureChromium } from '../../build/chromium.mjs';

/** Starts Chromium with a profile of its own in `folder`. */
export async function startChromium(folder, options = {}) {
  // Webviews need storage of another origin for their service worker, which some builds block.
  mkdirSync(join(folder, 'Default'), { recursive: true });
  writeFileSync(join(folder, 'Default/Preferences'), JSON.stringify({ profile: { cookie_controls_mode: 0 } }));
  return chromium.launchPersistentContext(folder, {
    executablePath: ensureChromium(),
    headless: true,
    viewport: { width: 1280, height: 800 },
    args: CHROMIUM_ARGUMENTS,
    ...options,
  });
}

/** Collects the hosts other than `own` that a page asks for: there should be none. */
export function foreignHosts(page, own) {
  const hosts = new Set();
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (/^(http|ws)/.test(url.protocol) && url.host !== own && !url.host.endsWith(`.${own}`)) hosts.add(url.host);
  });
  return hosts;
}

// Finds the browser that the host suites drive; on a machine where we may, it is installed from the distribution.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { onPath } from './on-path.mjs';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const MAC = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/** What every start of Chromium is given: no first-run page, no look-ups of its own, and able to run as root. */
export const CHROMIUM_ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];

const installed = () => onPath(NAMES) ?? MAC.find((file) => existsSync(file));

/** The path of a Chromium, installed through apt where that is possible. Throws one line that names what to install. */
export function ensureChromium(say = console.log) {
  const named = process.env.CHROMIUM;
  if (named) {
    if (!existsSync(named)) throw new Error(`$CHROMIUM is ${named}, and there is no such file.`);
    return named;
  }
  const found = installed();
  if (found) return found;
  if (process.getuid?.() === 0 && onPath(['apt-get'])) {
    say('No Chromium found: installing it (apt-get update && apt-get install -y chromium) …');
    const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
    for (const step of [['update'], ['install', '-y', '--no-install-recommends', 'chromium']]) {
      const { status, stdout, stderr } = spawnSync('apt-get', step, { env, encoding: 'utf8', maxBuffer: 1 << 26 });
      if (status !== 0) {
        const tail = `${stdout}\n${stderr}`.trim().split('\n').slice(-5).join('\n');
        throw new Error(
          `apt-get ${step.join(' ')} failed. Install Chromium by hand, or name one in $CHROMIUM.\n${tail}`,
        );
      }
    }
    const now = installed();
    if (now) {
      say(execFileSync(now, ['--version', '--no-sandbox'], { encoding: 'utf8' }).trim());
      return now;
    }
  }
  throw new Error('Install Chromium or Google Chrome (or name one in $CHROMIUM), then run this again.');
}

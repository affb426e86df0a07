// Starting other programs so that none of them outlives us, and none runs for ever.
import { spawn, spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Parent of every process, from /proc where there is one. */
function parents() {
  const pairs = [];
  if (process.platform === 'linux') {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      try {
        // `pid (any name) state parent …`; the name may hold spaces and brackets
        const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
          .replace(/^.*\) /s, '')
          .split(' ');
        pairs.push([Number(name), Number(fields[1])]);
      } catch {
        // it ended while we looked
      }
    }
  } else if (process.platform !== 'win32') {
    const { stdout } = spawnSync('ps', ['-A', '-o', 'pid=,ppid='], { encoding: 'utf8' });
    for (const line of (stdout ?? '').split('\n')) pairs.push(line.trim().split(/\s+/).map(Number));
  }
  return pairs;
}

/** A process and everything it started, children before grandchildren. A browser leads a process group of its own, so groups would not do. */
function family(pid) {
  const pairs = parents();
  const found = [pid];
  for (const member of found) for (const [child, parent] of pairs) if (parent === member) found.push(child);
  return found;
}

function signal(pid, name) {
  try {
    process.kill(pid, name);
    return true;
  } catch {
    return false;
  }
}

const alive = (pid) => signal(pid, 0) && !isZombie(pid);

function isZombie(pid) {
  try {
    return /\) [ZX] /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return false;
  }
}

/** Ends a process and all that it started: asks, waits up to `patience`, then forces. */
export async function endFamily(pid, patience = 3000) {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(pid), '/T', '/F']);
    return;
  }
  const members = family(pid);
  for (const member of members) signal(member, 'SIGTERM');
  const until = Date.now() + patience;
  while (members.some(alive) && Date.now() < until) await new Promise((resolve) => setTimeout(resolve, 50));
  for (const member of members) for (const each of alive(member) ? family(member) : []) signal(each, 'SIGKILL');
}

/** The processes that one program of ours started. */
export class Processes {
  #running = new Set();

  /** Starts a program; it ends with us. */
  start(command, args, options = {}) {
    const child = spawn(command, args, { stdio: 'inherit', ...options });
    this.#running.add(child);
    child.once('exit', () => this.#running.delete(child));
    child.once('error', () => this.#running.delete(child));
    return child;
  }

  /** Runs a program to its end: its exit code, or the reason why it has none. `onLine` sees stdout and stderr by line. */
  async run(command, args, { limitSeconds, onLine, ...options } = {}) {
    const stdio = onLine ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = this.start(command, args, { stdio, ...options });
    for (const stream of onLine ? [child.stdout, child.stderr] : []) byLine(stream, onLine);
    let reason;
    const limit =
      limitSeconds &&
      setTimeout(() => {
        reason = `no end after ${Math.round(limitSeconds)} s`;
        void endFamily(child.pid);
      }, limitSeconds * 1000);
    const result = await new Promise((resolve) => {
      child.once('error', (error) => resolve({ code: 127, reason: error.message }));
      // `close`, not `exit`: the last lines of output may still be on their way
      child.once('close', (code, name) =>
        resolve({ code: code ?? 128, reason: name ? `ended by ${name}` : undefined }),
      );
    });
    clearTimeout(limit);
    return { ...result, ...(reason && { reason }) };
  }

  /** Ends everything that still runs. */
  async endAll(patience) {
    await Promise.all([...this.#running].map((child) => child.pid && endFamily(child.pid, patience)));
  }

  /** Ends everything, and then us, when we are interrupted; `after` runs last. */
  endWithUs(after = () => {}) {
    let ending = false;
    for (const [name, number] of Object.entries({ SIGINT: 2, SIGTERM: 15, SIGHUP: 1 })) {
      process.on(name, async () => {
        if (ending) return;
        ending = true;
        await this.endAll();
        await after();
        process.exit(128 + number);
      });
    }
  }
}

function byLine(stream, onLine) {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk) => {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop();
    for (const line of lines) onLine(line);
  });
  stream.on('end', () => rest && onLine(rest));
}

// Runs mocha over bundled test files, in a process of its own:   node mocha-run.cjs order.json
// Tests may be written as describe/it or suite/test. What happened is on disk after every test, so a crash loses nothing.
const { readFileSync, writeFileSync } = require('node:fs');
const Mocha = require('mocha');

const { files, grep, outcome } = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const mocha = new Mocha({
  ui: 'bdd',
  reporter: 'spec',
  timeout: 20_000,
  color: process.stdout.isTTY,
  ...(grep && { grep }),
});
Mocha.interfaces.tdd(mocha.suite);

const result = { passed: 0, pending: [], failures: [], running: undefined, ended: false };
const save = () => writeFileSync(outcome, JSON.stringify(result));

for (const file of files) {
  const add = (error) =>
    Mocha.Suite.create(mocha.suite, file).addTest(
      new Mocha.Test('can be loaded', () => {
        throw error;
      }),
    );
  try {
    mocha.suite.emit('pre-require', globalThis, file, mocha);
    const loaded = require(file);
    mocha.suite.emit('require', loaded, file, mocha);
    mocha.suite.emit('post-require', globalThis, file, mocha);
  } catch (error) {
    add(error);
  }
}

const runner = mocha.run(() => {
  result.ended = true;
  result.running = undefined;
  save();
  // A test that leaves a timer or a connection open must not keep the suite from ending.
  process.stdout.write('', () => process.exit(result.failures.length ? 1 : 0));
});
runner.on('test', (test) => {
  result.running = test.fullTitle();
  save();
});
runner.on('pass', () => {
  result.passed += 1;
});
runner.on('pending', (test) => result.pending.push(test.fullTitle()));
runner.on('fail', (test, error) =>
  result.failures.push({ title: test.fullTitle(), message: String(error?.message ?? error) }),
);

// What the extension host loads and calls. Outcomes leave as lines on the console, which every host passes on.
import Mocha from 'mocha';
import { loadTests } from 'suite-tests';

const report = (event: object) => console.log(`AIMS-TEST ${JSON.stringify(event)}`);

/** Runs the suite inside the extension host; rejects when a test fails. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: 'bdd', timeout: 30_000, color: false, reporter: class {} as never });
  Mocha.interfaces.tdd(mocha.suite);
  mocha.suite.emit('pre-require', globalThis, null, mocha);
  loadTests();
  const failed = await new Promise<number>((resolve) => {
    const runner = mocha.run(resolve);
    runner.on('pass', (test) => report({ kind: 'pass', title: test.fullTitle() }));
    runner.on('fail', (test, error) =>
      report({ kind: 'fail', title: test.fullTitle(), message: String(error.message) }),
    );
  });
  report({ kind: 'end' });
  if (failed) throw new Error(`${failed} tests failed`);
}

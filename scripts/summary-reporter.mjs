/**
 * Vitest reporter: says which suites were skipped and why, then ends the run with `N passed, N failed` on a line of its own.
 * With CI=true a skipped test fails the run, so that a missing tool is never mistaken for a pass.
 */
export default class SummaryReporter {
  onTestRunEnd(modules, errors) {
    const count = { passed: 0, failed: errors.length, skipped: 0 };
    const skipped = new Set();
    for (const module of modules) {
      const tests = [...module.children.allTests()];
      for (const test of tests) {
        const { state } = test.result();
        if (state === 'passed' || state === 'failed') count[state] += 1;
        else {
          count.skipped += 1;
          skipped.add(`${module.relativeModuleId}: ${outermost(test).name}`);
        }
      }
      // A file that cannot be loaded has no tests, yet it failed.
      if (module.state() === 'failed' && !tests.some((test) => test.result().state === 'failed')) count.failed += 1;
    }
    this.count = count;
    this.skipped = skipped;
  }

  // The default reporter prints on run end too; waiting for the exit keeps this line the last one.
  onInit() {
    process.once('exit', () => this.print());
  }

  print() {
    if (!this.count) return;
    const { passed, failed, skipped } = this.count;
    const strict = process.env.CI === 'true' && skipped > 0;
    for (const name of this.skipped) console.log(`skipped: ${name}`);
    if (strict) console.log('CI=true: every suite has to run; a skipped one fails the run.');
    if (strict && !process.exitCode) process.exitCode = 1;
    console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  }
}

function outermost(test) {
  return test.parent.type === 'module' ? test : test.parent.type === 'suite' ? outermostSuite(test.parent) : test;
}

function outermostSuite(suite) {
  return suite.parent.type === 'suite' ? outermostSuite(suite.parent) : suite;
}

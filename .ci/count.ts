import { readFile } from 'node:fs/promises'

/** Adds up the JSON reports of the test runs and prints the closing line that CI reads. */
interface Report {
  numPassedTests: number
  numFailedTests: number
  numPendingTests: number
  numTodoTests: number
  numFailedTestSuites: number
  numTotalTests: number
}

let [passed, failed, skipped] = [0, 0, 0]
for (const path of process.argv.slice(2)) {
  const report: Report | undefined = await readFile(path, 'utf8').then(JSON.parse, () => undefined)
  passed += report?.numPassedTests ?? 0
  skipped += (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0)
  // A file that did not even load has no tests to count; neither has a run that wrote no report.
  failed += report ? Math.max(report.numFailedTests, report.numFailedTestSuites) : 1
}
console.log(`${passed} passed, ${failed} failed, ${skipped} skipped`)
process.exit(failed === 0 && passed > 0 ? 0 : 1)

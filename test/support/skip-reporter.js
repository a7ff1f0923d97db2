/** Prints why a test was skipped: a skip without a reason looks like a pass. */
module.exports = class SkipReporter {
	onRunComplete(_contexts, results) {
		for (const file of results.testResults) {
			for (const test of file.testResults) {
				if (test.status === "pending") console.log(`skipped: ${test.fullName}`);
			}
		}
	}
};

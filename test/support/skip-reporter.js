const { writeFileSync } = require("node:fs");

/** Prints why tests were skipped, since a skip without a reason looks like a pass, and leaves the numbers for CI. */
module.exports = class SkipReporter {
	#filter;

	constructor({ testNamePattern }) {
		this.#filter = testNamePattern;
	}

	onRunComplete(_contexts, results) {
		const skipped = results.testResults.flatMap((file) => file.testResults.filter((test) => test.status === "pending"));
		// Tests excluded by a name filter are skipped for that reason.
		if (this.#filter) console.log(`skipped: ${skipped.length} tests whose names do not match ${this.#filter}`);
		else for (const [group, count] of countsOf(skipped)) console.log(`skipped: ${count} of ${group}`);
		const file = process.env.SCALEKIT_READINESS_RESULTS;
		if (!file) return;
		const failed = results.numFailedTests + results.numRuntimeErrorTestSuites;
		writeFileSync(file, JSON.stringify({ passed: results.numPassedTests, failed, skipped: results.numPendingTests }));
	}
};

/** How many tests were skipped of each group; the group's name has the reason. */
function countsOf(tests) {
	const counts = new Map();
	for (const { ancestorTitles, fullName } of tests) {
		const group = ancestorTitles[0] ?? fullName;
		counts.set(group, (counts.get(group) ?? 0) + 1);
	}
	return counts;
}

import { SOURCE_POSITIONS } from "./source-positions";

/**
 * Node.js 20 never comes back from `util.inspect` with colours of a stack trace that has a file right inside a package
 * folder: a program that throws would take minutes to say so.
 */
const WITHOUT_COLOURS = `import util from "node:util";
const { inspect } = util;
util.inspect = Object.assign((value, options, ...rest) => inspect(value, typeof options === "object" && options ? { ...options, colors: false } : options, ...rest), inspect);`;

/** The variable by whose value the processes of one run are found. */
export const MARK = "SCALEKIT_READINESS_RUN";

/** A process that the program starts is marked as well where it gets an environment of its own. */
const MARKED = `import { ChildProcess } from "node:child_process";
const { spawn } = ChildProcess.prototype;
const mark = "${MARK}=" + process.env.${MARK};
ChildProcess.prototype.spawn = function (options) {
	if (Array.isArray(options?.envPairs) && !options.envPairs.includes(mark)) options.envPairs.push(mark);
	return spawn.call(this, options);
};`;

/** Reports on file descriptor 3 that the event loop is empty, which a process that calls `process.exit` never comes to. */
const REPORTING_EMPTY_LOOP = `import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread)
	process.once("beforeExit", () => {
		try {
			writeSync(3, ".");
		} catch {}
	});`;

/** What Node.js runs before a program. */
export const PRELOADS = [WITHOUT_COLOURS, MARKED, SOURCE_POSITIONS, REPORTING_EMPTY_LOOP];

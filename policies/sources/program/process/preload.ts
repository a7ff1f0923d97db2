import { SOURCE_POSITIONS } from "./source-positions";

/**
 * In Node.js 20, `util.inspect` with colors takes minutes for a stack trace with a file directly inside a package folder.
 */
const WITHOUT_COLOURS = `import util from "node:util";
const { inspect } = util;
util.inspect = Object.assign((value, options, ...rest) => inspect(value, typeof options === "object" && options ? { ...options, colors: false } : options, ...rest), inspect);`;

/** The variable that identifies the processes of a run. */
export const MARK = "SCALEKIT_READINESS_RUN";

/** Sets the variable also for child processes with their own environment. */
const MARKED = `import { ChildProcess } from "node:child_process";
const { spawn } = ChildProcess.prototype;
const mark = "${MARK}=" + process.env.${MARK};
ChildProcess.prototype.spawn = function (options) {
	if (Array.isArray(options?.envPairs) && !options.envPairs.includes(mark)) options.envPairs.push(mark);
	return spawn.call(this, options);
};`;

/** Reports on file descriptor 3 that the event loop is empty, which does not happen if the process calls `process.exit`. */
const REPORTING_EMPTY_LOOP = `import { writeSync } from "node:fs";
import { isMainThread } from "node:worker_threads";
if (isMainThread)
	process.once("beforeExit", () => {
		try {
			writeSync(3, ".");
		} catch {}
	});`;

/** Modules that Node.js runs before a program. */
export const PRELOADS = [WITHOUT_COLOURS, MARKED, SOURCE_POSITIONS, REPORTING_EMPTY_LOOP];

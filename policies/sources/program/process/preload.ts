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
const MARKED = `import childProcess, { ChildProcess } from "node:child_process";
import { syncBuiltinESMExports } from "node:module";
const value = process.env.${MARK};
const mark = "${MARK}=" + value;
const { spawn } = ChildProcess.prototype;
ChildProcess.prototype.spawn = function (options) {
	if (Array.isArray(options?.envPairs) && !options.envPairs.includes(mark)) options.envPairs.push(mark);
	return spawn.call(this, options);
};
const marked = (argument) => (argument?.env && !Array.isArray(argument) ? { ...argument, env: { ...argument.env, ${MARK}: value } } : argument);
for (const name of ["execSync", "execFileSync", "spawnSync"]) {
	const original = childProcess[name];
	childProcess[name] = (...args) => original(...args.map(marked));
}
syncBuiltinESMExports();`;

/** What the program's process reports on file descriptor 3, one message a line. */
export type ProcessReport =
	/** Its event loop is empty: it ends without `process.exit`. */
	{ readonly emptyLoop: true } | { readonly exit: ExitCall };

/** A call of `process.exit`. */
export interface ExitCall {
	readonly code: number;
	/** Where it was called, as `Error.stack`. */
	readonly stack: string;
}

/**
 * Child processes may have inherited the arguments of Node.js, but another file as descriptor 3. The SDK itself exits after it has reported an error.
 */
const REPORTING_END = `import { writeSync } from "node:fs";
import { syncBuiltinESMExports } from "node:module";
import { isMainThread } from "node:worker_threads";
const report = (message) => {
	try {
		writeSync(3, JSON.stringify(message) + "\\n");
	} catch {}
};
const currentStack = () => {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 50;
	const { stack } = new Error();
	Error.stackTraceLimit = stackTraceLimit;
	return String(stack).slice(0, 20_000);
};
const CALLER = /^ +at (?!.*data:text).*$/m;
const OF_SDK = /@pulumi[\\\\/]pulumi[\\\\/]cmd[\\\\/]/;
if (isMainThread && process.ppid === ${process.pid}) {
	process.once("beforeExit", () => report({ emptyLoop: true }));
	let isReported = false;
	for (const name of ["exit", "reallyExit"]) {
		const original = process[name];
		process[name] = function (code) {
			const stack = isReported ? "" : currentStack();
			const isOwn = OF_SDK.test(CALLER.exec(stack)?.[0]);
			if (!isReported && !isOwn) report({ exit: { code: Number(code ?? process.exitCode ?? 0), stack } });
			isReported = true;
			return original.apply(this, arguments);
		};
	}
	syncBuiltinESMExports();
}`;

/** The SDK reads a stack trace for every promise, for a debug message only: almost half of the time of a program with thousands of resources. */
const WITHOUT_PROMISE_STACKS = `import Module from "node:module";
const { _compile } = Module.prototype;
Module.prototype._compile = function (content, file, ...rest) {
	const result = _compile.call(this, content, file, ...rest);
	const { debuggablePromise } = /@pulumi[\\\\/]pulumi[\\\\/]runtime[\\\\/]debuggable[.]js$/.test(file) ? this.exports : {};
	if (debuggablePromise && !process.env.PULUMI_DEBUG_PROMISE_LEAKS)
		this.exports.debuggablePromise = (...args) => {
			const { stackTraceLimit } = Error;
			Error.stackTraceLimit = 0;
			try {
				return debuggablePromise(...args);
			} finally {
				Error.stackTraceLimit = stackTraceLimit;
			}
		};
	return result;
};`;

/** Modules that Node.js runs before a program. */
export const PRELOADS = [WITHOUT_COLOURS, MARKED, SOURCE_POSITIONS, WITHOUT_PROMISE_STACKS, REPORTING_END];

/**
 * Node.js 20 never comes back from `util.inspect` with colours of a stack trace that has a file right inside a package
 * folder, which is what the SDK's source maps name: a program that throws would take minutes to say so.
 */
const WITHOUT_COLOURS = `import util from "node:util";
const { inspect } = util;
util.inspect = Object.assign((value, options, ...rest) => inspect(value, typeof options === "object" && options ? { ...options, colors: false } : options, ...rest), inspect);`;

/**
 * SDKs find the place of a call in stack frames with parentheses only, `at make (file:1:2)`, and frames have none where
 * there is no function to name: at the top of an ES module, in a callback. The SDK's own pattern is made
 * to take both once the SDK is loaded; what did it is gone before the program starts.
 */
const WITH_EVERY_PLACE = `import Module from "node:module";
const load = Module._extensions[".js"];
const patching = function (module, file) {
	load.call(this, module, file);
	if (!/[\\\\/]@pulumi[\\\\/]pulumi[\\\\/]resource\\.js$/.test(file)) return;
	if (Module._extensions[".js"] === patching) Module._extensions[".js"] = load;
	const { Resource } = module.exports;
	if (Resource && Resource.framePositionRegExp instanceof RegExp)
		Resource.framePositionRegExp = /^\\s*at (?:.* \\((?=.*\\)$)|(?:async )?(?=file:|\\/|[A-Za-z]:[\\\\/])(?!.*\\)$))(?<file>.*):(?<line>[0-9]+):(?<column>[0-9]+)\\)?$/;
};
Module._extensions[".js"] = patching;`;

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
export const PRELOAD = `${WITHOUT_COLOURS}\n${WITH_EVERY_PLACE}\n${REPORTING_EMPTY_LOOP}`;

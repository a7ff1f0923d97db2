// Preloaded with NODE_OPTIONS into the built command or pack: the rule in THROWING_RULE throws an error with the message in
// THROWN_MESSAGE for every resource.
const Module = require("node:module");

/** The function of the evaluator that calls a rule, minified. */
const CALL = /(function [\w$]+\(([\w$]+),[\w$]+,([\w$]+)\)\{try\{)(?=let [\w$]+=\3\(\);return Array\.isArray)/;

const compile = Module.prototype._compile;
Module.prototype._compile = function (content, filename, ...rest) {
	if (!/[\\/]dist[\\/](?:cli|policy-runner)\.cjs$/.test(filename)) return compile.call(this, content, filename, ...rest);
	if (!CALL.test(content)) throw new Error(`${filename} calls rules in another way`);
	const changed = content.replace(
		CALL,
		(call, _, rule) => `${call}if(${rule}.id===process.env.THROWING_RULE)throw new TypeError(process.env.THROWN_MESSAGE);`,
	);
	return compile.call(this, changed, filename, ...rest);
};

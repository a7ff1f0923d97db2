/**
 * Original source positions in all stack traces.
 *
 * SDKs find the position of a call in stack frames with a path in parentheses, `at make (/file:1:2)`. Node.js writes no
 * parentheses without a function name (at the top level of an ES module, in a callback), and URLs for ES modules. The package
 * "source-map-support", which Pulumi's runner and ts-node install, does not see the output of ES module loaders (tsx,
 * ts-node/esm); Node.js does, and knows all other source maps too. Two positions are omitted: without a map in a file that must
 * be compiled, because it refers to the compiled code; and with a map of a different text than the file's. If two loaders
 * compile a file in sequence, the first one's map is in that text.
 *
 * Source maps of packages are not read: there are thousands, and positions in packages are not reported.
 */
export const SOURCE_POSITIONS = String.raw`import { readFileSync } from "node:fs";
import Module, { findSourceMap, SourceMap } from "node:module";
import { dirname, isAbsolute, resolve } from "node:path";
import { fileURLToPath } from "node:url";

process.setSourceMapsEnabled(true);
const { _compile } = Module.prototype;
Module.prototype._compile = function (content, file, ...rest) {
	process.setSourceMapsEnabled(!/[\\/]node_modules[\\/]/.test(file));
	try {
		return _compile.call(this, content, file, ...rest);
	} finally {
		process.setSourceMapsEnabled(true);
	}
};

const pathOf = (file) => {
	try {
		return file.startsWith("file:") ? fileURLToPath(file) : isAbsolute(file) ? file : undefined;
	} catch {}
};
const textOf = (path) => {
	try {
		return readFileSync(path, "utf8").replace(/^\uFEFF/, "");
	} catch {}
};
const INLINE_MAP = /\n\/\/# sourceMappingURL=data:application\/json[^,\n]*;base64,([\w+/=]+)\s*$/;

/** A source of a map: { path } if it is a file with the text that was mapped, { map } if another loader created that text. */
const resolveSource = (map, source) => {
	const path = pathOf(source);
	const { sources, sourcesContent } = map.payload;
	const content = sourcesContent?.[sources.indexOf(source)]?.replace(/^\uFEFF/, "");
	const text = path === undefined ? undefined : textOf(path);
	if (text !== undefined && (content ?? text) === text) return { path };
	const inline = INLINE_MAP.exec(content ?? "")?.[1];
	if (!inline || path === undefined) return {};
	const payload = JSON.parse(Buffer.from(inline, "base64"));
	return { map: new SourceMap({ ...payload, sources: payload.sources.map((each) => (pathOf(each) ? each : resolve(dirname(path), each))) }) };
};
const resolved = new Map();
const sourceOf = (map, file, source) => {
	const key = file + "\n" + source;
	if (!resolved.has(key)) resolved.set(key, resolveSource(map, source));
	return resolved.get(key);
};

/** Lines and columns start at 0. */
const originOf = (map, file, line, column) => {
	const entry = map?.findEntry(line, column);
	if (entry?.generatedLine !== line || !entry.originalSource) return;
	const { originalSource, originalLine, originalColumn } = entry;
	const source = sourceOf(map, file, originalSource);
	if (source.map) return originOf(source.map, file + "\n" + originalSource, originalLine, originalColumn);
	return source.path && source.path + ":" + (originalLine + 1) + ":" + (originalColumn + 1);
};
/** Node.js's type stripping keeps positions; a loader of the program may not. */
const LOADER = /(?:^|\s)(?:--(?:experimental-)?loader|--import(?!=data:text\/javascript,)|--require|-r)(?=[\s=]|$)/;
const strips = process.features.typescript === "strip" && ![...process.execArgv, process.env.NODE_OPTIONS ?? ""].some((each) => LOADER.test(each));
const isCompiled = (path) => /\.[cm]?tsx?$/.test(path) && !strips;
const positionOf = (file, line, column) => {
	const path = pathOf(file);
	return path && (originOf(findSourceMap(file), file, line - 1, column - 1) ?? (isCompiled(path) ? path : path + ":" + line + ":" + column));
};
/** The SDK reads a stack for each promise, so the same positions repeat. */
const positions = new Map();
const knownPosition = (at, file, line, column) => {
	if (!positions.has(at)) positions.set(at, positionOf(file, line, column));
	return positions.get(at);
};

const frameOf = (site) => {
	const text = String(site);
	const file = site.getFileName();
	if (!file) return text;
	const [line, column] = [site.getLineNumber(), site.getColumnNumber()];
	const at = file + ":" + line + ":" + column;
	const inParentheses = text.endsWith(" (" + at + ")");
	if (!inParentheses && !text.endsWith(at)) return text;
	const position = knownPosition(at, file, line, column);
	if (position === undefined) return text;
	const call = inParentheses ? text.slice(0, -at.length - 3) : text.slice(0, -at.length) + "<anonymous>";
	return call + " (" + position + ")";
};
const isOwn = (site) => site.getFileName()?.startsWith("data:text/javascript,") ?? false;
/** As written by source-map-support, with a trailing colon: SDKs such as 3.157 expect "Error:" at the top. */
const headOf = (error) => {
	try {
		const head = Error.prototype.toString.call(error);
		return /^\w*Error$/.test(head) ? head + ": " : head;
	} catch {
		return "Error: ";
	}
};
const format = (error, sites) => [headOf(error), ...sites.filter((site) => !isOwn(site)).map((site) => "    at " + frameOf(site))].join("\n");

let own = format;
Object.defineProperty(Error, "prepareStackTrace", {
	configurable: true,
	get: () => own,
	set: (value) => {
		if (!/wrapCallSite/.test(value)) own = value ?? format;
	},
});`;

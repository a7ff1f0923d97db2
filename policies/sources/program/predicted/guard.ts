import { type Callback, type Marks, verifier } from "./verifier";

/** The settings of the guard. */
export interface GuardOptions extends Marks {
	/** True in the run with predicted outputs, which runs callbacks that a preview does not. */
	readonly predicted: boolean;
	/** The function that returns an output of an unknown stack. */
	readonly stackOutput: string;
}

/** The function through which the guard requests an output of another stack. */
export const STACK_OUTPUT = "scalekit-readiness:index:stackOutput";

/** Modules that Node.js runs before a program. */
export function guardFor(options: GuardOptions): string {
	return `(${guard.toString()})(${JSON.stringify(options)}, ${verifier.toString()});`;
}

/** The parts of Pulumi's SDK that the guard uses. */
interface Sdk {
	readonly Output: { readonly prototype: Record<string, unknown>; isInstance(value: unknown): boolean };
	readonly unknown: object;
	isUnknown?(value: unknown): boolean;
	all(values: readonly unknown[]): { apply(callback: (values: [string, Record<string, unknown>]) => unknown): unknown };
	output(value: unknown): unknown;
}

/**
 * Monitors how callbacks use stand-ins, in the program's process: this function's source runs there, so it is self-contained.
 *
 * A callback that receives a stand-in and returns a string, number or boolean without one has computed or decided something from a placeholder: its result is
 * unknown, or a string that is a stand-in again. With predicted outputs, callbacks also run on partially unknown arguments, and a callback that throws makes
 * its own result unknown instead of failing the program: real values may be documents or addresses.
 */
function guard({ pattern, prefix, predicted, stackOutput }: GuardOptions, makeVerifier: typeof verifier): void {
	const marks = new RegExp(pattern, "i");
	const aToken = new RegExp(`^\\s*${prefix}[0-9a-f]{8}\\s*$`);
	const { parse } = JSON;
	let made = 0;
	const token = () => `${prefix}${(0xf0000000 + made++).toString(16)}`;

	const isPlain = (value: object) => Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
	const holdsMark = (value: unknown, seen = new Set<unknown>()): boolean => {
		if (typeof value === "string" || typeof value === "number") return marks.test(String(value));
		if (typeof value !== "object" || value === null || seen.has(value)) return false;
		seen.add(value);
		if ("__pulumiUnknown" in value) return true;
		return isPlain(value) && Object.entries(value).some(([key, child]) => marks.test(key) || holdsMark(child, seen));
	};

	const { isCalledAgain, verified } = makeVerifier({ pattern, prefix }, token);

	/** An object with unknown keys: every key has a string. */
	const anyDocument = () =>
		new Proxy(
			{},
			{
				get: (_, key) => (typeof key !== "string" || key === "then" || key === "toJSON" || key.startsWith("__") ? undefined : token()),
				has: (_, key) => typeof key === "string" && !key.startsWith("__"),
			},
		);

	const patchOutput = (sdk: Sdk) => {
		const { Output, unknown, isUnknown } = sdk;
		const apply = Output?.prototype?.["apply"] as ((...args: unknown[]) => unknown) | undefined;
		if (!apply || !isUnknown) return;

		/** Unknowns inside a result become strings, so that the rest stays known. */
		const withoutUnknowns = (value: unknown, depth = 0): unknown => {
			if (typeof value !== "object" || value === null || depth > 6) return value;
			if (isUnknown(value)) return token();
			if (!isPlain(value)) return value;
			if (Array.isArray(value)) return value.map((item) => withoutUnknowns(item, depth + 1));
			return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutUnknowns(child, depth + 1)]));
		};
		/** @param verify undefined if the callback must not be called again */
		const checkedResult = (result: unknown, isTainted: boolean, verify?: (result: unknown) => unknown): unknown => {
			if (isUnknown(result)) return result;
			// An inner callback may have used the outer one's value.
			if (Output.isInstance(result)) return isTainted ? apply.call(result, (inner: unknown) => checkedResult(inner, true), true) : result;
			const isLeaf = (typeof result !== "object" && typeof result !== "function") || result === null;
			if (isTainted && isLeaf && !holdsMark(result)) return typeof result === "string" ? token() : unknown;
			if (!predicted) return result;
			return withoutUnknowns(isTainted && verify && result !== null && typeof result !== "function" ? verify(result) : result);
		};
		const failed = (error: unknown) => {
			if (predicted) return unknown;
			throw error;
		};
		const guarded = (callback: Callback) => (value: unknown) => {
			if (isUnknown(value)) return predicted ? unknown : callback(value);
			const isTainted = holdsMark(value);
			const before = requests;
			try {
				const result = callback(value);
				if (result instanceof Promise) return result.then((each) => checkedResult(each, isTainted), failed);
				// A callback with side effects is not called again.
				const isRepeatable = requests === before && result !== value;
				return checkedResult(result, isTainted, isRepeatable ? (each) => verified(each, value, callback) : undefined);
			} catch (error) {
				return failed(error);
			}
		};
		Output.prototype["apply"] = function (this: unknown, callback: (value: unknown) => unknown, withUnknowns?: boolean) {
			if (isCalledAgain()) return apply.call(this, () => unknown, true);
			// The SDK's own callbacks handle unknowns.
			return withUnknowns ? apply.call(this, callback, true) : apply.call(this, guarded(callback), predicted);
		};
		const { prototype } = unknown.constructor as { prototype: object };
		Object.defineProperties(prototype, { toString: { value: token }, toJSON: { value: token } });
		JSON.parse = (text: unknown, reviver) =>
			isUnknown(text) || aToken.test(String(text)) ? anyDocument() : parse(text as string, reviver);
	};

	/** Outputs of an unknown stack are requested by name. */
	const patchStackReference = (
		{ StackReference }: Record<string, { prototype: Record<string, unknown> }>,
		load: (path: string) => unknown,
	) => {
		if (!StackReference) return;
		const { all, output } = load("./output") as Sdk;
		const { invoke } = load("./runtime/invoke") as { invoke(token: string, args: object): Promise<{ value?: unknown }> };
		for (const method of ["getOutput", "requireOutput"]) {
			const original = StackReference.prototype[method] as (name: unknown) => unknown;
			StackReference.prototype[method] = function (this: { outputs: unknown; urn: unknown }, name: unknown) {
				const isOpen = (outputs: Record<string, unknown>) => Object.keys(outputs).some((key) => aToken.test(key));
				const known = original.call(this, name);
				return (all([name, this.outputs, this.urn, known]) as ReturnType<Sdk["all"]>).apply((values) => {
					const [named, outputs, urn, value] = values as unknown as [string, Record<string, unknown>, string, unknown];
					return isOpen(outputs) ? invoke(stackOutput, { urn, name: named }).then((answer) => output(answer.value)) : value;
				});
			};
		}
	};

	const Module = process.getBuiltinModule("module") as unknown as {
		_extensions: Record<string, (module: { exports: never; require(path: string): unknown }, file: string) => void>;
	};
	/** The number of side effects of the program. */
	let requests = 0;
	/** A repeated callback cannot have side effects. */
	const holdBack = (owner: object, names: readonly string[]) => {
		const functions = owner as Record<string, unknown>;
		for (const name of names) {
			const original = functions[name];
			if (typeof original !== "function") continue;
			functions[name] = Object.assign(function (this: unknown, ...args: unknown[]) {
				if (isCalledAgain()) throw new Error(`${name} is blocked in a repeated callback`);
				requests++;
				return original.apply(this, args);
			}, original);
		}
	};
	if (predicted) {
		const writes = ["writeFileSync", "appendFileSync", "mkdirSync", "rmSync", "unlinkSync", "copyFileSync", "renameSync", "writeFile"];
		holdBack(process.getBuiltinModule("fs"), [...writes, "createWriteStream"]);
		holdBack(process.getBuiltinModule("child_process"), ["exec", "execFile", "execFileSync", "execSync", "fork", "spawn", "spawnSync"]);
		holdBack(globalThis, ["fetch"]);
		(Module as unknown as { syncBuiltinESMExports(): void }).syncBuiltinESMExports();
	}

	const load = Module._extensions[".js"] as (typeof Module._extensions)[string];
	Module._extensions[".js"] = function (this: unknown, module, file) {
		load.call(this, module, file);
		if (/[\\/]@pulumi[\\/]pulumi[\\/]output\.js$/.test(file)) patchOutput(module.exports);
		if (predicted && /[\\/]@pulumi[\\/]pulumi[\\/]runtime[\\/](?:resource|invoke)\.js$/.test(file))
			holdBack(module.exports, ["registerResource", "readResource", "invoke", "call"]);
		if (predicted && /[\\/]@pulumi[\\/]pulumi[\\/]stackReference\.js$/.test(file))
			patchStackReference(module.exports, (path) => module.require(path));
	};
}

/** What the guard needs of a check's stand-ins. */
export interface GuardOptions {
	/** Finds a stand-in in a text; case-insensitive. */
	readonly pattern: string;
	/** What tokens begin with. */
	readonly prefix: string;
	/** True in the run with predicted outputs, where callbacks run that a preview does not run. */
	readonly predicted: boolean;
	/** The function that answers an output of a stack that nobody knows. */
	readonly stackOutput: string;
}

/** The function by which the guard asks for an output of another stack. */
export const STACK_OUTPUT = "scalekit-readiness:index:stackOutput";

/** What Node.js runs before a program. */
export function guardFor(options: GuardOptions): string {
	return `(${guard.toString()})(${JSON.stringify(options)});`;
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
 * Watches what callbacks make of stand-ins, in the program's process: this function's source is what runs there, so it uses
 * nothing from outside.
 *
 * A callback that gets a stand-in and returns a text, number or boolean without one has computed or decided something from a
 * made-up value: its result is unknown, or a text that is a stand-in again. With predicted outputs a callback also runs where
 * parts of its argument are unknown, and one that throws makes its own result unknown and not the program fail: real values
 * may be documents and addresses where stand-ins are words.
 */
function guard({ pattern, prefix, predicted, stackOutput }: GuardOptions): void {
	const marks = new RegExp(pattern, "i");
	const aToken = new RegExp(`^\\s*${prefix}[0-9a-f]{8}\\s*$`);
	const { parse } = JSON;
	let made = 0;
	const token = () => `${prefix}${(0xf0000000 + made++).toString(16)}`;

	const isPlain = (value: object) => Array.isArray(value) || [Object.prototype, null].includes(Object.getPrototypeOf(value));
	const holdsMark = (value: unknown, depth = 0): boolean => {
		if (typeof value === "string" || typeof value === "number") return marks.test(String(value));
		if (typeof value !== "object" || value === null || depth > 6) return false;
		if ("__pulumiUnknown" in value) return true;
		return isPlain(value) && Object.entries(value).some(([key, child]) => marks.test(key) || holdsMark(child, depth + 1));
	};

	/** A document of which nobody knows the keys: each has a text. */
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

		/** What is unknown inside a result becomes a text, so that the rest of the result stays known. */
		const withoutUnknowns = (value: unknown, depth = 0): unknown => {
			if (typeof value !== "object" || value === null || depth > 6) return value;
			if (isUnknown(value)) return token();
			if (!isPlain(value)) return value;
			if (Array.isArray(value)) return value.map((item) => withoutUnknowns(item, depth + 1));
			return Object.fromEntries(Object.entries(value).map(([key, child]) => [key, withoutUnknowns(child, depth + 1)]));
		};
		const settle = (result: unknown, tainted: () => boolean): unknown => {
			if (isUnknown(result) || Output.isInstance(result)) return result;
			const isLeaf = typeof result !== "object" && typeof result !== "function";
			if (isLeaf || result === null) {
				if (!tainted() || holdsMark(result)) return result;
				return typeof result === "string" ? token() : unknown;
			}
			return predicted ? withoutUnknowns(result) : result;
		};
		const guarded = (callback: (value: unknown) => unknown) => (value: unknown) => {
			if (isUnknown(value)) return predicted ? unknown : callback(value);
			let known: boolean | undefined;
			const tainted = () => {
				known ??= holdsMark(value);
				return known;
			};
			if (!predicted) {
				const result = callback(value);
				return result instanceof Promise ? result.then((each) => settle(each, tainted)) : settle(result, tainted);
			}
			try {
				const result = callback(value);
				if (!(result instanceof Promise)) return settle(result, tainted);
				return result.then(
					(each) => settle(each, tainted),
					() => unknown,
				);
			} catch {
				return unknown;
			}
		};
		Output.prototype["apply"] = function (this: unknown, callback: (value: unknown) => unknown, withUnknowns?: boolean) {
			// The SDK's own callbacks know what is unknown.
			return withUnknowns ? apply.call(this, callback, true) : apply.call(this, guarded(callback), predicted);
		};
		if (!predicted) return;
		const { prototype } = unknown.constructor as { prototype: object };
		Object.defineProperties(prototype, { toString: { value: token }, toJSON: { value: token } });
		JSON.parse = (text, reviver) => (typeof text === "string" && aToken.test(text) ? anyDocument() : parse(text, reviver));
	};

	/** The outputs of a stack that is not known are asked for by name. */
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
	const load = Module._extensions[".js"] as (typeof Module._extensions)[string];
	Module._extensions[".js"] = function (this: unknown, module, file) {
		load.call(this, module, file);
		if (/[\\/]@pulumi[\\/]pulumi[\\/]output\.js$/.test(file)) patchOutput(module.exports);
		if (predicted && /[\\/]@pulumi[\\/]pulumi[\\/]stackReference\.js$/.test(file))
			patchStackReference(module.exports, (path) => module.require(path));
	};
}

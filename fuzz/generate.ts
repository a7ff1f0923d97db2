import { gzipSync } from "node:zlib";
import type { Random } from "../bench/faults/random";
import { type ExampleResource, Interpolation, JsonString, OutputReference, secret, UNKNOWN } from "../policies/engine/example";
import type { ResourceType } from "../policies/engine/resource";
import * as resourceTypes from "../policies/facts/resource-types";
import { type Dictionary, isReference } from "./dictionary";
import type { Shape, Shapes } from "./shapes";
import { closed, type Path, pathsOf, renamed, type Stack, valueAt, withValue } from "./stack";

const TYPES = Object.values(resourceTypes) as readonly ResourceType[];

/** Strings that break careless code, in addition to those of the dictionary. */
const STRANGE: readonly string[] = [
	...["", " ", "0", "-1", "*", "true", "FALSE", "null", "undefined", "NaN", "1e309", "2147483648", "é", "\u0000", "\u202eelbasu"],
	...["__proto__", "constructor", "toString", "hasOwnProperty", "${", "{{", "{", "[", '{"a":', "[[[[[[[[[[", '"', "\\", "%", "%E0%A4%A"],
	...["arn:", "arn:aws:sns:us-east-1::", "arn:aws-cn:lambda:cn-north-1:123456789012:function:a:b", "https://", "http://[::1", "a://b:c@d"],
	...["(a+)+$", "/*/*/*", "{ $.a = 1 || }", '{ ($.event = "login.failed") && }', 'ALARM("', "m1 / 0", "IF(", "a".repeat(3000)],
	...[
		"=".repeat(500),
		"password=".repeat(100),
		"-----BEGIN PRIVATE KEY-----",
		"#cloud-config\n: :\n  - {",
		"Content-Type: multipart/mixed; boundary=",
	],
	...[JSON.stringify({ a: { b: [{ c: "d" }] } }), Buffer.from("{}").toString("base64"), gzipSync("password=x").toString("base64")],
];
const NUMBERS: readonly number[] = [0, 1, -1, 3, 5, 60, 80, 443, 300, 0.5, 8443, 65536, 31536000, 2_000_000_000, Number.MAX_SAFE_INTEGER];
const STRANGE_KEYS: readonly string[] = ["constructor", "__defaults", "toString", "", "a.b", "a[0]"];

/** Makes stacks from seeds and from the shapes of resource types. */
export class Generator {
	constructor(
		private readonly random: Random,
		private readonly seeds: readonly Stack[],
		private readonly dictionary: Dictionary,
		private readonly shapes: Shapes,
	) {}

	/** A stack of up to a dozen resources. */
	stack(): ExampleResource[] {
		let stack: Stack = this.random.chance(0.7) ? this.#seed() : this.#fresh();
		if (this.random.chance(0.2)) stack = this.#joined(stack, this.random.chance(0.5) ? this.#seed() : this.#fresh());
		for (let changes = this.random.below(5); changes > 0; changes--) stack = this.#changed(stack);
		return closed(stack);
	}

	/** The stack with one more change. */
	variant(stack: Stack): ExampleResource[] {
		return closed(this.#changed(stack));
	}

	#seed(): Stack {
		return this.random.oneOf(this.seeds);
	}

	#joined(one: Stack, other: Stack): Stack {
		const taken = new Set(one.map(({ name }) => name));
		return [...one, ...renamed(other, (name) => (taken.has(name) ? `other-${name}` : name))];
	}

	#fresh(): Stack {
		const chosen = Array.from({ length: 1 + this.random.below(5) }, (_, index) => {
			const type = this.random.oneOf(TYPES);
			return { type: this.random.oneOf(type.tokens), name: `r${index}`, shape: type.tokens[0] as string };
		});
		const names = chosen.map(({ name }) => name);
		return chosen.map(({ type, name, shape }) => ({ type, name, inputs: this.#object(shape, shape, names, 0) }));
	}

	#changed(stack: Stack): Stack {
		const index = this.random.below(stack.length);
		const resource = stack[index] as ExampleResource;
		const paths = pathsOf(resource.inputs);
		const path = paths.length > 0 ? this.random.oneOf(paths) : undefined;
		const names = stack.map(({ name }) => name);
		const choice = this.random.next();
		if (choice < 0.04 && stack.length > 1) return stack.filter((_, at) => at !== index);
		if (choice < 0.08) return stack.with(index, { ...resource, type: this.#alias(resource.type) });
		if (choice < 0.25 || !path) return this.#extended(stack, index, names);
		const value = valueAt(resource.inputs, path);
		if (choice < 0.4) return withValue(stack, index, path, undefined);
		if (choice < 0.47 && Array.isArray(value) && value.length > 0)
			return withValue(stack, index, path, [...value, this.random.oneOf(value)]);
		if (choice < 0.52) return withValue(stack, index, path, isReference(value) || value instanceof JsonString ? UNKNOWN : secret(value));
		if (choice < 0.6) return withValue(stack, index, path, this.#otherType(value));
		return withValue(stack, index, path, this.#replacement(resource.type, path, names));
	}

	/** A property that the resource does not have yet. */
	#extended(stack: Stack, index: number, names: readonly string[]): Stack {
		const { type } = stack[index] as ExampleResource;
		const shape = TYPES.find(({ tokens }) => tokens.includes(type))?.tokens[0] ?? type;
		const properties = Object.entries(this.shapes.propertiesOf(shape));
		if (properties.length === 0 || this.random.chance(0.03))
			return withValue(stack, index, [this.random.oneOf(STRANGE_KEYS)], this.#string(`${type}.x`, names));
		const [property, of] = this.random.oneOf(properties);
		return withValue(stack, index, [property], this.#value(of, `${shape}.${property}`, names, 0));
	}

	#alias(type: string): string {
		const tokens = TYPES.find((each) => each.tokens.includes(type))?.tokens;
		return tokens ? this.random.oneOf(tokens) : type;
	}

	/** The same value in another type, as providers and templates write it. */
	#otherType(value: unknown): unknown {
		if (typeof value === "number" || typeof value === "boolean") return String(value);
		if (typeof value === "string") {
			const number = Number(value);
			if (value !== "" && Number.isFinite(number)) return number;
			return this.random.oneOf([value.toUpperCase(), value.toLowerCase(), `${value}${value}`, [value], ` ${value} `]);
		}
		if (Array.isArray(value)) return value[0] ?? {};
		return [value];
	}

	#replacement(type: string, path: Path, names: readonly string[]): unknown {
		return this.#string([type, ...path.filter((key) => typeof key === "string")].join("."), names);
	}

	#object(name: string, path: string, names: readonly string[], depth: number): Record<string, unknown> {
		const entries = Object.entries(this.shapes.propertiesOf(name)).filter(([property]) => {
			const isCommon = this.dictionary.valuesOf(`${path}.${property}`).length > 0;
			return this.random.chance(isCommon ? 0.5 : 0.08 / (depth + 1));
		});
		return Object.fromEntries(entries.map(([property, shape]) => [property, this.#value(shape, `${path}.${property}`, names, depth + 1)]));
	}

	#value(shape: Shape, path: string, names: readonly string[], depth: number): unknown {
		if (this.random.chance(0.04)) return UNKNOWN;
		if (this.random.chance(0.02))
			return this.random.oneOf<unknown>([null, [], {}, "", 0, false, secret(UNKNOWN), secret("s3cr3t"), [UNKNOWN]]);
		const known = this.dictionary.valuesOf(path);
		if (known.length > 0 && this.random.chance(0.5)) return this.random.oneOf(known);
		switch (shape.kind) {
			case "list":
				return Array.from({ length: this.random.below(3) }, () => this.#value(shape.of, path, names, depth));
			case "map":
				return Object.fromEntries(
					Array.from({ length: this.random.below(3) }, () => [this.#key(), this.#value(shape.of, path, names, depth)]),
				);
			case "object":
				return depth > 6 ? {} : this.#object(shape.name, path, names, depth);
			case "number":
				return this.random.oneOf(NUMBERS);
			case "boolean":
				return this.random.chance(0.5);
			default:
				return this.#string(path, names);
		}
	}

	#key(): string {
		return this.random.chance(0.1)
			? this.random.oneOf(STRANGE_KEYS)
			: this.random.oneOf(["DB_PASSWORD", "SCALEKIT_CLIENT_SECRET", "SCALEKIT_ENVIRONMENT_URL", "LOG_LEVEL", "Tenant", "QueueName"]);
	}

	#string(path: string, names: readonly string[]): unknown {
		const choice = this.random.next();
		const known = this.dictionary.valuesOf(path);
		if (choice < 0.45 && known.length > 0) return this.random.oneOf(known);
		if (choice < 0.65) return this.#reference(names);
		if (choice < 0.72) return UNKNOWN;
		if (choice < 0.78)
			return new JsonString({ Statement: [{ Effect: "Allow", Principal: "*", Action: "*", Resource: this.#reference(names) }] });
		if (choice < 0.82) return this.random.oneOf(NUMBERS);
		return this.random.oneOf(STRANGE);
	}

	#reference(names: readonly string[]): unknown {
		const reference = new OutputReference(this.random.oneOf(names), this.random.oneOf(["arn", "id", "name", "url"]));
		return this.random.chance(0.8) ? reference : new Interpolation(["/", reference, this.random.oneOf(["", ":*", "/live"])]);
	}
}

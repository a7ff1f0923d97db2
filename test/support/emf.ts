import { Console } from "node:console";

/** One datapoint as CloudWatch makes it of a line in embedded metric format. */
export interface Datapoint {
	readonly namespace: string;
	readonly name: string;
	readonly dimensions: Readonly<Record<string, string>>;
	readonly values: readonly number[];
	readonly timestamp: Date;
	readonly unit: string;
}

export interface Written<T> {
	readonly result: T;
	readonly datapoints: readonly Datapoint[];
	/** JSON lines that are not metrics. */
	readonly lines: readonly Record<string, unknown>[];
	/** All that was written, to stdout, stderr and the console. */
	readonly text: string;
}

/** Runs something, and gives what it wrote instead of writing it. Not for two at a time. */
export async function writtenBy<T>(run: () => T | Promise<T>): Promise<Written<T>> {
	const chunks: string[] = [];
	const streams = [process.stdout, process.stderr];
	const writes = streams.map((stream) => stream.write);
	const { console: before } = globalThis;
	const keep = (chunk: string | Uint8Array) => {
		chunks.push(typeof chunk === "string" ? chunk : Buffer.from(chunk).toString());
		return true;
	};
	for (const stream of streams) stream.write = keep;
	globalThis.console = new Console(process.stdout, process.stderr);
	try {
		const result = await run();
		const text = chunks.join("");
		const objects = text.split("\n").flatMap(objectOf);
		return {
			result,
			text,
			datapoints: objects.flatMap(datapointsOf),
			lines: objects.filter((line) => !("_aws" in line)),
		};
	} finally {
		globalThis.console = before;
		streams.forEach((stream, index) => {
			stream.write = writes[index] as typeof stream.write;
		});
	}
}

function objectOf(line: string): readonly Record<string, unknown>[] {
	return line.startsWith("{") ? [JSON.parse(line)] : [];
}

interface EmfRoot {
	readonly _aws?: {
		readonly Timestamp: number;
		readonly CloudWatchMetrics: readonly {
			readonly Namespace: string;
			readonly Dimensions: readonly (readonly string[])[];
			readonly Metrics: readonly { readonly Name: string; readonly Unit?: string }[];
		}[];
	};
	readonly [member: string]: unknown;
}

/** The datapoints of a line: one for each metric in each set of dimensions (CloudWatch, User Guide: Embedded metric format specification). */
function datapointsOf(line: EmfRoot): readonly Datapoint[] {
	const { _aws: root } = line;
	if (!root) return [];
	return root.CloudWatchMetrics.flatMap(({ Namespace, Dimensions, Metrics }) =>
		Dimensions.flatMap((set) =>
			Metrics.map(({ Name, Unit = "None" }) => ({
				namespace: Namespace,
				name: Name,
				dimensions: Object.fromEntries(set.map((dimension) => [dimension, String(line[dimension])])),
				values: [line[Name]].flat().map(Number),
				timestamp: new Date(root.Timestamp),
				unit: Unit,
			})),
		),
	);
}

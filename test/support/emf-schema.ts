import Ajv from "ajv";

/**
 * What a line in embedded metric format must be like (CloudWatch, User Guide: Embedded metric format specification): at most 100 metrics and 30
 * dimensions in a set, names and values of allowed length, a time in milliseconds.
 */
const schema = {
	type: "object",
	required: ["_aws"],
	properties: {
		_aws: {
			type: "object",
			required: ["Timestamp", "CloudWatchMetrics"],
			properties: {
				Timestamp: { type: "integer", minimum: 1_500_000_000_000, maximum: 10_000_000_000_000 },
				CloudWatchMetrics: {
					type: "array",
					minItems: 1,
					items: {
						type: "object",
						required: ["Namespace", "Dimensions", "Metrics"],
						properties: {
							Namespace: { type: "string", minLength: 1, maxLength: 1024 },
							Dimensions: {
								type: "array",
								minItems: 1,
								items: { type: "array", maxItems: 30, uniqueItems: true, items: { type: "string", minLength: 1, maxLength: 250 } },
							},
							Metrics: {
								type: "array",
								minItems: 1,
								maxItems: 100,
								items: {
									type: "object",
									required: ["Name"],
									additionalProperties: false,
									properties: {
										Name: { type: "string", minLength: 1, maxLength: 1024 },
										Unit: { enum: ["Count", "Seconds"] },
										StorageResolution: { enum: [1, 60] },
									},
								},
							},
						},
					},
				},
			},
		},
	},
};

const validate = new Ajv({ allErrors: true }).compile(schema);

interface Line {
	readonly _aws: {
		readonly CloudWatchMetrics: readonly {
			readonly Dimensions: readonly (readonly string[])[];
			readonly Metrics: readonly { readonly Name: string }[];
		}[];
	};
	readonly [member: string]: unknown;
}

/** The problems of a line; empty if CloudWatch accepts it. */
export function faultsOfEmf(line: object): readonly string[] {
	if (!validate(line)) return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
	const { _aws, ...members } = line as Line;
	return _aws.CloudWatchMetrics.flatMap(({ Dimensions, Metrics }) => [
		...Dimensions.flat()
			.filter((dimension) => typeof members[dimension] !== "string" || members[dimension] === "")
			.map((dimension) => `dimension ${dimension} is not a string`),
		...Metrics.filter(({ Name }) => !areNumbers([members[Name]].flat())).map(({ Name }) => `metric ${Name} is not a number`),
	]);
}

function areNumbers(values: readonly unknown[]): boolean {
	return values.length > 0 && values.length <= 100 && values.every((value) => Number.isFinite(value));
}

/** The lines of some output that are in embedded metric format. */
export function emfLinesOf(text: string): readonly object[] {
	return text
		.split("\n")
		.filter((line) => line.startsWith('{"_aws"'))
		.map((line) => JSON.parse(line));
}

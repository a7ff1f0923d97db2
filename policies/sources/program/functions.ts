import { unknownResult } from "./result-shape";

const ACCOUNT = "123456789012";

/** What programs ask AWS at nearly every start: answered with made-up values of the right shape, so that the program goes on. */
const ANSWERS: Readonly<Record<string, (region: string) => Record<string, unknown>>> = {
	"aws:index/getCallerIdentity:getCallerIdentity": () => ({
		accountId: ACCOUNT,
		arn: `arn:aws:iam::${ACCOUNT}:user/offline`,
		id: ACCOUNT,
		userId: "OFFLINE",
	}),
	"aws:index/getRegion:getRegion": (region) => ({
		id: region,
		name: region,
		region,
		endpoint: `ec2.${region}.amazonaws.com`,
		description: region,
	}),
	"aws:index/getPartition:getPartition": () => ({
		id: "aws",
		partition: "aws",
		dnsSuffix: "amazonaws.com",
		reverseDnsPrefix: "com.amazonaws",
	}),
	"aws:index/getAvailabilityZones:getAvailabilityZones": (region) => ({
		id: region,
		names: ["a", "b", "c"].map((zone) => region + zone),
		zoneIds: ["1", "2", "3"].map((zone) => `az${zone}`),
	}),
};

/** What a provider function answers here. */
export interface Answer {
	/** Missing where not even the names of its properties are known. */
	readonly result?: Readonly<Record<string, unknown>>;
	/** True where the cloud would have been asked. */
	readonly unanswered: boolean;
}

/**
 * Stands in for a provider function.
 *
 * @param args come back, since results hold them
 * @param program a file in the folder from which the program loads its SDKs
 */
export function answerFunction(token: string, args: Readonly<Record<string, unknown>>, region: string, program: string): Answer {
	const known = ANSWERS[token]?.(region);
	if (known) return { result: { ...args, ...known }, unanswered: false };
	const shape = unknownResult(token, program);
	return { ...(shape ? { result: { ...shape, ...args } } : {}), unanswered: true };
}

import type { FunctionAnswer } from "./answers";

/**
 * What programs ask AWS at nearly every start, answered without AWS: the Region is the configured one, the account is a
 * number that is recognised wherever it ends up.
 */
const KNOWN: Readonly<Record<string, (region: string, account: string) => Record<string, unknown>>> = {
	"aws:index/getCallerIdentity:getCallerIdentity": (_, account) => ({
		accountId: account,
		arn: `arn:aws:iam::${account}:user/offline`,
		id: account,
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

/** The answer to a function that needs no cloud, if it is one of these. */
export function knownAnswer(
	token: string,
	args: Readonly<Record<string, unknown>>,
	region: string,
	account: string,
): FunctionAnswer | undefined {
	const known = KNOWN[token]?.(region, account);
	return known && { result: { ...args, ...known }, unanswered: false };
}

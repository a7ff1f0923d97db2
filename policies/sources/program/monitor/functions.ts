import type { FunctionResponse } from "./engine-responses";

/**
 * Functions that most programs call, evaluated without AWS: the Region is the configured one, the account id is a stand-in.
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

/** The response of a function that requires no cloud call, if it is one of these. */
export function builtInResponse(
	token: string,
	args: Readonly<Record<string, unknown>>,
	region: string,
	account: string,
): FunctionResponse | undefined {
	const known = KNOWN[token]?.(region, account);
	return known && { result: { ...args, ...known }, unanswered: false };
}

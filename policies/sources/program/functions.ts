import { UNKNOWN_SENTINELS } from "../../engine/wire";

const [UNKNOWN] = UNKNOWN_SENTINELS;
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
	"aws:iam/getPolicyDocument:getPolicyDocument": () => ({ json: UNKNOWN, minifiedJson: UNKNOWN }),
};

/** The result of a provider function; its own arguments come back, since results hold them. */
export function answerFunction(token: string, args: Record<string, unknown>, region: string): Record<string, unknown> {
	return { ...args, ...ANSWERS[token]?.(region) };
}

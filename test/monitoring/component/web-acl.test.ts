import type { AuthMonitoringArgs } from "../../../stacks/monitoring/options";
import { collectMonitoring } from "../../support/collect-monitoring";
import { ofType } from "../../support/collected";
import { LEAST } from "../../support/monitoring-args";

const BALANCER = "arn:aws:elasticloadbalancing:eu-west-1:123456789012:loadbalancer/app/shop/50dc6c495c0c9188";

async function made(webAcl: AuthMonitoringArgs["webAcl"]) {
	const stack = await collectMonitoring({ ...LEAST, ...(webAcl ? { webAcl } : {}) }, "state");
	return (type: string) => [...ofType(stack, `aws:wafv2/${type}`).values()].map(({ inputs = {} }) => inputs);
}

interface Rule {
	readonly name: string;
	readonly priority: number;
	readonly action?: object;
	readonly statement: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
}

describe("the web ACL", () => {
	it("is not created by default", async () => {
		expect((await made(undefined))("webAcl:WebAcl")).toEqual([]);
	});

	it("rate-limits before it allows, counts Scalekit's addresses, and allows webhooks by path", async () => {
		const all = await made({ scope: "REGIONAL", resourceArn: BALANCER, webhookPath: "/hooks/scalekit" });
		const rules = all("webAcl:WebAcl")[0]?.["rules"] as readonly Rule[];
		expect(rules.map(({ name, priority, action }) => [priority, name, Object.keys(action ?? { none: 0 })[0]])).toEqual([
			[0, "login-rate", "block"],
			[1, "scalekit-addresses", "count"],
			[2, "scalekit-webhooks", "allow"],
			[3, "common-attacks", "none"],
		]);
		expect(rules[2]?.statement["byteMatchStatement"]).toMatchObject({
			searchString: "/hooks/scalekit",
			positionalConstraint: "EXACTLY",
			textTransformations: [{ priority: 0, type: "NONE" }],
		});
		expect(all("ipSet:IpSet")[0]?.["addresses"]).toEqual(["34.94.129.140/32", "35.198.115.68/32"]);
		expect(all("webAclAssociation:WebAclAssociation")).toEqual([expect.objectContaining({ resourceArn: BALANCER })]);
	});

	it("looks for one path as such, and for several as alternatives", async () => {
		const scopeOf = async (loginPaths: string[], callbackPaths: string[]) => {
			const rules = (await made({ scope: "CLOUDFRONT", loginPaths, callbackPaths }))("webAcl:WebAcl")[0]?.["rules"] as readonly Rule[];
			return rules[0]?.statement["rateBasedStatement"]?.["scopeDownStatement"] as { orStatement?: { statements: unknown[] } };
		};
		expect(await scopeOf(["/auth"], ["/auth"])).toMatchObject({ byteMatchStatement: { searchString: "/auth" } });
		expect((await scopeOf(["/in"], ["/back", "/return"])).orStatement?.statements).toHaveLength(3);
	});

	it("limits and inspects the same paths, however they are written, and no other", async () => {
		const rules = (await made({ scope: "CLOUDFRONT", loginPaths: ["/Login"], callbackPaths: ["/login", "/auth/callback"] }))(
			"webAcl:WebAcl",
		)[0]?.["rules"] as readonly Rule[];
		const limited = rules[0]?.statement["rateBasedStatement"]?.["scopeDownStatement"];
		expect(rules[3]?.statement["managedRuleGroupStatement"]?.["scopeDownStatement"]).toEqual(limited);
		const onPath = (searchString: string) => ({
			byteMatchStatement: {
				searchString,
				positionalConstraint: "STARTS_WITH",
				fieldToMatch: { uriPath: {} },
				textTransformations: [
					{ priority: 0, type: "URL_DECODE" },
					{ priority: 1, type: "NORMALIZE_PATH" },
					{ priority: 2, type: "LOWERCASE" },
				],
			},
		});
		expect(limited).toEqual({ orStatement: { statements: [onPath("/login"), onPath("/auth/callback")] } });
	});

	it("for CloudFront is in us-east-1, without an association", async () => {
		const all = await made({ scope: "CLOUDFRONT" });
		for (const type of ["webAcl:WebAcl", "ipSet:IpSet", "webAclLoggingConfiguration:WebAclLoggingConfiguration"])
			expect(all(type)).toEqual([expect.objectContaining({ region: "us-east-1" })]);
		expect(all("webAclAssociation:WebAclAssociation")).toEqual([]);
	});

	it("keeps tokens and cookies out of its log", async () => {
		const all = await made({ scope: "CLOUDFRONT" });
		const fields = all("webAclLoggingConfiguration:WebAclLoggingConfiguration")[0]?.["redactedFields"] as {
			singleHeader: { name: string };
		}[];
		expect(fields.map(({ singleHeader: { name } }) => name)).toEqual(["authorization", "cookie"]);
	});
});

import { transpileModule } from "typescript";
import { className, stackCode } from "../../build/docs/stack-code";
import { interpolate, jsonStringify, ref, resource, secret, UNKNOWN } from "../../policies/engine/example";
import { Listener, LoadBalancer, LogGroup, TaskDefinition } from "../../policies/facts/resource-types";
import { fencesOf, markdownFiles } from "./markdown-files";

const group = (inputs: Record<string, unknown>) => stackCode([resource(LogGroup, "logins", inputs)]);

describe("the code of an example", () => {
	it("declares what is referred to first, and gives a variable to nothing else", () => {
		const listener = resource(Listener, "http", { loadBalancerArn: ref("shop-lb"), port: 80 });
		expect(stackCode([listener, resource(LoadBalancer, "shop-lb", {})])).toBe(
			[
				'const shopLb = new aws.lb.LoadBalancer("shop-lb", {});',
				'new aws.lb.Listener("http", { loadBalancerArn: shopLb.arn, port: 80 });',
			].join("\n"),
		);
	});

	it("breaks into lines what is too long for one", () => {
		const long = "a".repeat(90);
		expect(group({ tags: [{ name: long, "with-dash": 1 }], retentionInDays: 7 })).toBe(
			[
				'new aws.cloudwatch.LogGroup("logins", {',
				"  tags: [{",
				`    name: "${long}",`,
				'    "with-dash": 1,',
				"  }],",
				"  retentionInDays: 7,",
				"});",
			].join("\n"),
		);
	});

	it("says what is not known before the update", () => {
		expect(group({ name: UNKNOWN })).toBe('new aws.cloudwatch.LogGroup("logins", { name: unknown /* until deployment */ });');
	});

	it("shows a secret as one", () => {
		expect(group({ name: secret("a"), kmsKeyId: secret(UNKNOWN) })).toContain(
			'{ name: pulumi.secret("a"), kmsKeyId: unknown /* until deployment */ }',
		);
	});

	it("writes text with references as Pulumi has it", () => {
		const parts = interpolate("/aws/`$", ref("shop", "name"), "/", UNKNOWN);
		expect(stackCode([resource(LogGroup, "logins", { name: parts }), resource(LoadBalancer, "shop", {})])).toContain(
			`name: pulumi.interpolate\`/aws/\\\`$\${shop.name}/\${unknown /* until deployment */}\``,
		);
	});

	it("writes JSON as a document, with Pulumi's own function where outputs are in it", () => {
		const task = (document: unknown) => resource(TaskDefinition, "shop", { containerDefinitions: jsonStringify(document) });
		expect(stackCode([task([{ name: "web" }])])).toContain('containerDefinitions: JSON.stringify([{ name: "web" }])');
		expect(stackCode([task([{ name: ref("lb") }]), resource(LoadBalancer, "lb", {})])).toContain(
			"pulumi.jsonStringify([{ name: lb.arn }])",
		);
	});

	it("reads what is not managed, and says what AWS answered", () => {
		expect(stackCode([{ ...resource(LogGroup, "logins", {}), external: true }])).toBe('aws.cloudwatch.LogGroup.get("logins", "logins");');
		expect(stackCode([{ ...resource(LogGroup, "logins", {}), outputs: { retentionInDays: 7 } }])).toBe(
			'new aws.cloudwatch.LogGroup("logins", {});\n// outputs: { retentionInDays: 7 }',
		);
	});

	it("quotes text so that it reads well", () => {
		expect(group({ name: '{ $.event = "a" }' })).toContain(`name: '{ $.event = "a" }'`);
		expect(group({ name: `"it's"\n` })).toContain('name: "\\"it\'s\\"\\n"');
		expect(group({ name: '"\\n"' })).toContain(`name: '"\\\\n"'`);
	});

	it("lists unchanged resources by name only, except the example's subject", () => {
		const above = new Map<string, string>();
		const code = (days: number) =>
			stackCode([resource(LogGroup, "a", {}), resource(LogGroup, "b", { retentionInDays: days })], "a", above).split("\n");
		expect(code(7)).toHaveLength(2);
		expect(code(7)).toEqual(["// unchanged: b", 'new aws.cloudwatch.LogGroup("a", {});']);
		expect(code(90)).toHaveLength(2);
		expect(code(7)[1]).toContain("retentionInDays: 7");
	});

	it("stands circles of references", () => {
		const circle = [resource(LogGroup, "a", { name: ref("b", "name") }), resource(LogGroup, "b", { name: ref("a", "name") })];
		expect(stackCode(circle).split("\n")).toHaveLength(2);
	});
});

it.each([
	["aws:lb/listener:Listener", "aws.lb.Listener"],
	["aws:apigatewayv2/domainName:DomainName", "aws.apigatewayv2.DomainName"],
	["aws:index/getRegion:GetRegion", "aws.GetRegion"],
	["kubernetes:core/v1:Secret", "kubernetes.core.v1.Secret"],
	["awsx:lb:ApplicationLoadBalancer", "awsx.lb.ApplicationLoadBalancer"],
	["pulumi:pulumi:StackReference", "pulumi.StackReference"],
])("the class of %s is %s", (token, name) => {
	expect(className(token)).toBe(name);
});

it.each(markdownFiles().flatMap(({ path, text }) => fencesOf(text, "ts").map((code) => [path, code] as const)))(
	"what docs/%s shows is TypeScript",
	(_path, code) => {
		expect(transpileModule(code, { reportDiagnostics: true }).diagnostics?.map((each) => each.messageText)).toEqual([]);
	},
);

import * as pulumi from "@pulumi/pulumi";
import { MockMonitor } from "@pulumi/pulumi/runtime/mocks";
import type { ResourceData } from "../../policies/engine/resource";
import type { StackDescription } from "../../policies/sources/source";

/** `preview`: no resource exists, and values from AWS are unknown. `state`: all resources exist, with generated ids and ARNs. */
export type Form = "preview" | "state";

const ACCOUNT = "123456789012";
const REGION = "eu-west-1";
const STACK_TYPE = "pulumi:pulumi:Stack";

/** Runs a program in this process and collects what it registers, as the sources of a preview and of a state deliver it. */
export async function collect(program: () => void, form: Form): Promise<Pick<StackDescription, "resources">> {
	const monitor = new Collector(form);
	await pulumi.runtime.setMocks({ call, newResource: () => ({ id: "", state: {} }) }, "shop", "prod", form === "preview");
	pulumi.runtime.setMockOptions(monitor, "shop", "prod", form === "preview");
	await pulumi.runtime.runInPulumiStack(async () => withoutPlaces(program));
	await pulumi.runtime.disconnect();
	return { resources: monitor.collected };
}

/** Looking up source positions takes most of the time, and is not needed here. */
function withoutPlaces(program: () => void): void {
	const { stackTraceLimit } = Error;
	Error.stackTraceLimit = 0;
	try {
		program();
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

/** The resources of one type, by name. */
export function ofType({ resources }: Pick<StackDescription, "resources">, type: string): ReadonlyMap<string, ResourceData> {
	return new Map(resources.filter((each) => each.type === type).map((each) => [each.name, each]));
}

function call({ token, inputs }: pulumi.runtime.MockCallArgs): Record<string, unknown> {
	if (token.endsWith(":getCallerIdentity")) return { ...inputs, accountId: ACCOUNT };
	if (token.endsWith(":getRegion")) return { ...inputs, region: REGION, name: REGION };
	if (token.endsWith(":getPartition")) return { ...inputs, partition: "aws" };
	throw new Error(`no response for ${token}`);
}

type Callback = (error: unknown, response: unknown) => void;

/** Records registrations with property dependencies, which Pulumi's own mocks do not provide. */
class Collector extends MockMonitor {
	readonly collected: ResourceData[] = [];

	constructor(private readonly form: Form) {
		super({ call, newResource: () => ({ id: "", state: {} }) });
	}

	/** Pulumi's runtime closes its engine at the end of a program. */
	close(): void {}

	override async registerResource(request: RegisterRequest, callback: Callback): Promise<void> {
		const type = request.getType();
		const name = request.getName();
		const urn = `urn:pulumi:prod::shop::${type}::${name}`;
		const inputs = request.getObject()?.toJavaScript() ?? {};
		const custom = request.getCustom();
		const before = this.collected.filter((each) => each.type === type).length;
		const made = this.form === "state" && custom ? madeUp(type, name, inputs, before + 1) : undefined;
		if (type !== STACK_TYPE) {
			const dependencies = [...request.getPropertydependenciesMap().entries()].map(([key, on]) => [key, on.getUrnsList()] as const);
			this.collected.push({
				urn,
				type,
				name,
				inputs,
				...(made ? { outputs: made.outputs, id: made.id } : {}),
				...(request.getParent() ? { parent: request.getParent() } : {}),
				...(custom ? {} : { component: true }),
				propertyDependencies: Object.fromEntries(dependencies),
			});
		}
		this.resources.set(urn, { urn, id: made?.id ?? null, state: inputs });
		const { RegisterResourceResponse } = require("@pulumi/pulumi/proto/resource_pb");
		const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
		const response = new RegisterResourceResponse();
		response.setUrn(urn);
		response.setId(made?.id ?? "");
		response.setObject(Struct.fromJavaScript(made?.outputs ?? inputs));
		callback(null, response);
	}
}

/** The part of a registration that is read here. */
interface RegisterRequest {
	getType(): string;
	getName(): string;
	getParent(): string;
	getCustom(): boolean;
	getObject(): { toJavaScript(): Record<string, unknown> } | undefined;
	getPropertydependenciesMap(): { entries(): Iterable<[string, { getUrnsList(): string[] }]> };
}

const ARN_OF: Readonly<Record<string, (name: string) => string>> = {
	"aws:cloudwatch/logGroup:LogGroup": (name) => `logs:${REGION}:${ACCOUNT}:log-group:${name}`,
	"aws:cloudwatch/metricAlarm:MetricAlarm": (name) => `cloudwatch:${REGION}:${ACCOUNT}:alarm:${name}`,
	"aws:cloudwatch/compositeAlarm:CompositeAlarm": (name) => `cloudwatch:${REGION}:${ACCOUNT}:alarm:${name}`,
	"aws:sns/topic:Topic": (name) => `sns:${REGION}:${ACCOUNT}:${name}`,
	"aws:sqs/queue:Queue": (name) => `sqs:${REGION}:${ACCOUNT}:${name}`,
	"aws:iam/role:Role": (name) => `iam::${ACCOUNT}:role/${name}`,
	"aws:secretsmanager/secret:Secret": (name) => `secretsmanager:${REGION}:${ACCOUNT}:secret:${name}-AbCdEf`,
};

/**
 * What AWS would have answered, as far as others refer to it.
 *
 * @param nth counts the resources of this type, as AppConfig counts versions
 */
function madeUp(type: string, logical: string, inputs: Readonly<Record<string, unknown>>, nth: number) {
	const name =
		[inputs["name"], inputs["alarmName"], inputs["dashboardName"]].find((each) => typeof each === "string") ?? `${logical}-1a2b3c4`;
	const module = type.split(":")[1]?.split("/")[0] ?? "";
	const arn = `arn:aws:${ARN_OF[type]?.(String(name)) ?? `${module}:${REGION}:${ACCOUNT}:${type.split(":")[2]?.toLowerCase()}/${name}`}`;
	const outputs = {
		...inputs,
		name,
		arn,
		keyId: inputs["keyId"] ?? `${logical}-key`,
		url: `https://${module}.${REGION}.amazonaws.com/${ACCOUNT}/${name}`,
		apiEndpoint: `https://${logical}.execute-api.${REGION}.amazonaws.com`,
		executionArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${logical}`,
		environmentId: inputs["environmentId"] ?? "env1",
		configurationProfileId: inputs["configurationProfileId"] ?? "prof1",
		versionNumber: nth,
	};
	return { id: String(name), outputs };
}

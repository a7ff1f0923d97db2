// Replaces the AWS provider plugin: accepts all inputs, and generates an id, a name and an ARN on creation,
// the same ones each time.

const { createHash } = require("node:crypto");
const provider = require("@pulumi/pulumi/provider");

const REGION = "eu-west-1";
const ACCOUNT = "123456789012";

const ANSWERS = {
	getCallerIdentity: { accountId: ACCOUNT },
	getRegion: { region: REGION, name: REGION },
	getPartition: { partition: "aws" },
};

/** Further outputs of some resources besides id, name and ARN. */
const MADE_UP = {
	"apigatewayv2/api:Api": (id) => ({
		apiEndpoint: `https://${id}.execute-api.${REGION}.amazonaws.com`,
		executionArn: `arn:aws:execute-api:${REGION}:${ACCOUNT}:${id}`,
	}),
	"appconfig/environment:Environment": () => ({ environmentId: "abc1234" }),
	"appconfig/configurationProfile:ConfigurationProfile": () => ({ configurationProfileId: "def5678" }),
	"appconfig/hostedConfigurationVersion:HostedConfigurationVersion": (id) => ({ versionNumber: id.includes("-on") ? 2 : 1 }),
	"kms/key:Key": (id) => ({ keyId: id }),
};

/** What AWS answers of resources that a program reads. */
const EXISTING = {
	"lb/loadBalancer:LoadBalancer": (id) => ({ arn: id, loadBalancerType: "application", internal: id.includes("/internal-") }),
	"sns/topic:Topic": (id) => ({ arn: id, name: id.split(":").at(-1) }),
	"cloudwatch/logGroup:LogGroup": (id) => ({ arn: `arn:aws:logs:${REGION}:${ACCOUNT}:log-group:${id}`, name: id, retentionInDays: 0 }),
};

const typeOf = (urn) => /[:$]aws:([^:]+:[^:]+)::/.exec(urn)?.[1];

const nameFor = (urn) => `${urn.split("::").slice(3).join("::")}-${createHash("sha1").update(urn).digest("hex").slice(0, 7)}`;

const SERVICE = { alb: "elasticloadbalancing", lb: "elasticloadbalancing", cloudwatch: "logs", networkfirewall: "network-firewall" };

class StandIn {
	constructor() {
		this.version = "7.48.0";
	}

	/** What is given nothing is given a name, as AWS's provider does: no managed resource is without inputs. */
	async check(urn, _olds, news) {
		return { inputs: Object.keys(news).length > 0 ? news : { name: nameFor(urn) } };
	}

	async diff(_id, _urn, olds, news) {
		const changed = Object.keys(news).filter((key) => JSON.stringify(news[key]) !== JSON.stringify(olds[key]));
		return { changes: changed.length > 0 };
	}

	async create(urn, inputs) {
		const type = typeOf(urn);
		const [module, className] = [type.split("/")[0], type.split(":")[1]];
		const name = inputs.name ?? nameFor(urn);
		const more = MADE_UP[type]?.(name) ?? {};
		const arn = `arn:aws:${SERVICE[module] ?? module}:eu-west-1:123456789012:${className[0].toLowerCase()}${className.slice(1)}/${name}`;
		return {
			id: name,
			outs: {
				...inputs,
				...more,
				name,
				arn: inputs.arn ?? arn,
				bucket: inputs.bucket ?? name,
				url: `https://${module}.eu-west-1.amazonaws.com/123456789012/${name}`,
			},
		};
	}

	async update(_id, _urn, olds, news) {
		return { outs: { ...olds, ...news } };
	}

	async delete() {}

	async read(id, urn, props) {
		return { id, props: { ...EXISTING[typeOf(urn)]?.(id), ...props } };
	}

	async call() {
		return { outputs: {} };
	}

	async invoke(token) {
		return { outputs: ANSWERS[token.split(":").at(-1)] ?? {} };
	}

	async construct() {
		throw new Error("the stand-in has no components");
	}
}

provider.main(new StandIn(), process.argv.slice(2));

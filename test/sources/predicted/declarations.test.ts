import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Declarations, type Members, type Shape } from "../../../policies/sources/program/predicted/declarations";
import { temporaryFolder } from "../../support/temporary";

const FILES: Readonly<Record<string, string>> = {
	"aws/package.json": "{}",
	"aws/ec2/instance.d.ts": `
import * as pulumi from "@pulumi/pulumi";
import * as inputs from "../types/input";
import * as outputs from "../types/output";
/** Provides an instance: { readonly fake: pulumi.Output<string>; } */
export declare class Instance extends pulumi.CustomResource {
    static get(name: string, id: pulumi.Input<pulumi.ID>, opts?: pulumi.CustomResourceOptions): Instance;
    /**
     * The ARN; not \`readonly wrong: pulumi.Output<number>;\`.
     */
    readonly arn: pulumi.Output<string>;
    readonly role: pulumi.Output<string | undefined>;
    readonly cores: pulumi.Output<number>;
    readonly monitored: pulumi.Output<boolean>;
    readonly kind: pulumi.Output<string | enums.ec2.InstanceType>;
    readonly tenancy: pulumi.Output<"default" | "dedicated">;
    readonly alias: pulumi.Output<ARN>;
    readonly tags: pulumi.Output<{
        [key: string]: string;
    }>;
    readonly groups: pulumi.Output<string[]>;
    readonly mixed: pulumi.Output<(string | number)[]>;
    readonly target: pulumi.Output<string | TargetGroup>;
    readonly metadata: pulumi.Output<outputs.ec2.InstanceMetadata>;
    readonly disks: pulumi.Output<outputs.ec2.InstanceDisk[] | undefined>;
    readonly lone: pulumi.Output<outputs.Lone>;
    constructor(name: string, args?: InstanceArgs, opts?: pulumi.CustomResourceOptions);
}
export interface InstanceArgs {
    other?: pulumi.Input<string>;
}`,
	"aws/types/output.d.ts": `
export interface Lone {
    text: string;
}
export declare namespace ec2 {
    interface InstanceDisk {
        /** In GiB. */
        size: number;
        label?: string;
        parent?: outputs.ec2.InstanceDisk;
    }
    interface InstanceMetadata {
        endpoint: string;
        options: {
            [key: string]: string;
        };
    }
    namespace inner {
        interface Deep {
            arn: string;
        }
    }
}
export declare namespace rds {
    interface InstanceMetadata {
        wrong: string;
    }
}`,
	"aws/ec2/ipset.d.ts":
		"export declare class IPSet extends pulumi.CustomResource {\n    readonly deep: pulumi.Output<outputs.ec2.inner.Deep>;\n}",
	"aws/kendra/index_.d.ts": "export declare class Index extends pulumi.CustomResource {\n    readonly arn: pulumi.Output<string>;\n}",
	"aws/ec2/getVpc.d.ts":
		"export interface GetVpcArgs {\n    id?: string;\n}\nexport interface GetVpcResult {\n    readonly cidrBlock: string;\n    readonly id?: string;\n    readonly disks: outputs.ec2.InstanceDisk[];\n}",
	"kubernetes/package.json": "{}",
	"kubernetes/storage/v1/storageClass.d.ts":
		'export declare class StorageClass extends pulumi.CustomResource {\n    readonly kind: pulumi.Output<"StorageClass">;\n    readonly provisioner: pulumi.Output<string>;\n}',
	"kubernetes/apiregistration/v1/apiservice.d.ts":
		"export declare class APIService extends pulumi.CustomResource {\n    readonly status: pulumi.Output<string>;\n}",
	"random/package.json": "{}",
	"random/randomPet.d.ts":
		"export declare class RandomPet extends pulumi.CustomResource {\n    readonly separator: pulumi.Output<string>;\n}",
};

/** Shapes as one word each. */
function wordFor(shape: Shape): unknown {
	if (shape.is === "list") return [wordFor(shape.item)];
	return shape.is === "object" ? "object" : shape.is;
}
const wordsFor = (members: Members) =>
	Object.fromEntries([...members].map(([name, { shape, optional }]) => [optional ? `${name}?` : name, wordFor(shape)]));
const membersOf = (members: Members, name: string): Members => {
	const shape = members.get(name)?.shape;
	const inner = shape?.is === "list" ? shape.item : shape;
	return inner?.is === "object" ? inner.members() : new Map();
};

describe("declarations of a package", () => {
	let declarations: Declarations;
	beforeAll(() => {
		const folder = temporaryFolder();
		for (const [path, text] of Object.entries(FILES)) {
			const file = join(folder, "node_modules/@pulumi", path);
			mkdirSync(dirname(file), { recursive: true });
			writeFileSync(file, text);
		}
		declarations = new Declarations(join(folder, "package.json"));
	});

	it("give the outputs of a class, and nothing of its comments, methods and arguments", () => {
		expect(wordsFor(declarations.outputsOf("aws:ec2/instance:Instance"))).toEqual({
			arn: "text",
			"role?": "text",
			cores: "number",
			monitored: "boolean",
			kind: "text",
			tenancy: "text",
			alias: "text",
			tags: "map",
			groups: ["text"],
			mixed: ["unknown"],
			target: "unknown",
			metadata: "object",
			"disks?": ["object"],
			lone: "object",
		});
	});

	it("give nested types of the namespace that is named, at any depth, and types that hold themselves", () => {
		const instance = declarations.outputsOf("aws:ec2/instance:Instance");
		expect(wordsFor(membersOf(instance, "metadata"))).toEqual({ endpoint: "text", options: "map" });
		expect(wordsFor(membersOf(instance, "lone"))).toEqual({ text: "text" });
		const disk = membersOf(instance, "disks");
		expect(wordsFor(disk)).toEqual({ size: "number", "label?": "text", "parent?": "object" });
		expect(wordsFor(membersOf(disk, "parent"))).toEqual(wordsFor(disk));
		expect(wordsFor(membersOf(declarations.outputsOf("aws:ec2/iPSet:IPSet"), "deep"))).toEqual({ arn: "text" });
	});

	it("give what a function answers", () => {
		expect(wordsFor(declarations.resultOf("aws:ec2/getVpc:getVpc"))).toEqual({ cidrBlock: "text", "id?": "text", disks: ["object"] });
	});

	it.each([
		["kubernetes:storage.k8s.io/v1:StorageClass", "provisioner"],
		["kubernetes:apiregistration.k8s.io/v1:APIService", "status"],
		["aws:kendra/index:Index", "arn"],
		["random:index/randomPet:RandomPet", "separator"],
	])("are found for %s", (token, output) => {
		expect([...declarations.outputsOf(token).keys()]).toContain(output);
	});

	it.each([
		"aws:ec2/nothing:Nothing",
		"nosuch:index:Thing",
		"aws:../../secret:Secret",
		"aws",
		"pulumi:pulumi:Stack",
		"../aws:ec2/instance:Instance",
		"",
	])("are empty for %j", (token) => {
		expect(declarations.outputsOf(token).size + declarations.resultOf(token).size).toBe(0);
	});
});

/** A published package: classes of the SDK, and generated types. */
describe("declarations of @pulumi/aws", () => {
	const declarations = new Declarations(join(__dirname, "package.json"));

	it.each([
		["aws:ecs/taskDefinition:TaskDefinition", { arn: "text", revision: "number" }],
		["aws:rds/cluster:Cluster", { endpoint: "text", port: "number", availabilityZones: ["text"], clusterIdentifier: "text" }],
		["aws:acm/certificate:Certificate", { arn: "text", domainValidationOptions: ["object"] }],
		["aws:guardduty/iPSet:IPSet", { arn: "text" }],
	])("%s", (token, outputs) => {
		expect(wordsFor(declarations.outputsOf(token))).toMatchObject(outputs);
	});
});

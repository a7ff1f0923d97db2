import * as pulumi from "@pulumi/pulumi";

export class Thing extends pulumi.CustomResource {
	constructor(name: string, args: Record<string, pulumi.Input<string | number>>, opts?: pulumi.CustomResourceOptions) {
		super("aws:s3/bucket:Bucket", name, args, opts);
	}
}

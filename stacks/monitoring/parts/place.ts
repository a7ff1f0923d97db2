import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";
import { type Names, namesOf } from "../naming";
import type { Logger, Options } from "../options";

/** Where a monitoring is made, and how its resources are called and tagged: what every part needs. */
export interface Place {
	readonly name: string;
	readonly names: Names;
	readonly options: Options;
	readonly accountId: pulumi.Output<string>;
	readonly region: pulumi.Output<string>;
	/** `aws`, but in China and in government clouds. */
	readonly partition: pulumi.Output<string>;
	/** Where each part logs, noted as it is made. */
	readonly logGroups: Map<Logger, pulumi.Output<string>>;
	/** Resource options of every part's resources. */
	readonly child: { readonly parent: pulumi.Resource };
	/** Arguments of resources that take a Region. */
	readonly here: { readonly region?: string };
	/** Arguments of resources that take a Region and tags. */
	readonly tagged: { readonly region?: string; readonly tags: Tags };
	/** Arguments of resources that are in no Region, and take tags. */
	readonly everywhere: { readonly tags: Tags };
}

type Tags = Record<string, pulumi.Input<string>>;

export function placeOf(options: Options, parent: pulumi.Resource): Place {
	const child = { parent };
	const here = options.region ? { region: options.region } : {};
	const { tags } = options;
	return {
		name: options.name,
		names: namesOf(options.name),
		options,
		accountId: getCallerIdentityOutput({}, child).accountId,
		region: options.region ? pulumi.output(options.region) : getRegionOutput({}, child).region,
		partition: getPartitionOutput({}, child).partition,
		logGroups: new Map(),
		child,
		here,
		tagged: { ...here, tags },
		everywhere: { tags },
	};
}

import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import { getPartitionOutput } from "@pulumi/aws/getPartition";
import { getRegionOutput } from "@pulumi/aws/getRegion";
import * as pulumi from "@pulumi/pulumi";
import { type Names, namesOf } from "../naming";
import type { LogSource, Options } from "../options";

/** What every part needs: options, names, account and Region, and common resource arguments. */
export interface ComponentContext {
	readonly name: string;
	readonly names: Names;
	readonly options: Options;
	readonly accountId: pulumi.Output<string>;
	readonly region: pulumi.Output<string>;
	/** `aws`, except in China and GovCloud. */
	readonly partition: pulumi.Output<string>;
	/** Log groups by source, added as they are created. */
	readonly logGroups: Map<LogSource, pulumi.Output<string>>;
	/** Resource options of all resources. */
	readonly childOptions: { readonly parent: pulumi.Resource };
	/** Arguments of regional resources. */
	readonly regional: { readonly region?: string };
	/** Arguments of regional resources with tags. */
	readonly regionalTagged: { readonly region?: string; readonly tags: Tags };
	/** Arguments of global resources with tags. */
	readonly globalTagged: { readonly tags: Tags };
}

type Tags = Record<string, pulumi.Input<string>>;

export function createContext(options: Options, parent: pulumi.Resource): ComponentContext {
	const childOptions = { parent };
	const regional = options.region ? { region: options.region } : {};
	const { tags } = options;
	return {
		name: options.name,
		names: namesOf(options.name),
		options,
		accountId: getCallerIdentityOutput({}, childOptions).accountId,
		region: options.region ? pulumi.output(options.region) : getRegionOutput({}, childOptions).region,
		partition: getPartitionOutput({}, childOptions).partition,
		logGroups: new Map(),
		childOptions,
		regional,
		regionalTagged: { ...regional, tags },
		globalTagged: { tags },
	};
}

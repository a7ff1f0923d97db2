import { ResourceMonitorFeature } from "@pulumi/pulumi/proto/resource_pb";
import { NEWER_FEATURES } from "./newer-messages";

/** The supported features, by number for current SDKs and by name for older ones. */
export const FEATURES = [
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_SECRETS, "secrets"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_REFERENCES, "resourceReferences"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ALIAS_SPECS, "aliasSpecs"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_REPLACEMENT_TRIGGER, "replacementTrigger"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_DELETED_WITH, "deletedWith"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_REPLACE_WITH, "replaceWith"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_TRANSFORMS, "transforms"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_INVOKE_TRANSFORMS, "invokeTransforms"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_PARAMETERIZATION, "parameterization"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_RESOURCE_HOOKS, "resourceHooks"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_ERROR_HOOKS, "errorHooks"],
	...NEWER_FEATURES,
] as const;

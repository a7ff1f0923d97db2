import { ResourceMonitorFeature } from "@pulumi/pulumi/proto/resource_pb";

/** The features that programs may rely on here, by number for present SDKs and by name for older ones. */
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
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_INVOKE_DEPENDS_ON, "invokeDependsOn"],
	[ResourceMonitorFeature.RESOURCE_MONITOR_FEATURE_STATE_MIGRATIONS, "stateMigrations"],
] as const;

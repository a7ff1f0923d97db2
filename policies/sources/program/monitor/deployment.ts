import { DeploymentInfo } from "@pulumi/pulumi/proto/resource_pb";
import { FEATURES } from "./features";

/** Deployment information for programs. */
export interface Deployment {
	readonly project: string;
	readonly stack: string;
	readonly organization: string;
	readonly config: Readonly<Record<string, string>>;
	readonly secretKeys: readonly string[];
}

/** The same as RPC response: always a preview. */
export function deploymentInfo({ project, stack, organization, config, secretKeys }: Deployment): DeploymentInfo {
	const info = new DeploymentInfo();
	info.setProject(project);
	info.setStack(stack);
	info.setOrganization(organization);
	for (const [key, value] of Object.entries(config)) info.getConfigMap().set(key, value);
	info.setConfigsecretkeysList([...secretKeys]);
	info.setDryrun(true);
	info.setParallel(16);
	info.setSupportedfeaturesList(FEATURES.map(([feature]) => feature));
	return info;
}

import { RegisterResourceRequest } from "@pulumi/pulumi/proto/resource_pb";
import type { ResourceData } from "../../../engine/resource";
import { SIGNATURE_KEY, UNKNOWN_SENTINEL as UNKNOWN } from "../../../engine/wire";
import type { Transforms } from "./transforms";

/**
 * A child of a component after the transforms of its parents and of the stack.
 *
 * Transforms receive `containerDefinitions` as the JSON string that the plugin creates, which is unknown before deployment; if they do not change it, the
 * list is kept.
 */
export async function transformedChild(child: ResourceData, transforms: Transforms): Promise<ResourceData> {
	const { inputs = {}, propertyDependencies = {}, parent = "" } = child;
	if (SIGNATURE_KEY in inputs) return child;
	const request = new RegisterResourceRequest();
	request.setType(child.type);
	request.setName(child.name);
	request.setCustom(!child.component);
	request.setParent(parent);
	const { containerDefinitions } = inputs;
	const { properties, dependencies } = await transforms.apply(request, {
		properties: containerDefinitions === undefined ? inputs : { ...inputs, containerDefinitions: UNKNOWN },
		dependencies: Object.fromEntries(Object.entries(propertyDependencies).map(([property, on]) => [property, on ?? []])),
	});
	transforms.remember(child.urn, request);
	return {
		...child,
		inputs: properties["containerDefinitions"] === UNKNOWN ? { ...properties, containerDefinitions } : properties,
		propertyDependencies: dependencies,
	};
}

import { ResourceMonitorService } from "@pulumi/pulumi/proto/resource_grpc_pb";
import { ResourceInvokeRequest, type ResourceMonitorFeature } from "@pulumi/pulumi/proto/resource_pb";
import { BinaryReader, BinaryWriter } from "google-protobuf";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";

// Messages and fields of the resource monitor's protocol that are newer than the bundled SDK, which is the last one for
// Node.js 20. Source: proto/pulumi/resource.proto of pulumi/pulumi, 3.270.

/** Features by number in `ResourceMonitorFeature`, with their former names. */
export const NEWER_FEATURES = [
	[14 as ResourceMonitorFeature, "invokeDependsOn"],
	[16 as ResourceMonitorFeature, "stateMigrations"],
] as const;

/** A request with the URNs that the function depends on. */
export interface InvokeRequest {
	readonly request: ResourceInvokeRequest;
	readonly dependsOn: readonly string[];
}

/** A function's result, which may be unknown as a whole. */
export interface InvokeResponse {
	readonly result: Struct;
	readonly unknown: boolean;
}

/** The field `dependsOn` of `ResourceInvokeRequest`. */
const DEPENDS_ON = 13;

function readInvokeRequest(bytes: Uint8Array): InvokeRequest {
	const dependsOn: string[] = [];
	const reader = new BinaryReader(bytes);
	while (reader.nextField()) {
		if (reader.getFieldNumber() === DEPENDS_ON) dependsOn.push(reader.readString());
		else reader.skipField();
	}
	return { request: ResourceInvokeRequest.deserializeBinary(bytes), dependsOn };
}

function writeInvokeResponse({ result, unknown }: InvokeResponse): Buffer {
	const writer = new BinaryWriter();
	writer.writeMessage(1, result, Struct.serializeBinaryToWriter);
	writer.writeBool(3, unknown);
	return Buffer.from(writer.getResultBuffer());
}

/** `ExistsResourceResponse` with the field `unknown` set. */
function writeUnknownExistence(): Buffer {
	const writer = new BinaryWriter();
	writer.writeBool(2, true);
	return Buffer.from(writer.getResultBuffer());
}

/** The resource monitor's service with the newer messages; handlers of `existsResource` return nothing. */
export const MONITOR_SERVICE = {
	...ResourceMonitorService,
	invoke: { ...ResourceMonitorService.invoke, requestDeserialize: readInvokeRequest, responseSerialize: writeInvokeResponse },
	existsResource: {
		path: "/pulumirpc.ResourceMonitor/ExistsResource",
		requestStream: false,
		responseStream: false,
		requestSerialize: () => Buffer.alloc(0),
		requestDeserialize: () => ({}),
		responseSerialize: writeUnknownExistence,
		responseDeserialize: () => ({}),
	},
};

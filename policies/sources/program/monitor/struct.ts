import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** An object as it goes over the wire. */
export function struct(value: Readonly<Record<string, unknown>>): Struct {
	return Struct.fromJavaScript(value as never);
}

/** An object as it came over the wire. */
export function toObject(value: Struct | undefined): Record<string, unknown> {
	return (value?.toJavaScript() ?? {}) as Record<string, unknown>;
}

import { Struct } from "google-protobuf/google/protobuf/struct_pb";

/** An object as protobuf Struct. */
export function struct(value: Readonly<Record<string, unknown>>): Struct {
	return Struct.fromJavaScript(value as never);
}

/** A protobuf Struct as object. */
export function toObject(value: Struct | undefined): Record<string, unknown> {
	return (value?.toJavaScript() ?? {}) as Record<string, unknown>;
}

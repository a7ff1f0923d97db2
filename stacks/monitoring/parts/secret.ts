import * as secretsmanager from "@pulumi/aws/secretsmanager";
import type { Keys } from "./encryption";
import type { Place } from "./place";

/** A secret that is made empty: a person fills it in, so that its value is in no program and in no state. */
export function makeSecret(place: Place, of: string, description: string, keys: Keys): secretsmanager.Secret {
	return new secretsmanager.Secret(`${place.name}-${of}`, { description, kmsKeyId: keys.data, ...place.tagged }, place.child);
}

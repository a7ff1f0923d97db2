import * as secretsmanager from "@pulumi/aws/secretsmanager";
import type { ComponentContext } from "./component-context";
import type { Keys } from "./encryption";

/** A secret without a value, which is set manually, so that it is not in the program or the state. */
export function makeSecret(context: ComponentContext, of: string, description: string, keys: Keys): secretsmanager.Secret {
	return new secretsmanager.Secret(
		`${context.name}-${of}`,
		{ description, kmsKeyId: keys.data, ...context.regionalTagged },
		context.childOptions,
	);
}

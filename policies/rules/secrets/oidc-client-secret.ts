import type { Reading } from "../../engine/reading";
import { allOf, fail, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { classifyVariable } from "./secret-detector";

const FIX =
	"Set it to pulumi.secret(aws.secretsmanager.getSecretVersionOutput({ secretId }).secretString), whose result is not marked as a secret by itself, or to config.requireSecret(…) from the stack's encrypted configuration. Rotate the exposed secret.";

/**
 * A load balancer accepts a client secret only as a value, so the rule cannot require a reference. It requires that the
 * value is a Pulumi secret, which is not in plain text in the program or in the state.
 */
export function checkOidcSecrets(actions: Reading): readonly Verdict[] {
	if (actions.isUnknown) return [undetermined(actions)];
	return allOf(actions.items.map(checkAction), notApplicable("it has no action"));
}

function checkAction(action: Reading): Verdict {
	const oidc = action.read("authenticateOidc");
	const secret = oidc.read("clientSecret");
	if (oidc.isUnknown) return undetermined(oidc);
	if (secret.isAbsent) return notApplicable("none of its actions has a secret");
	if (secret.secret) return notApplicable("its client secret is a Pulumi secret, and load balancers do not support references");
	switch (classifyVariable("clientSecret", secret).is) {
		case "unknown":
			return undetermined(secret);
		case "placeholder":
			return fail(secret, "authenticates users with a placeholder instead of the client secret", FIX);
		case "reference":
			return fail(secret, "authenticates users with a reference instead of the client secret, which load balancers do not resolve", FIX);
		default:
			return fail(secret, "authenticates users with a client secret that is in plain text in the program and in its state", FIX);
	}
}

import type { Reading } from "../../engine/reading";
import { allOf, fail, notApplicable, undetermined, type Verdict } from "../../engine/verdict";
import { inspectVariable } from "./secret-detector";

const INSTEAD =
	"Set it to pulumi.secret(aws.secretsmanager.getSecretVersionOutput({ secretId }).secretString), whose result is not marked as a secret by itself, or to config.requireSecret(…) from the stack's encrypted configuration. A secret that stood here must be exchanged.";

/**
 * A load balancer takes a client secret by value only, so no reference is asked for. What can be asked for is that the
 * program does not hold it: a value that Pulumi marks as secret is not in plain text in the program or in the state.
 */
export function checkOidcSecrets(actions: Reading): readonly Verdict[] {
	if (actions.isUnknown) return [undetermined(actions)];
	return allOf(actions.items.map(checkAction), notApplicable("it has no action"));
}

function checkAction(action: Reading): Verdict {
	const oidc = action.read("authenticateOidc");
	const secret = oidc.read("clientSecret");
	if (oidc.isUnknown) return undetermined(oidc);
	if (secret.isAbsent) return notApplicable("none of its actions takes a secret");
	if (secret.secret) return notApplicable("its client secret is a Pulumi secret, and a load balancer takes it in no better form");
	switch (inspectVariable("clientSecret", secret).is) {
		case "unknown":
			return undetermined(secret);
		case "placeholder":
			return fail(secret, "signs people in with a placeholder where the client secret belongs", INSTEAD);
		case "reference":
			return fail(
				secret,
				"signs people in with a reference where the client secret belongs, which a load balancer does not follow",
				INSTEAD,
			);
		default:
			return fail(secret, "signs people in with a client secret that stands in plain text in the program and in its state", INSTEAD);
	}
}

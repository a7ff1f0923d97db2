import type { Reading } from "../../../engine/reading";
import { CloudFrontFunction, SsmDocument, StateMachine } from "../../../facts/resource-types";
import { type InjectedValue, workload } from "../injected-values";

/** Resources whose whole program or definition is one property. */

export const cloudFrontFunction = workload(CloudFrontFunction, (edge) =>
	script(edge.read("code"), "the code", "Verify signed values in the application, or keep the value in a CloudFront KeyValueStore."),
);

export const stateMachine = workload(StateMachine, (machine) =>
	script(
		machine.read("definition"),
		"the definition",
		"Use an EventBridge connection for the credentials of HTTP tasks, and pass references in the input.",
	),
);

export const ssmDocument = workload(SsmDocument, (document) =>
	script(
		document.read("content"),
		"the document",
		"Reference a parameter in the document: {{ssm-secure:NAME}}, or read the secret in the command.",
	),
);

function script(value: Reading, recipient: string, fix: string): readonly InjectedValue[] {
	return value.isAbsent ? [] : [{ kind: "script", value, recipient, fix }];
}

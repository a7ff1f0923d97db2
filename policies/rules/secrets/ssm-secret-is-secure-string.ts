import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, notDecidable, pass, undetermined } from "../../engine/verdict";
import { SsmParameter } from "../../facts/resource-types";
import { parameterName, parameterValue } from "./parameters";
import { inspectVariable } from "./secret-detector";
import { saysSecret } from "./secret-names";

export const ssmSecretIsSecureString = resourceRule({
	id: "ssm-secret-is-secure-string",
	title: "Parameters that hold a secret are SecureStrings",
	checklistItems: ["L4"],
	severity: "high",
	since: "1.0.0",
	resources: [SsmParameter],
	why: "A String parameter is not encrypted: whoever may list or read parameters reads it, without any right to a key.",
	fix: 'Set type to "SecureString" (and keyId to a key of your own where other accounts read it), and value in place of insecureValue.',
	whenNotToUse: "Its name sounds like a secret's, and everybody may know the value.",
	toleratedUnknowns: "An unknown value counts as no secret unless the parameter's name says so: most values are unknown at a preview.",
	references: ["AWS Systems Manager, User Guide: Creating SecureString parameters in Parameter Store"],
	relatedRules: { checkov: ["CKV2_AWS_34"] },

	check(parameter) {
		const type = parameter.read("type");
		if (type.is("SecureString")) return pass();
		const name = parameterName(parameter);
		const value = parameterValue(parameter);
		const answer = inspectVariable(name.text, value);
		switch (answer.is) {
			case "reference":
				return pass();
			case "unknown":
				if (name.isUnknown) return undetermined(name);
				return saysSecret(name.text ?? "") ? undetermined(value) : plain();
			case "secret-or-name":
				return notDecidable(
					value,
					`${value.path} is a secret in plain text or the name of one; a parameter whose name ends in -name or -arn says which`,
				);
			case "secret":
				if (type.isUnknown) return undetermined(type);
				return fail(
					value.path === "insecureValue" ? value : type,
					value.path === "insecureValue"
						? `keeps a secret in insecureValue, which is never encrypted: ${answer.because}`
						: `keeps a secret without encryption: ${answer.because}`,
				);
			case "placeholder":
				if (type.isUnknown) return undetermined(type);
				return fail(type, "has a placeholder where a secret belongs, and will keep the secret without encryption");
			default:
				return name.isUnknown && value.text !== undefined ? undetermined(name) : plain();
		}
	},
});

function plain() {
	return notApplicable("neither its name nor its value says that it holds a secret");
}

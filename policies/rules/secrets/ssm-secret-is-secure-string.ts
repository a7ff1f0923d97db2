import { resourceRule } from "../../engine/rule";
import { fail, notApplicable, notDecidable, pass, undetermined } from "../../engine/verdict";
import { SsmParameter } from "../../facts/resource-types";
import { parameterName, parameterValue } from "./parameters";
import { classifyVariable } from "./secret-detector";
import { isSecretName } from "./secret-names";

export const ssmSecretIsSecureString = resourceRule({
	id: "ssm-secret-is-secure-string",
	title: "SSM parameters with secrets are SecureStrings",
	checklistItems: ["L4"],
	severity: "high",
	since: "1.0.0",
	resources: [SsmParameter],
	why: "A String parameter is not encrypted: anyone who can read parameters can read it, without permission for a key.",
	fix: 'Set type to "SecureString" (and keyId to a customer managed key if other accounts read it), and value instead of insecureValue.',
	whenNotToUse: "The parameter is named like a secret, but its value is public.",
	toleratedUnknowns: "An unknown value counts as no secret unless the parameter's name denotes one: most values are unknown in a preview.",
	references: [
		{
			title: "AWS Systems Manager, User Guide: AWS KMS encryption for SecureString parameters",
			url: "https://docs.aws.amazon.com/systems-manager/latest/userguide/secure-string-parameter-kms-encryption.html",
		},
	],
	relatedRules: { checkov: ["CKV2_AWS_34"] },

	check(parameter) {
		const type = parameter.read("type");
		if (type.is("SecureString")) return pass();
		const name = parameterName(parameter);
		const value = parameterValue(parameter);
		const answer = classifyVariable(name.text, value);
		switch (answer.is) {
			case "reference":
				return pass();
			case "unknown":
				if (name.isUnknown) return undetermined(name);
				return isSecretName(name.text ?? "") ? undetermined(value) : noSecret();
			case "secret-or-name":
				return notDecidable(
					value,
					`${value.path} is a plain-text secret or the name of a secret; end the name of the parameter with -name or -arn if it is a reference`,
				);
			case "secret":
				if (type.isUnknown) return undetermined(type);
				return fail(
					value.path === "insecureValue" ? value : type,
					value.path === "insecureValue"
						? `contains a secret in insecureValue, which is never encrypted: ${answer.because}`
						: `contains an unencrypted secret: ${answer.because}`,
				);
			case "placeholder":
				if (type.isUnknown) return undetermined(type);
				return fail(type, "contains a placeholder for a secret, which will not be encrypted");
			default:
				return name.isUnknown && value.text !== undefined ? undetermined(name) : noSecret();
		}
	},
});

function noSecret() {
	return notApplicable("neither its name nor its value denotes a secret");
}

/** Other documents by the keys that identify them, for error messages. */
const OTHERS: readonly (readonly [keys: readonly string[], what: string])[] = [
	[["planned_values"], "is a Terraform plan"],
	[["terraform_version"], "is a Terraform state"],
	[["AWSTemplateFormatVersion"], "is a CloudFormation template"],
	[["plan", "version"], 'is a plan of "pulumi preview --save-plan", which contains differences only'],
	[["sequence", "timestamp"], "is an engine event"],
	[["dependencies", "name"], "is a package.json"],
	[["schemaVersion", "findings"], "is a report of this command"],
];

/** Describes a document that is neither a state nor a preview; follows the file's name in messages. */
export function describeOther(document: unknown): string {
	if (Array.isArray(document)) return "is a list";
	if (typeof document !== "object" || document === null) return "is not a JSON object";
	const other = OTHERS.find(([keys]) => keys.every((key) => key in document));
	return other?.[1] ?? "has no deployment and no steps";
}

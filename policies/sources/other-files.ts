/** What people give by mistake, by the keys that only it has. */
const OTHERS: readonly (readonly [keys: readonly string[], what: string])[] = [
	[["planned_values"], "is a Terraform plan"],
	[["terraform_version"], "is a Terraform state"],
	[["AWSTemplateFormatVersion"], "is a CloudFormation template"],
	[["plan", "version"], 'is a plan that "pulumi preview --save-plan" wrote, which holds differences only'],
	[["sequence", "timestamp"], "is an engine event"],
	[["dependencies", "name"], "is a package.json"],
	[["schemaVersion", "findings"], "is a report of this command"],
];

/** A document that is no state and no preview, in words that go after the file's name. */
export function nameOther(document: unknown): string {
	if (Array.isArray(document)) return "is a list";
	if (typeof document !== "object" || document === null) return "is no JSON object";
	const other = OTHERS.find(([keys]) => keys.every((key) => key in document));
	return other?.[1] ?? "has no deployment and no steps";
}

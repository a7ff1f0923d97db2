import { constants } from "node:buffer";
import { truncateSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { readFile } from "../../policies/sources/file";
import { SourceError } from "../../policies/sources/source";
import { given } from "../support/given";
import { temporaryFolder } from "../support/temporary";

const STATE = JSON.stringify({
	version: 3,
	deployment: { resources: [{ urn: "urn:pulumi:prod::shop::aws:s3/bucket:Bucket::b", type: "aws:s3/bucket:Bucket", custom: true }] },
});

describe("a file is read", () => {
	it.each<[string, string | Buffer, "state" | "preview"]>([
		["as a state", STATE, "state"],
		["as a state with a byte order mark", `\ufeff${STATE}`, "state"],
		["as a state that PowerShell wrote", Buffer.from(`\ufeff${STATE}`, "utf16le"), "state"],
		["as a state with white space around it", `\n  ${STATE}\r\n`, "state"],
		["as a state without resources", '{ "version": 3, "deployment": { "manifest": {} } }', "state"],
		["as a state whose resources are null", '{ "version": 3, "deployment": { "resources": null } }', "state"],
		[
			"as a checkpoint of a self-managed backend",
			`{ "version": 3, "checkpoint": { "latest": ${JSON.stringify({ resources: [] })} } }`,
			"state",
		],
		["as a preview", '{ "steps": [] }', "preview"],
		["as a preview whose steps are null", '{ "steps": null }', "preview"],
		["as a preview in which nothing changes", '{ "duration": 1, "changeSummary": { "same": 3 } }', "preview"],
	])("%s", (_what, content, kind) => {
		expect(given(content).kind).toBe(kind);
	});
});

describe("a file that is too large for a string is refused in one line", () => {
	const SIZE = constants.MAX_STRING_LENGTH + 1;
	const large = () => {
		const path = join(temporaryFolder({ "state.json": "{" }), "state.json");
		truncateSync(path, SIZE);
		return path;
	};
	const compressed = () => {
		const zeros = Buffer.alloc(SIZE);
		const folder = temporaryFolder({});
		writeFileSync(join(folder, "state.json"), gzipSync(zeros, { level: 1 }));
		return join(folder, "state.json");
	};

	it.each([
		["plain", large],
		["compressed", compressed],
	])("%s", (_what, make) => {
		const path = make();
		expect(() => readFile(path)).toThrow(new SourceError(`${path}: cannot be read (larger than 512 MiB)`));
	});
});

describe("a file that is neither is refused in one line", () => {
	const expected = 'expected the output of "pulumi stack export" or "pulumi preview --json"';

	it.each([
		["an empty file", "", "is empty"],
		["a file of white space", " \n\t", "is empty"],
		["a byte order mark alone", "\ufeff", "is empty"],
		["JSON that was cut", STATE.slice(0, -9), "is not JSON: unexpected end of file"],
		["what is not JSON", "Previewing update (prod)", "not JSON"],
		["a list", "[]", "is a list"],
		["a number", "12", "is not a JSON object"],
		["null", "null", "is not a JSON object"],
		["another object", '{ "a": 1 }', "has no deployment and no steps"],
		["a deployment that is a list", '{ "deployment": [] }', "has no deployment and no steps"],
		["steps that are not a list", '{ "steps": {} }', "has no deployment and no steps"],
		["a package.json", '{ "name": "a", "dependencies": {} }', "is a package.json"],
		["a Terraform plan", '{ "format_version": "1.2", "terraform_version": "1.9", "planned_values": {} }', "is a Terraform plan"],
		["a Terraform state", '{ "version": 4, "terraform_version": "1.9", "resources": [] }', "is a Terraform state"],
		["a CloudFormation template", '{ "AWSTemplateFormatVersion": "2010-09-09" }', "is a CloudFormation template"],
		["a saved plan", '{ "version": 1, "plan": {} }', 'is a plan of "pulumi preview --save-plan", which contains differences only'],
		["an event log", '{"sequence":1,"timestamp":2}\n{"sequence":2,"timestamp":3}\n', "is an engine event log"],
		["one event", '{"sequence":1,"timestamp":2}', "is an engine event"],
		["this command's own report", '{ "schemaVersion": 1, "findings": [] }', "is a report of this command"],
	])("%s", (_what, content, reason) => {
		expect(refusal(content)).toBe(`given.json: ${reason}; ${expected}`);
	});

	it("names the invalid list", () => {
		expect(refusal('{ "deployment": { "resources": {} } }')).toContain("deployment.resources is not a list");
	});
});

/** The refusal, from the file's name on. */
function refusal(content: string): string {
	try {
		given(content);
	} catch (error) {
		expect(error).toBeInstanceOf(SourceError);
		return (error as Error).message.replace(/^.*given/, "given");
	}
	throw new Error("it was read");
}

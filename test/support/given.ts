import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { readFile } from "../../policies/sources/file";
import type { StackDescription } from "../../policies/sources/source";
import { temporaryFolder } from "./temporary";

/** The stack in a file with this content. */
export function given(content: string | Buffer): StackDescription {
	return readFile(given.file(content));
}

/** A file with this content. */
given.file = (content: string | Buffer): string => {
	const file = join(temporaryFolder(), "given.json");
	writeFileSync(file, content);
	return file;
};

/** The stack in a state with these resources. */
export function givenState(resources: unknown): StackDescription {
	return given(JSON.stringify({ version: 3, deployment: { resources } }));
}

/** The stack in a preview with these steps. */
export function givenPreview(steps: unknown, more: Readonly<Record<string, unknown>> = {}): StackDescription {
	return given(JSON.stringify({ steps, ...more }));
}

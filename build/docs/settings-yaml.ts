import { Document, isMap, isScalar, isSeq, type Node } from "yaml";
import type { SchemaNode } from "./schema-words";

/** Settings as YAML, with the schema's description as a comment at the first occurrence of a key. */
export function settingsYaml(settings: unknown, schema: SchemaNode): string {
	const document = new Document(settings);
	comment(document.contents, schema, new Set());
	if (isMap(document.contents)) for (const { key } of document.contents.items.slice(1)) if (isScalar(key)) key.spaceBefore = true;
	return document.toString({ lineWidth: 0 });
}

function comment(node: Node | null, schema: SchemaNode, seen: Set<string>): void {
	if (isSeq(node)) for (const item of node.items) comment(item as Node, schema.items ?? {}, seen);
	if (!isMap(node)) return;
	for (const { key, value } of node.items) {
		if (!isScalar(key)) continue;
		const additional = typeof schema.additionalProperties === "object" ? schema.additionalProperties : {};
		const child = schema.properties?.[String(key.value)] ?? additional;
		if (child.description && !seen.has(child.description)) {
			seen.add(child.description);
			if (isScalar(value)) value.comment = ` ${child.description}`;
			else key.commentBefore = ` ${child.description}`;
		}
		comment(value as Node, child, seen);
	}
}

import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import * as ts from "typescript";

/** The type of an input, as far as values are generated for it. */
export type Shape =
	| { readonly kind: "string" | "number" | "boolean" | "any" }
	| { readonly kind: "list" | "map"; readonly of: Shape }
	| { readonly kind: "object"; readonly name: string };

type Properties = Readonly<Record<string, Shape>>;

const ANY: Shape = { kind: "any" };

/** The inputs of resource types, from the type declarations of `@pulumi/aws`. They are parsed, not type-checked, which takes a second. */
export class Shapes {
	readonly #folder: string;
	readonly #nested = new Map<string, ts.InterfaceDeclaration>();
	readonly #properties = new Map<string, Properties>();

	/** @param root the repository's folder */
	constructor(root: string) {
		this.#folder = dirname(require.resolve("@pulumi/aws/package.json", { paths: [root] }));
		for (const statement of parse(join(this.#folder, "types/input.d.ts")).statements) this.#collect(statement, "");
	}

	/** The properties of an object or of a resource type's inputs, by name; empty for a type without declaration. */
	propertiesOf(name: string): Properties {
		const known = this.#properties.get(name);
		if (known) return known;
		const declaration = name.includes("/") ? this.#argsOf(name) : this.#nested.get(name);
		const properties = declaration ? Object.fromEntries(membersOf(declaration)) : {};
		this.#properties.set(name, properties);
		return properties;
	}

	/** @param token a Pulumi type token of the `aws` package: `aws:lb/listener:Listener` */
	#argsOf(token: string): ts.InterfaceDeclaration | undefined {
		const [, module = "", type] = token.split(":");
		const file = join(this.#folder, `${module}.d.ts`);
		if (!existsSync(file)) return undefined;
		return parse(file).statements.find(
			(each): each is ts.InterfaceDeclaration => ts.isInterfaceDeclaration(each) && each.name.text === `${type}Args`,
		);
	}

	#collect(statement: ts.Statement, namespace: string): void {
		if (ts.isInterfaceDeclaration(statement)) this.#nested.set(`${namespace}${statement.name.text}`, statement);
		if (!ts.isModuleDeclaration(statement) || !statement.body || !ts.isModuleBlock(statement.body)) return;
		for (const each of statement.body.statements) this.#collect(each, `${namespace}${statement.name.text}.`);
	}
}

function parse(file: string): ts.SourceFile {
	return ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest);
}

function membersOf(declaration: ts.InterfaceDeclaration): readonly (readonly [string, Shape])[] {
	return declaration.members.flatMap((member) =>
		ts.isPropertySignature(member) && ts.isIdentifier(member.name) ? [[member.name.text, shapeOf(member.type)] as const] : [],
	);
}

function shapeOf(type: ts.TypeNode | undefined): Shape {
	if (!type) return ANY;
	if (ts.isUnionTypeNode(type)) return shapeOf(type.types.find((each) => each.kind !== ts.SyntaxKind.UndefinedKeyword));
	if (ts.isArrayTypeNode(type)) return { kind: "list", of: shapeOf(type.elementType) };
	if (ts.isTypeLiteralNode(type)) {
		const [index] = type.members;
		return index && ts.isIndexSignatureDeclaration(index) ? { kind: "map", of: shapeOf(index.type) } : ANY;
	}
	if (ts.isTypeReferenceNode(type)) return shapeOfReference(type);
	if (type.kind === ts.SyntaxKind.StringKeyword) return { kind: "string" };
	if (type.kind === ts.SyntaxKind.NumberKeyword) return { kind: "number" };
	if (type.kind === ts.SyntaxKind.BooleanKeyword) return { kind: "boolean" };
	return ANY;
}

/** `pulumi.Input<T>`, `inputs.wafv2.WebAclRule` or `enums.lambda.Runtime`. */
function shapeOfReference({ typeName, typeArguments }: ts.TypeReferenceNode): Shape {
	const name = nameOf(typeName);
	if (name === "pulumi.Input") return shapeOf(typeArguments?.[0]);
	if (name.startsWith("inputs.")) return { kind: "object", name: name.slice("inputs.".length) };
	return name.startsWith("enums.") ? { kind: "string" } : ANY;
}

function nameOf(name: ts.EntityName): string {
	return ts.isIdentifier(name) ? name.text : `${nameOf(name.left)}.${name.right.text}`;
}

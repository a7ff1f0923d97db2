const ts = require("typescript");

/** A rule's metadata: no example depends on it. */
const METADATA = new Set([
	"aliases",
	"checklistItems",
	"fix",
	"id",
	"references",
	"relatedRules",
	"severity",
	"since",
	"title",
	"toleratedUnknowns",
	"whenNotToUse",
	"why",
]);

const OPERATORS = new Map([
	[ts.SyntaxKind.AmpersandAmpersandToken, "||"],
	[ts.SyntaxKind.BarBarToken, "&&"],
	[ts.SyntaxKind.EqualsEqualsEqualsToken, "!=="],
	[ts.SyntaxKind.ExclamationEqualsEqualsToken, "==="],
	[ts.SyntaxKind.LessThanToken, "<="],
	[ts.SyntaxKind.LessThanEqualsToken, "<"],
	[ts.SyntaxKind.GreaterThanToken, ">="],
	[ts.SyntaxKind.GreaterThanEqualsToken, ">"],
]);

const METHODS = new Map([
	["some", "every"],
	["every", "some"],
]);

/** True for a top-level list or mapping: a table of facts, which unit tests cover and examples only sample. */
function isTable(node) {
	if (!ts.isVariableStatement(node) || !ts.isSourceFile(node.parent)) return false;
	const hasFunction = (each) =>
		ts.isArrowFunction(each) || ts.isFunctionExpression(each) || ts.isMethodDeclaration(each) || ts.forEachChild(each, hasFunction);
	return !hasFunction(node);
}

/** True for `?? ""` and the like, which only satisfy the compiler. */
function isEmpty(node) {
	return /^(""|0|\[\]|\{\}|new \w+\(\))$/.test(node.getText());
}

/**
 * Small changes to a source file that its tests should detect.
 *
 * @returns `{ start, end, text, line, from }`: `text` replaces `from`, which is between the two offsets
 */
function mutantsOf(source) {
	const file = ts.createSourceFile("rule.ts", source, ts.ScriptTarget.ES2022, true);
	const mutants = [];
	const add = (node, text) => {
		const [start, end] = [node.getStart(file), node.getEnd()];
		const { line } = file.getLineAndCharacterOfPosition(start);
		mutants.push({ start, end, text, line: line + 1, from: source.slice(start, end) });
	};
	const visit = (node) => {
		if (isTable(node)) return;
		if (ts.isTypeNode(node) || ts.isImportDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isInterfaceDeclaration(node)) return;
		if (ts.isPropertyAssignment(node) && METADATA.has(node.name.getText(file))) return;
		if (ts.isBinaryExpression(node)) {
			const swapped = OPERATORS.get(node.operatorToken.kind);
			if (swapped) add(node.operatorToken, swapped);
			if (node.operatorToken.kind === ts.SyntaxKind.QuestionQuestionToken && !isEmpty(node.right))
				add(node, `(${node.left.getText(file)})`);
		}
		if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) add(node, `(${node.operand.getText(file)})`);
		if (node.kind === ts.SyntaxKind.TrueKeyword) add(node, "false");
		if (node.kind === ts.SyntaxKind.FalseKeyword) add(node, "true");
		if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
			const method = node.expression.name.text;
			if (METHODS.has(method)) add(node.expression.name, METHODS.get(method));
			if (method === "filter") add(node, `(${node.expression.expression.getText(file)})`);
		}
		if (ts.isConditionalExpression(node)) {
			add(node, `(${node.whenTrue.getText(file)})`);
			add(node, `(${node.whenFalse.getText(file)})`);
		}
		if (ts.isIfStatement(node)) {
			add(node.expression, "true");
			add(node.expression, "false");
		}
		if (ts.isNumericLiteral(node)) add(node, String(Number(node.text) + 1));
		if (ts.isStringLiteral(node) && node.text !== "" && !/\s/.test(node.text) && node.parent.name !== node) add(node, '"mutant"');
		if (ts.isArrayLiteralExpression(node) && node.elements.length > 1) for (const element of node.elements) add(element, "...[]");
		ts.forEachChild(node, visit);
	};
	visit(file);
	return mutants;
}

module.exports = { mutantsOf };

/** Data flows one way (docs/architecture.md): what is nearer to the facts imports nothing of what is nearer to the user. */
const only = (name, from, to, comment) => ({
	name,
	comment,
	severity: "error",
	from: { path: from },
	to: { path: "^(policies|settings|checklist|report|cli|signals|verify|stacks|build|test|bench|fuzz)/", pathNot: to },
});

module.exports = {
	forbidden: [
		{
			name: "no-cycles",
			comment: "A cycle has no direction.",
			severity: "error",
			from: {},
			to: { circular: true, dependencyTypesNot: ["type-only"] },
		},
		only("engine-knows-no-rule", "^policies/engine/", "^policies/engine/", "The engine imports nothing but itself."),
		only("facts-are-data", "^policies/facts/", "^policies/(engine|facts)/", "Facts know the engine's words and nothing else."),
		only("signals-are-data", "^signals/", "^signals/", "Signals are shared by policies and stacks, and know neither."),
		only(
			"rules-stand-alone",
			"^policies/rules/",
			"^(policies/(engine|facts|rules)|signals)/",
			"A rule imports the engine, facts, signals and its theme.",
		),
		only(
			"sources-make-graphs",
			"^policies/sources/",
			"^policies/(engine|facts|sources)/",
			"A source turns something into resources with the help of facts, and knows no rule.",
		),
		only(
			"output-knows-the-detector",
			"^policies/output/",
			"^policies/(engine|facts|output|rules/secrets)/",
			"What is written is masked by the detector of secrets, and depends on nothing else.",
		),
		only("checklist-is-data", "^checklist/", "^(checklist|policies/engine)/", "The checklist knows the engine's words, and no rule."),
		only(
			"settings-know-no-rule",
			"^settings/",
			"^(settings|checklist|policies/engine)/",
			"Settings are given the rules that they speak of.",
		),
		only("report-knows-no-rule", "^report/", "^(report|checklist|policies/engine)/", "A format renders the result model."),
		only(
			"stacks-meet-policies-in-signals",
			"^stacks/",
			"^(stacks|signals)/",
			"The monitoring and the rules share signals, and nothing else.",
		),
		only(
			"functions-stand-alone",
			"^stacks/monitoring/functions/",
			"^(stacks/monitoring/functions|signals)/",
			"A function is bundled by itself, and knows nothing of how it is deployed.",
		),
		{
			name: "deployment-takes-bundles",
			comment: "What deploys a function takes its bundle, and never its code.",
			severity: "error",
			from: { path: "^stacks/", pathNot: "^stacks/monitoring/functions/" },
			to: { path: "^stacks/monitoring/functions/" },
		},
		only("pack-is-a-front-door", "^policies/pack/", "^(policies|settings|checklist|signals)/", "The pack knows nothing of the command."),
		{
			name: "no-pulumi-at-run-time",
			comment: "Pulumi and AWS are types here; loading them costs half a second.",
			severity: "error",
			from: { path: "^(policies/(engine|facts|rules)|settings|checklist|report|cli|signals|stacks/monitoring/functions)/" },
			to: { path: "node_modules/@pulumi/(aws|pulumi)/", dependencyTypesNot: ["type-only"] },
		},
		{
			name: "no-dev-imports",
			comment: "What is published imports no tool.",
			severity: "error",
			from: { path: "^(policies|settings|checklist|report|cli|signals|stacks)/" },
			to: { path: "^(test|bench|fuzz|build)/" },
		},
	],
	options: {
		tsPreCompilationDeps: true,
		tsConfig: { fileName: "tsconfig.json" },
		doNotFollow: { path: "node_modules" },
		enhancedResolveOptions: { extensions: [".ts", ".js", ".json", ".d.ts"] },
	},
};

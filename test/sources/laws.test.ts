import fc from "fast-check";
import { SourceError } from "../../policies/sources/source";
import { findingsOf } from "../support/findings-of";
import { given, givenPreview, givenState } from "../support/given";

const TYPES = ["aws:lb/listener:Listener", "aws:cloudfront/distribution:Distribution", "aws:ecs/taskDefinition:TaskDefinition", "a:b:C"];

/** A resource of which any part may be anything. */
const resource = fc.record(
	{
		urn: fc.oneof(
			fc.constantFrom(...TYPES).map((type) => `urn:pulumi:prod::shop::${type}::x`),
			fc.jsonValue(),
		),
		type: fc.oneof(fc.constantFrom(...TYPES), fc.jsonValue()),
		custom: fc.jsonValue(),
		id: fc.jsonValue(),
		inputs: fc.oneof(
			fc.dictionary(fc.constantFrom("port", "defaultActions", "viewerCertificate", "containerDefinitions"), fc.jsonValue()),
			fc.jsonValue(),
		),
		outputs: fc.jsonValue(),
		parent: fc.jsonValue(),
		delete: fc.jsonValue(),
		external: fc.jsonValue(),
		propertyDependencies: fc.jsonValue(),
		sourcePosition: fc.jsonValue(),
		stackTrace: fc.jsonValue(),
	},
	{ requiredKeys: [] },
);

describe("for any file content", () => {
	it("it is read or refused in one line", () => {
		fc.assert(
			fc.property(fc.oneof(fc.json(), fc.string()), (content) => {
				try {
					given(content);
				} catch (error) {
					expect(error).toBeInstanceOf(SourceError);
					expect((error as Error).message).not.toContain("\n");
				}
			}),
			{ numRuns: 200 },
		);
	});

	it("the resources of a state are read, and rules survive them", () => {
		fc.assert(
			fc.property(fc.array(resource), (resources) => {
				findingsOf(givenState(resources));
			}),
			{ numRuns: 200 },
		);
	});

	it.each(["urn", "op", "provider"])("a step whose %s is an object is read", (name) => {
		expect(
			givenPreview([{ [name]: { toString: {} } }], { changeSummary: { same: { valueOf: {}, toString: {} } }, diagnostics: [] }).omitted,
		).toBe(0);
	});

	it("the steps of a preview are read", () => {
		const step = fc.record({ op: fc.jsonValue(), urn: fc.jsonValue(), provider: fc.jsonValue(), newState: resource }, { requiredKeys: [] });
		fc.assert(
			fc.property(fc.array(fc.oneof(step, fc.jsonValue())), fc.jsonValue(), fc.jsonValue(), (steps, changeSummary, diagnostics) => {
				const { omitted } = givenPreview(steps, { changeSummary, diagnostics });
				expect(omitted).toBeGreaterThanOrEqual(0);
			}),
			{ numRuns: 200 },
		);
	});
});

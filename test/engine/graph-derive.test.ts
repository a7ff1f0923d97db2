import { ResourceGraph } from "../../policies/engine/graph";

describe("what is derived from a graph", () => {
	it("is worked out once per graph", () => {
		const make = jest.fn((graph: ResourceGraph) => ({ count: graph.resources.length }));
		const graph = new ResourceGraph([]);
		expect(graph.memoize(make)).toBe(graph.memoize(make));
		expect(make).toHaveBeenCalledTimes(1);
		expect(new ResourceGraph([]).memoize(make)).toEqual({ count: 0 });
		expect(make).toHaveBeenCalledTimes(2);
	});
});

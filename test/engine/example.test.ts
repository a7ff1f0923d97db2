import { resource, toResourceData } from "../../policies/engine/example";
import { Listener } from "../../policies/facts/resource-types";

describe("an example's outputs", () => {
	const listener = { ...resource(Listener, "https", { port: 443 }), outputs: { sslPolicy: "ELBSecurityPolicy-2016-08" } };
	const outputsAt = (form: "preview" | "state") => toResourceData({ stack: [listener] }, form)[0]?.outputs;

	it("are in a state, in addition to inputs", () => {
		expect(outputsAt("state")).toMatchObject({ port: 443, sslPolicy: "ELBSecurityPolicy-2016-08" });
	});

	it("are not in a preview", () => {
		expect(outputsAt("preview")).toEqual({});
	});
});

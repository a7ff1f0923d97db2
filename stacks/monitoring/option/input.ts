import * as pulumi from "@pulumi/pulumi";
import * as z from "zod";

/** A value that may be another resource's output: literals are validated, outputs are not. */
export function input<Shape extends z.ZodType>(shape: Shape): z.ZodType<pulumi.Input<z.output<Shape>>, pulumi.Input<z.output<Shape>>> {
	return z.custom<pulumi.Input<z.output<Shape>>>((value) => isDeferred(value) || shape.safeParse(value).success, {
		error: ({ input: value }) => shape.safeParse(value).error?.issues[0]?.message ?? "is not valid",
	});
}

function isDeferred(value: unknown): boolean {
	return pulumi.Output.isInstance(value) || value instanceof Promise;
}

const pulumi = require("@pulumi/pulumi");

class Thing extends pulumi.CustomResource {
	constructor(name, args, opts) {
		super("aws:s3/bucket:Bucket", name, { ...args, arn: undefined }, opts);
	}
}
class Group extends pulumi.ComponentResource {
	constructor(name, opts) {
		super("shop:index:Group", name, {}, opts);
	}
}

/** Adds its name to a list, so that the order shows. */
const mark =
	(name) =>
	({ props, opts }) => ({ props: { ...props, marks: [...(props.marks ?? []), name] }, opts });

pulumi.runtime.registerResourceTransform(mark("stack"));
pulumi.runtime.registerInvokeTransform((args) => ({ args: args.args, opts: args.opts }));

const other = new Thing("other", { bucket: "other" });
const group = new Group("group", { transforms: [mark("group")] });
const inner = new Group("inner", { parent: group, transforms: [mark("inner")] });
new Thing("child", { owner: other.arn }, { parent: inner, transforms: [mark("own 1"), mark("own 2")] });

// An unknown value reaches a transform as an output, and keeps its dependency where it is left alone.
new Thing(
	"kept",
	{ owner: other.arn, secret: pulumi.secret("s"), both: pulumi.secret(other.arn), changed: other.arn, list: [other.arn, "b"] },
	{
		transforms: [
			async ({ props, opts, name, type, custom }) => {
				const isOutput = pulumi.Output.isInstance(props.owner) && pulumi.Output.isInstance(props.secret);
				props.owner.apply(() => {
					throw new Error("an apply of an unknown output was run");
				});
				return { props: { ...props, changed: "known now", saw: `${name} ${type} ${custom} ${isOutput}` }, opts };
			},
			() => undefined,
		],
	},
);

const pulumi = require("@pulumi/pulumi");

/** Stands in for `@pulumi/aws`, which takes a second to load. */
const resource = (token) =>
	class extends pulumi.CustomResource {
		constructor(name, args, opts) {
			super(token, name, { ...args, arn: undefined }, opts);
		}
	};

module.exports = {
	Cluster: resource("aws:ecs/cluster:Cluster"),
	ListenerRule: resource("aws:lb/listenerRule:ListenerRule"),
	Secret: resource("aws:secretsmanager/secret:Secret"),
	WebAclAssociation: resource("aws:wafv2/webAclAssociation:WebAclAssociation"),
};

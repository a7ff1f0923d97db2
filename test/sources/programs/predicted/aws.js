const pulumi = require("@pulumi/pulumi");

/** Stands in for `@pulumi/aws`, which takes a second to load: the same types, with the outputs that a program uses. */
const resource = (token, ...outputs) =>
	class extends pulumi.CustomResource {
		constructor(name, args, opts) {
			super(token, name, { ...Object.fromEntries(outputs.map((output) => [output, undefined])), ...args }, opts);
		}
		static get(name, id, opts) {
			return new this(name, {}, { ...opts, id });
		}
	};

module.exports = {
	Topic: resource("aws:sns/topic:Topic", "arn", "name", "owner", "tagsAll"),
	Bucket: resource("aws:s3/bucket:Bucket", "arn", "bucket", "bucketDomainName"),
	Cluster: resource(
		"aws:rds/cluster:Cluster",
		...["arn", "availabilityZones", "clusterMembers", "endpoint", "masterUserSecrets", "port", "databaseName"],
	),
	Certificate: resource("aws:acm/certificate:Certificate", "arn", "domainValidationOptions", "notAfter"),
	LoadBalancer: resource("aws:lb/loadBalancer:LoadBalancer", "arn", "dnsName", "arnSuffix", "zoneId"),
	TargetGroup: resource("aws:lb/targetGroup:TargetGroup", "arn", "arnSuffix"),
	Listener: resource("aws:lb/listener:Listener", "arn"),
	Vpc: resource("aws:ec2/vpc:Vpc", "arn", "cidrBlock", "ipv6CidrBlock", "enableDnsSupport"),
	Subnet: resource("aws:ec2/subnet:Subnet", "arn"),
	Instance: resource("aws:ec2/instance:Instance", "arn", "privateIp", "publicIp", "networkInterfaces"),
	LogGroup: resource("aws:cloudwatch/logGroup:LogGroup", "arn", "name"),
	Role: resource("aws:iam/role:Role", "arn", "name", "uniqueId", "createDate"),
	Function: resource("aws:lambda/function:Function", "arn", "invokeArn", "name", "version", "lastModified"),
	TaskDefinition: resource("aws:ecs/taskDefinition:TaskDefinition", "arn", "revision"),
	Secret: resource("aws:secretsmanager/secret:Secret", "arn", "name"),
	SecretVersion: resource("aws:secretsmanager/secretVersion:SecretVersion", "arn", "secretString", "versionId"),
	Parameter: resource("aws:ssm/parameter:Parameter", "arn", "value", "version"),
	UserPool: resource("aws:cognito/userPool:UserPool", "arn", "endpoint", "estimatedNumberOfUsers"),
	Provider: class extends pulumi.ProviderResource {
		constructor(name, args, opts) {
			super("aws", name, args, opts);
		}
	},
};

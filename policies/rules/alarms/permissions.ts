import type { FunctionArgs } from "@pulumi/aws/lambda/function";
import type { QueueArgs } from "@pulumi/aws/sqs/queue";
import type { ResourceGraph } from "../../engine/graph";
import type { Resource } from "../../engine/resource";
import { notDecidable, pass, undetermined, type Verdict } from "../../engine/verdict";
import { LambdaPermission, QueuePolicy } from "../../facts/resource-types";

/** Whether the stack says that a service may call a function of it. */
export function mayCall(lambda: Resource<FunctionArgs>, service: string, graph: ResourceGraph): Verdict {
	if (lambda.data.external) return pass();
	const permissions = graph.referrers(lambda, LambdaPermission, "function");
	const principals = permissions.resources.map((each) => each.read("principal"));
	if (principals.some((principal) => principal.is(service, "*"))) return pass();
	const open = principals.find((principal) => principal.isUnknown) ?? permissions.possible[0]?.read("function");
	if (open) return undetermined(open);
	return notDecidable(
		undefined,
		`nothing in this stack lets ${service} call Lambda function "${lambda.name}": an aws.lambda.Permission would`,
	);
}

/** Whether the stack says that somebody may send to a queue of it. */
export function maySend(queue: Resource<QueueArgs>, graph: ResourceGraph): Verdict {
	if (queue.data.external || !queue.read("policy").isAbsent) return pass();
	const policies = graph.referrers(queue, QueuePolicy, "queueUrl");
	if (policies.resources.length > 0) return pass();
	const [undecided] = policies.possible;
	if (undecided) return undetermined(undecided.read("queueUrl"));
	return notDecidable(undefined, `nothing in this stack lets the topic send to SQS queue "${queue.name}": an aws.sqs.QueuePolicy would`);
}

import type { FunctionArgs } from "@pulumi/aws/lambda/function";
import type { QueueArgs } from "@pulumi/aws/sqs/queue";
import type { ResourceGraph } from "../../../engine/graph";
import type { Resource } from "../../../engine/resource";
import { notDecidable, pass, undetermined, type Verdict } from "../../../engine/verdict";
import { LambdaPermission, QueuePolicy } from "../../../facts/resource-types";

/** Passes if a service may invoke a function of the stack. */
export function mayInvoke(lambda: Resource<FunctionArgs>, service: string, graph: ResourceGraph): Verdict {
	if (lambda.data.external) return pass();
	const permissions = graph.referrers(lambda, LambdaPermission, "function");
	const principals = permissions.resources.map((each) => each.read("principal"));
	if (principals.some((principal) => principal.is(service, "*"))) return pass();
	const unknown = principals.find((principal) => principal.isUnknown) ?? permissions.possible[0]?.read("function");
	if (unknown) return undetermined(unknown);
	return notDecidable(
		undefined,
		`no aws.lambda.Permission in this stack allows ${service} to invoke Lambda function "${lambda.name}"; one may exist elsewhere`,
	);
}

/** Passes if the topic may send to a queue of the stack. */
export function maySend(queue: Resource<QueueArgs>, graph: ResourceGraph): Verdict {
	if (queue.data.external || !queue.read("policy").isAbsent) return pass();
	const policies = graph.referrers(queue, QueuePolicy, "queueUrl");
	if (policies.resources.length > 0) return pass();
	const [possible] = policies.possible;
	if (possible) return undetermined(possible.read("queueUrl"));
	return notDecidable(
		undefined,
		`no aws.sqs.QueuePolicy in this stack allows the topic to send to SQS queue "${queue.name}"; one may exist elsewhere`,
	);
}

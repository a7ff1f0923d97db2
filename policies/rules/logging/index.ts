import { apiAccessLogs } from "./api-access-logs";
import { apiLogGroupExplicit } from "./api-log-group-explicit";
import { cloudfrontAccessLogs } from "./cloudfront-access-logs";
import { ecsLogGroupExplicit } from "./ecs-log-group-explicit";
import { lambdaLogGroupExplicit } from "./lambda-log-group-explicit";
import { loadBalancerAccessLogs } from "./load-balancer-access-logs";
import { logGroupExpires } from "./log-group-expires";
import { logGroupRetention } from "./log-group-retention";
import { serviceLogGroupExplicit } from "./service-log-group-explicit";

export const logging = [
	logGroupRetention,
	logGroupExpires,
	lambdaLogGroupExplicit,
	ecsLogGroupExplicit,
	apiLogGroupExplicit,
	serviceLogGroupExplicit,
	loadBalancerAccessLogs,
	apiAccessLogs,
	cloudfrontAccessLogs,
];

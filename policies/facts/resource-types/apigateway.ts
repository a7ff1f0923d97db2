import type { DeploymentArgs as RestDeploymentArgs } from "@pulumi/aws/apigateway/deployment";
import type { DomainNameArgs as RestDomainNameArgs } from "@pulumi/aws/apigateway/domainName";
import type { RestApiArgs } from "@pulumi/aws/apigateway/restApi";
import type { StageArgs as RestStageArgs } from "@pulumi/aws/apigateway/stage";
import type { ApiArgs as HttpApiArgs } from "@pulumi/aws/apigatewayv2/api";
import type { DomainNameArgs as HttpDomainNameArgs } from "@pulumi/aws/apigatewayv2/domainName";
import type { StageArgs as HttpStageArgs } from "@pulumi/aws/apigatewayv2/stage";
import type { Input } from "@pulumi/pulumi";
import { resourceType } from "../../engine/resource";

/** API Gateway: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const RestApi = resourceType<RestApiArgs>("REST API", "aws:apigateway/restApi:RestApi");
export const RestStage = resourceType<RestStageArgs>("REST API stage", "aws:apigateway/stage:Stage");
export const RestDeployment = resourceType<RestDeploymentArgs & { stageName?: Input<string> }>(
	"REST API deployment",
	"aws:apigateway/deployment:Deployment",
);
export const RestDomainName = resourceType<RestDomainNameArgs>("REST API domain name", "aws:apigateway/domainName:DomainName");
export const HttpApi = resourceType<HttpApiArgs>("HTTP API", "aws:apigatewayv2/api:Api");
export const HttpStage = resourceType<HttpStageArgs>("HTTP API stage", "aws:apigatewayv2/stage:Stage");
export const HttpDomainName = resourceType<HttpDomainNameArgs>("HTTP API domain name", "aws:apigatewayv2/domainName:DomainName");

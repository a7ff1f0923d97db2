import type { DistributionArgs } from "@pulumi/aws/cloudfront/distribution";
import type { MultitenantDistributionArgs } from "@pulumi/aws/cloudfront/multitenantDistribution";
import type { ResponseHeadersPolicyArgs } from "@pulumi/aws/cloudfront/responseHeadersPolicy";
import { resourceType } from "../../engine/resource";

/** CloudFront: Pulumi type tokens of @pulumi/aws 7, with the older module's token where a type has two. */

export const Distribution = resourceType<DistributionArgs>("CloudFront distribution", "aws:cloudfront/distribution:Distribution");
export const MultitenantDistribution = resourceType<MultitenantDistributionArgs>(
	"CloudFront multi-tenant distribution",
	"aws:cloudfront/multitenantDistribution:MultitenantDistribution",
);
export const ResponseHeadersPolicy = resourceType<ResponseHeadersPolicyArgs>(
	"CloudFront response headers policy",
	"aws:cloudfront/responseHeadersPolicy:ResponseHeadersPolicy",
);

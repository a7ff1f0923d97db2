import type { MethodSettingsArgs } from "@pulumi/aws/apigateway/methodSettings";
import type { GraphQLApiArgs } from "@pulumi/aws/appsync/graphQLApi";
import type { ReplicationTaskArgs } from "@pulumi/aws/dms/replicationTask";
import type { ClusterArgs as DocumentDbClusterArgs } from "@pulumi/aws/docdb/cluster";
import type { ClusterArgs as EksClusterArgs } from "@pulumi/aws/eks/cluster";
import type { CrawlerArgs as GlueCrawlerArgs } from "@pulumi/aws/glue/crawler";
import type { JobArgs as GlueJobArgs } from "@pulumi/aws/glue/job";
import type { ClusterArgs as NeptuneClusterArgs } from "@pulumi/aws/neptune/cluster";
import type { ClusterArgs as DatabaseClusterArgs } from "@pulumi/aws/rds/cluster";
import type { InstanceArgs as DatabaseInstanceArgs } from "@pulumi/aws/rds/instance";
import type { LoggingArgs as RedshiftLoggingArgs } from "@pulumi/aws/redshift/logging";
import type { NamespaceArgs as RedshiftNamespaceArgs } from "@pulumi/aws/redshiftserverless/namespace";
import type { CanaryArgs } from "@pulumi/aws/synthetics/canary";
import { resourceType } from "../../engine/resource";

/** Services that make log groups of their own: Pulumi type tokens of @pulumi/aws 7. */

export const MethodSettings = resourceType<MethodSettingsArgs>("REST API method settings", "aws:apigateway/methodSettings:MethodSettings");
export const DatabaseInstance = resourceType<DatabaseInstanceArgs>("RDS instance", "aws:rds/instance:Instance");
export const DatabaseCluster = resourceType<DatabaseClusterArgs>("RDS cluster", "aws:rds/cluster:Cluster");
export const NeptuneCluster = resourceType<NeptuneClusterArgs>("Neptune cluster", "aws:neptune/cluster:Cluster");
export const DocumentDbCluster = resourceType<DocumentDbClusterArgs>("DocumentDB cluster", "aws:docdb/cluster:Cluster");
export const EksCluster = resourceType<EksClusterArgs>("EKS cluster", "aws:eks/cluster:Cluster");
export const GraphQlApi = resourceType<GraphQLApiArgs>("AppSync API", "aws:appsync/graphQLApi:GraphQLApi");
export const Canary = resourceType<CanaryArgs>("Synthetics canary", "aws:synthetics/canary:Canary");
export const GlueJob = resourceType<GlueJobArgs>("Glue job", "aws:glue/job:Job");
export const GlueCrawler = resourceType<GlueCrawlerArgs>("Glue crawler", "aws:glue/crawler:Crawler");
export const ReplicationTask = resourceType<ReplicationTaskArgs>("DMS replication task", "aws:dms/replicationTask:ReplicationTask");
export const RedshiftLogging = resourceType<RedshiftLoggingArgs>("Redshift logging", "aws:redshift/logging:Logging");
export const RedshiftNamespace = resourceType<RedshiftNamespaceArgs>(
	"Redshift Serverless namespace",
	"aws:redshiftserverless/namespace:Namespace",
);

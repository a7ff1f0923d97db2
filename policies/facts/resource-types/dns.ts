import type { RecordArgs } from "@pulumi/aws/route53/record";
import type { ZoneArgs } from "@pulumi/aws/route53/zone";
import { resourceType } from "../../engine/resource";

/** Route 53: Pulumi type tokens of @pulumi/aws 7. */

export const DnsRecord = resourceType<RecordArgs>("DNS record", "aws:route53/record:Record");
export const DnsZone = resourceType<ZoneArgs>("hosted zone", "aws:route53/zone:Zone");

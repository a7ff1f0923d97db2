const pulumi = require("@pulumi/pulumi");

new pulumi.CustomResource("aws:s3/bucket:Bucket", "from-the-folder", { entry: "start.js" });

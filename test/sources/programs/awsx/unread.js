const awsx = require("./awsx");

new awsx.eks.Cluster("cluster", { instanceType: "t3.medium" });
new awsx.Later("later", {});
new awsx.ec2.Vpc("vpc", {});
